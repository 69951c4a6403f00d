import type { Sentence } from '../claims/sentence.ts'
import { readVerb, SELF, selfVerb } from '../claims/verb-phrase.ts'
import { LANGUAGE } from '../lexicon/language-names.ts'
import { matchesOf, spanOf, type Emit } from './attribute-reader.ts'
import { speaking, speakingAnother, spokenStatements } from './speaking.ts'

// What takes more than a phrase learned by heart: ordering, thanking and singing do not.
const TALK =
  'chat(?:s|ted)?|chatting|gossip(?:s|ed|ing)?|talk(?:s|ed|ing)?|speak|spoke|convers(?:e|es|ed|ing)|joke[ds]?|joking|banter(?:ed)?|argued?|arguing|debated?|discuss(?:ed)?|haggled?|negotiated?|flirt(?:ed|ing)?|explain(?:ed|s)?|interviewed|lectured?|teach|taught|presented|swapped|natter(?:ed)?|bickered|quarrelled|quarreled|dream|think|answered|replied|told|tell|telling stories|told stories|reminisced|laughed|rowed|fought|complained|consoled|persuaded|reassured|corrected|wrote|write|texted|emailed|studied|read|reads|worked|work|made friends|did (?:the|my|an?) (?:whole |entire |job )?(?:interview|talk|speech|exam|presentation|tour|job|degree|call|meeting)|gave (?:a|the|my) (?:talk|speech|lecture|tour|toast|eulogy|presentation|interview)|held (?:a|the|my) (?:conversation|meeting|class|speech)|had (?:a|my|the) (?:\\w+ )?(?:conversation|chat|row|argument|talk)|kept up a conversation|got by|managed|spent|phoned|rang|called|grew up'
const used = new RegExp(
  `${selfVerb(TALK)}(?<mid>(?: (?!not\\b)[\\w'’-]+){0,10}?),? (?:entirely |only |mostly |all |almost |all of it |the whole thing |every word of it )?in (?<how>(?:my |the |\\w+ )??(?:\\w+ )??)(?<language>${LANGUAGE})\\b(?! (?:class|lessons?|literature|music|restaurant|songs?|history|translation|textbooks?|hands?|waters?|[A-Z]))`,
  'g',
)
const poorly =
  /\b(?:broken|bad|halting|poor|rusty|terrible|awful|pidgin|basic|simple|his|her|their|schoolboy|schoolgirl|school|clumsy|limited|mangled|two words|phrasebook)\b/
const otherSpeaker = /\b(?:who|which|that|while|as|book|film|song|songs|word|words|phrase|menu)\b/
const serves = new RegExp(
  `\\b[Mm]y (?<language>${LANGUAGE}) (?:(?:got|gets|saw|carried|pulled|helped|saved) (?:us|me|him|her|them|everyone|the \\w+)|came in (?:handy|useful)|(?:was|is|proved|turned out) (?:still |just |now |always )?(?:good enough|up to|useful|handy|a help|better|what (?:got|saved)|the reason|all we had|strong|near-native|native)|(?:did|does) the (?:job|trick)|impress(?:ed|es)|made (?:them|him|her)|came back|held up)|\\b(?:in|with) my (?:fluent|perfect|flawless|native|near-native|excellent) (?<fluent>${LANGUAGE})\\b|${SELF} (?:am|was|became|served as|acted as|worked as|played|have been)(?: \\w+){0,2} (?:the |a |an |my )?(?:${LANGUAGE} )?(?:interpreter|translator)\\b[^.;]{0,30}?\\b(?:from|for the|between|of|in|into) (?<from>${LANGUAGE})\\b|${SELF} (?:am|was) the (?:only )?one (?:of us )?who (?:spoke|speaks|knew|had|could speak) (?:any |some |the )?(?<one>${LANGUAGE})\\b|${SELF} (?:translated|interpreted)(?: [\\w']+){0,6} (?:from|into|out of|between) (?:the )?(?<translated>${LANGUAGE})\\b|\\b(?:[Ww]e|I) (?:always |only |mostly |still |usually )?(?:speak|spoke|talk|use|used) (?:only |mostly |nothing but )?(?<home>${LANGUAGE}) (?:at home|together|with (?:the|my|each)|to (?:the|my|each)|to one another|among)\\b|\\b[Mm]y (?:\\w+ )?(?:degree|diploma|A-level) (?:is|was) in (?<degree>${LANGUAGE})\\b|${SELF} (?:teach|taught) (?<taught>${LANGUAGE}) (?=(?:to|at|in|for)\\b)`,
  'g',
)
const tongues = new RegExp(
  `${SELF} (?:speak|spoke|know|am fluent in|manage|get by in|work in|have) (?:\\w+ )?(?:two|three|four|five|six|seven|several|a few|many|a couple of) (?:\\w+ )?languages\\b|${SELF} (?:am|grew up|was raised|was brought up) (?:completely |perfectly |fully )?(?:bilingual|trilingual|with two languages)\\b|\\b[Mm]y (?:second|third|other|working) languages?\\b|\\bone of my (?:\\w+ )?languages\\b`,
  'g',
)

