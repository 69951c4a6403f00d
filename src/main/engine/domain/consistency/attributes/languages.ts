import type { ClaimContext } from '../claims/claim-context.ts'
import type { Sentence } from '../claims/sentence.ts'
import { readVerb, SELF, selfVerb } from '../claims/verb-phrase.ts'
import { isQualified } from '../claims/qualified.ts'
import { isForeignLanguage, LANGUAGE, languageNames } from '../lexicon/language-names.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { readLanguageLimits, readLanguageUse } from './language-use.ts'
import { speaking, speakingAnother, spokenStatements } from './speaking.ts'
import { permanent } from './statements.ts'

const ALSO = `(?:(?:,| and|, and| or|,? but also| as well as| besides|, some|, a little| nor)+ (?:some |a little |a bit of |fluent |good |passable )?${LANGUAGE})*`

const speaks = new RegExp(
  `${selfVerb('speaks?|spoke|spoken|understand|understood|read|write|learned|learnt|know|knew|grew up speaking|grew up with|raised (?:in|speaking)|dream in|converse in|get by in|picked up|mastered')} (?<how>(?:both|fluent|good|decent|perfect|excellent|passable|some|a little|a bit of|basic|broken|any|a word of|one word of|a single word of|much|only|nothing but|four languages,|three languages,|two languages,|conversational|enough|a few words of|no|neither) )*(?<languages>${LANGUAGE}${ALSO})(?! (?:literature|history|grammar|lesson|teacher|music|songs?|poetry|cooking|newspaper|books?|films?|poems?))(?<well> (?:well|fluently|badly|poorly|at all|like a native|perfectly|rather well))?`,
  'g',
)
const fluent = new RegExp(
  `${selfVerb('am|was|became|be|is|been')} (?:quite |completely |still |almost )?(?:fluent|bilingual|at home|conversational|proficient) in (?<languages>${LANGUAGE}${ALSO})|\\b[Mm]y (?<mine>${LANGUAGE}) (?:is|was) (?<how>(?:still |now |quite |pretty |rather |almost |very )*(?:fluent|excellent|perfect|good|decent|solid|better|flawless|native|non-existent|nonexistent|terrible))`,
  'g',
)
const gaveIn = new RegExp(
  `${SELF} (?:gave|held|made|wrote|delivered|did|lectured|argued|chatted|answered|read)(?: [^,.;]{2,30}?)? in (?:perfect|fluent|good|flawless|excellent|my best) (?<language>${LANGUAGE})`,
  'g',
)
const noWord = new RegExp(
  `${SELF} (?:have|has|had|know|knew|speak|spoke|understand|understood) (?:not |hardly |barely )?(?:a|one|a single) word of (?<word>${LANGUAGE})|${SELF} (?:do|does|did|have|can|could)(?: not| never) (?:have |know |understand |speak )?(?:a|one|a single|any) ?(?:word of )?(?<not>${LANGUAGE})|\\bnot (?:speak|know|understand) a word of (?<third>${LANGUAGE})|${SELF} (?:have|had) no (?<no>${LANGUAGE})\\b(?! (?:teacher|friends|blood|books|lessons|accent|passport))|\\bI never (?:learned|learnt|managed to learn|picked up|spoke) (?:any |to speak )?(?<never>${LANGUAGE})`,
  'g',
)
const it = new RegExp(
  `\\b(?<language>${LANGUAGE})\\b[^.;]{0,60}?\\bI (?:(?<no>never (?:learned|learnt|spoke|picked up) (?:any|it|a word)|(?:do not|can not) (?:speak|understand|know) (?:it|any|a word))|(?:grew up speaking|speak|have spoken) it)\\b`,
  'g',
)
const native = new RegExp(
  `\\b[Mm]y (?:mother tongue|native (?:language|tongue)|first language) (?:is|was) (?<is>${LANGUAGE})|\\b(?<sub>${LANGUAGE}) (?:is|was) my (?:mother tongue|native (?:language|tongue)|first language)|${SELF} (?:am|was) a native (?<speaker>${LANGUAGE}) speaker|\\b[Rr]aised in (?<raised>${LANGUAGE})\\b`,
  'g',
)
const only = new RegExp(
  `\\bI (?:(?:only|just) (?:speak|know)|(?:speak|know) (?:only|just|nothing but)) (?<only>${LANGUAGE})\\b(?! (?:with|to|at|and|or))|\\b(?<sole>${LANGUAGE}) is the only language I (?:speak|know)|\\bI (?:speak|know) (?:no|not any) (?:foreign|other|second) languages?|\\bI (?:do not|never) (?:speak|learned|learnt) (?:a|any) (?:other|foreign|second) language`,
  'g',
)

export const languages: AttributeReader = {
  cues: words(
    `${languageNames.join(' ').toLowerCase()} language languages tongue bilingual trilingual monolingual`,
  ),
  read(sentence, emit) {
    readSpoken(sentence, emit)
    readDenied(sentence, emit)
    readNative(sentence, emit)
    readLanguageUse(sentence, emit)
    readLanguageLimits(sentence, emit)
  },
}