/** A language put to use, without a word of speaking it. */
export function readLanguageUse(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  for (const match of matchesOf(used, text)) {
    const { mid = '', how = '', language = '' } = match.groups!
    const verb = readVerb(match)
    if (!verb || verb.negative || verb.tense === 'used-to') continue
    if (poorly.test(how) || otherSpeaker.test(mid)) continue
    for (const statement of spokenStatements(language, context))
      emit({ ...spanOf(match, language), statement })
  }
  for (const match of matchesOf(serves, text)) {
    const { language, fluent, from, one, translated, home, degree, taught } = match.groups!
    const spoken = (language ?? fluent ?? from ?? one ?? translated ?? home ?? degree ?? taught)!
    for (const statement of spokenStatements(spoken, context))
      emit({ ...spanOf(match, spoken), statement })
  }
  if (text.includes('lingual') || text.includes('languages'))
    for (const match of matchesOf(tongues, text))
      emit({
        ...spanOf(match),
        statement: speaking('a second language', true, context.eventDay),
      })
}

const ANY = '(?:any |a word of |a single word of |one word of |much |the |a )?'
const lacks = new RegExp(
  `\\b(?:[Nn]ot one of us|[Nn]one of us|[Nn]either of us|[Nn]obody in my \\w+|I have never|I never|I) (?:could |can(?: not)? |do(?: not)? |did not |ever |really |properly |had |have )*(?:speaks?|spoke|had|has|have|knew|knows?|understood|understands?|learn(?:ed|t)?|studied|stud(?:y|ies)|follow(?:ed)?|read|pick(?:ed)? up|master(?:ed)?|got round to (?:learning)?|manage(?:d)?) ${ANY}(?<language>${LANGUAGE})\\b(?! (?:class|teacher|literature|music|history|films?|food|songs?|people|friends|cooking|books?|blood|wine|cheese|passport))(?<rest>[^.;]*)`,
  'g',
)
const nothing = new RegExp(
  `\\b[Mm]y (?<mine>${LANGUAGE}) (?:is|was|amounts to|comes to|adds up to|consists of) (?:still |about |basically |next to |virtually )?(?:nonexistent|non-existent|zero|nil|nothing|none|hopeless|limited to|a joke|not there|two words|three words|\\w+ words)\\b|\\b[Mm]y (?<ends>${LANGUAGE}) (?:stops|ends|begins and ends|starts and ends|does not (?:go|stretch|run|extend)|did not (?:go|stretch|run|extend)|extends|goes no further|runs out)\\b|\\bI do not have (?:a|one|a single) word of (?<word>${LANGUAGE})|\\b(?<me>${LANGUAGE}) (?:is|was|remains|has always been) (?:a closed book|a mystery|(?:just )?noise|all Greek) to me\\b|\\b(?<zero>[Zz]ero|[Nn]o|[Nn]ot a word of) (?<none>${LANGUAGE}) (?:at all|whatsoever|myself|of my own|on my side|to speak of)\\b|${SELF} (?:speak|spoke|have|had|know|knew|understand) (?:zero|no) (?<no>${LANGUAGE})\\b(?! (?:friends|blood|teacher|books|lessons|accent|passport))|\\b(?:had to|needed (?:to|someone to|somebody to)|someone had to) (?:translate|interpret)(?: [\\w']+){0,5} from (?:the )?(?<from>${LANGUAGE}) (?:for|to) me\\b|${SELF} (?:needed|need|had to (?:have|hire|bring|use|find)|relied on|talked through|spoke through|asked for|called for|was given|were given|got)(?: \\w+){0,3} (?:interpreter|translator)\\b[^.;]{0,40}?\\b(?<through>${LANGUAGE})\\b|\\b(?:get|got|find|found|bring|brought|fetch|fetched|gave|give) (?:me|us) an (?:interpreter|translator)\\b[^.;]{0,40}?\\b(?<given>${LANGUAGE})\\b|\\b(?:not understanding|understood|understand|caught|followed|without understanding) (?:not )?(?:a|one|a single|nothing|none)(?: single)? ?(?:word )?of (?:the |his |her |their |that )?(?<heard>${LANGUAGE})\\b|\\b(?<one>${LANGUAGE}) (?:is|was) the one language I (?:never|do not|can not|could not)\\b`,
  'g',
)
// What was not known at first may be now.
const atFirst =
  /\b(?:when (?:I|we)|[Ww]hen I|at first|back then|in those days|before|until|yet|at the time|then|to begin with|as a child|enough|well|fluently|with|to (?:him|her|my)|at home|at school|any more|anymore|except|apart from|beyond|since)\b/
const earlier =
  /\b(?:[Ww]hen (?:I|we)|at first|[Bb]ack then|in those days|before|until|yet|at the time|to begin with|as a child)\b/
const only = new RegExp(
  `\\b(?<mine>${LANGUAGE}) (?:is|was) (?:all I (?:have|have got|speak|know|need|ever learned|can manage|can do)|the only (?:language|one|tongue) (?:I|we) (?:have|have got|speak|know|ever learned|can))\\b|\\bI (?:have )?(?:only|just) (?:have|got|ever (?:spoken|learned|learnt|had)|spoken|learned|learnt|know|speak|had) (?:the )?(?<ever>${LANGUAGE})(?=[.,;!]|$| (?:and (?:that|nothing|never)|so|my|all|in my life))|\\bI (?:speak|have|know|have got|can speak) (?:only|just|nothing but|no language (?:but|except|other than|besides)|no other language (?:but|than)) (?<speaks>${LANGUAGE})(?=[.,;!]|$| (?:and (?:that|nothing)|so|my)\\b)|\\b(?:[Oo]ther than|[Aa]part from|[Bb]eyond|[Oo]utside|[Bb]esides) (?<besides>${LANGUAGE}),? I (?:do not |have (?:never|no|not)|speak no|know no|never)`,
  'g',
)
const anyLanguage =
  /\bI (?:am|have always been|was always) (?:hopelessly |strictly |completely |stubbornly )?monolingual\b|\bI (?:only |just )?(?:speak|have|know|have got) (?:only |just )?(?:the |my )?(?:one|own|a single|mother) (?:language|tongue)\b(?! (?:at|with|well))|\bI (?:have )?(?:never|do not|did not|can not|could not) (?:once |ever |even |really )?(?:learn(?:ed|t)?|sp[eo]a?ken?|studied|manage(?:d)?|master(?:ed)?|pick(?:ed)? up|got|get|know|have) (?:to speak )?(?:a|any|another|one|a single) (?:foreign|other|second) (?:language|tongue)s?\b|\bI (?:have|had|speak|know|learned) no (?:foreign |other |second )languages?\b|\b[Nn]ever learned (?:a|any|another) (?:foreign |other |second )?language\b(?! (?:as|so|in))/g

/** Languages somebody says they do not have. */
export function readLanguageLimits(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  const { eventDay } = context
  for (const match of matchesOf(lacks, text)) {
    const { language = '', rest = '' } = match.groups!
    if (!isDenied(match[0]) || atFirst.test(rest) || /\b[Ww]hen (?:I|we)\b/.test(text)) continue
    emit({
      ...spanOf(match, language),
      end: match.index + match[0].length - rest.length,
      statement: speaking(language, false, eventDay),
    })
  }
  for (const match of matchesOf(nothing, text)) {
    const { mine, ends, word, me, none, no, from, through, given, heard, one } = match.groups!
    const language = (mine ??
      ends ??
      word ??
      me ??
      none ??
      no ??
      from ??
      through ??
      given ??
      heard ??
      one)!
    if (earlier.test(text)) continue
    emit({ ...spanOf(match, language), statement: speaking(language, false, eventDay) })
  }
  for (const match of matchesOf(only, text)) {
    const { mine, ever, speaks, besides } = match.groups!
    const language = (mine ?? ever ?? speaks ?? besides)!
    if (/ (?:at work|at home|with|to) /.test(text.slice(match.index + match[0].length))) continue
    const after = text.slice(match.index + match[0].length)
    if (/^,? (?:plus|and (?:a|some|my|the)|but (?:a|some)|with a)\b/.test(after)) continue
    emit({ ...spanOf(match, language), statement: speakingAnother(language, false, eventDay) })
  }
  if (/lingual|language|tongue/.test(text))
    for (const match of matchesOf(anyLanguage, text))
      emit({ ...spanOf(match), statement: speaking('a second language', false, eventDay) })
}

function isDenied(words: string): boolean {
  return /\b(?:[Nn]ot|never|[Nn]one|[Nn]either|[Nn]obody)\b/.test(words)
}