function readSpoken(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  for (const match of matchesOf(speaks, text)) {
    const verb = readVerb(match)
    const { languages: list = '', how = '', verb: word = '', well = '' } = match.groups!
    if (!verb || /\b(?:some|little|bit|basic|broken|enough|few|much|neither)\b/.test(how)) continue
    if (
      /^(?:read|write|learn\w*|know|knew|picked up|understood|understand)$/.test(word) &&
      !verb.negative &&
      !/fluent|well|fluently/.test(how + well)
    )
      continue
    if (verb.negative && /well|fluently|perfectly|like|fluent|good|perfect|much/.test(how + well))
      continue
    if (verb.negative && verb.tense === 'past' && !/word/.test(how)) continue
    if (
      verb.negative &&
      /\b(?:at home|to (?:him|her|me|them|each|my)|with|for (?:\w+ )?(?:years|months)|any more|anymore|since|in front)\b/.test(
        text.slice(match.index + match[0].length),
      )
    )
      continue
    if (verb.negative && isQualified(text, match.index + match[0].length)) continue
    const only = /only|nothing but/.test(how) || / only /.test(match.groups!['aux'] ?? '')
    emitAll(list, match, !verb.negative && !/\bno\b/.test(how), context, emit)
    if (
      only &&
      !verb.negative &&
      verb.tense === 'present' &&
      !/ (?:with|to|at) /.test(text.slice(match.index + match[0].length))
    )
      emitOnly(list, match, context, emit)
  }
  for (const match of matchesOf(gaveIn, text))
    emitAll(match.groups!['language']!, match, true, context, emit)
  for (const match of matchesOf(fluent, text)) {
    const { languages: list, mine, how = '' } = match.groups!
    const verb = list === undefined ? undefined : readVerb(match)
    if (list !== undefined && !verb) continue
    if (/terrible|decent/.test(how)) continue
    emitAll(
      (list ?? mine)!,
      match,
      !/non-?existent/.test(how) && !(verb?.negative ?? false),
      context,
      emit,
    )
  }
}

/** @param list  the languages that are all there are, where named */
function emitOnly(
  list: string | undefined,
  match: RegExpExecArray,
  { eventDay, homeCountries }: ClaimContext,
  emit: Emit,
): void {
  const [language, another] = list?.match(new RegExp(LANGUAGE, 'g')) ?? []
  // Who lives abroad speaks a language that is foreign there, and calls it no second one.
  if (!language || !isForeignLanguage(language, homeCountries))
    emit({ ...spanOf(match), statement: speaking('a second language', false, eventDay) })
  if (language && !another)
    emit({ ...spanOf(match, language), statement: speakingAnother(language, false, eventDay) })
}

function emitAll(
  list: string,
  match: RegExpExecArray,
  polarity: boolean,
  context: ClaimContext,
  emit: Emit,
): void {
  const found = list.match(new RegExp(LANGUAGE, 'g')) ?? []
  const { eventDay } = context
  for (const language of found)
    for (const statement of polarity
      ? spokenStatements(language, context)
      : [speaking(language, false, eventDay)])
      emit({ ...spanOf(match, language), statement })
  if (polarity && found.length > 1)
    emit({ ...spanOf(match), statement: speaking('a second language', true, eventDay) })
}

const arrival =
  /\b(?:[Ww]hen (?:I|we)|at first|back then|in those days|at the time|to begin with)\b/

function readDenied(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  for (const match of matchesOf(noWord, text)) {
    const { word, not, third, no, never } = match.groups!
    if (word && !/\b(?:not|hardly|barely)\b/.test(match[0])) {
      // "I have a word of it" is only ever said to deny it: "I haven't a word of it".
      continue
    }
    const language = (word ?? not ?? third ?? no ?? never)!
    // What was not known on arrival may have been learned by the day that is told of.
    if (/\b(?:did|could|had|spoke|knew) /.test(match[0]) && arrival.test(text)) continue
    emit({ ...spanOf(match, language), statement: speaking(language, false, context.eventDay) })
  }
  for (const match of matchesOf(it, text)) {
    const { language = '', no } = match.groups!
    emit({
      ...spanOf(match, language),
      statement: speaking(language, no === undefined, context.eventDay),
    })
  }
  for (const match of matchesOf(only, text)) {
    const { only: one, sole } = match.groups!
    emitOnly(one ?? sole, match, context, emit)
  }
}

function readNative(sentence: Sentence, emit: Emit): void {
  for (const match of matchesOf(native, sentence.text)) {
    const { is, sub, speaker, raised } = match.groups!
    const language = (is ?? sub ?? speaker ?? raised)!
    emit({ ...spanOf(match, language), statement: permanent('mother tongue', language) })
    emit({
      ...spanOf(match, language),
      statement: speaking(language, true, sentence.context.birth.to),
    })
  }
}
