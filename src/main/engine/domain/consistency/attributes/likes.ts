import { stem } from '../../text/tokenize.ts'
import type { Sentence } from '../claims/sentence.ts'
import { readVerb, SELF, selfVerb } from '../claims/verb-phrase.ts'
import { stateDays } from '../claims/when.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { polar, state } from './statements.ts'

const TASTE_SLACK = 700
const FEAR_SLACK = 900
const FAVOURITE_SLACK = 700

const OBJECT = '(?<object>(?:[a-zé][\\wé-]*)(?: (?:[a-zé][\\wé-]*)){0,2})'
const feels = new RegExp(
  `${selfVerb("likes?|liked|loves?|loved|adores?|adored|enjoys?|enjoyed|hates?|hated|dislikes?|disliked|detests?|detested|loathes?|loathed|despises?|despised|fond of|stand|bear|abide|can't stand|keen on|crazy about|mad about|passionate about|sick at the (?:sight|smell) of")} (?:the (?:taste|smell|sight|sound|idea|feel) of |to |(?:spending (?:time|my days|the day|days|weekends) |going |being |days )(?:at|on|in|to|by) )?${OBJECT}`,
  'g',
)
const fan = new RegExp(
  `${SELF} (?:am|was|have (?:always |never )?been)(?<not> not| never)?(?: much)? (?:a |an )?(?:huge |big |great |massive |lifelong |real |much of a )*(?:fan of|fond of|into) ${OBJECT}`,
  'g',
)
const bothered =
  /\b(?<object>[A-Z]?[a-z]+s) (?:have|do|did) (?:never|not) (?:bother(?:ed)?|scared?|frighten(?:ed)?|worr(?:y|ied)) me\b/g
const reversed =
  /\b(?<value>[A-Z][a-z]+) (?:is|was|has always been|has long been|remains|will always be) (?:still |easily |by far )?my (?:all-time |absolute |very )?favou?rite (?<what>colou?r|food|dish|season|sport|fruit|drink|city|animal|month|subject|place)\b/g
// A thing as the subject of what it is to the persona.
const valued = new RegExp(
  `(?<=^|, |\\b(?:and|but|because|that|so) )(?<object>(?:[Tt]he )?[A-Za-zé][a-zé-]+(?: [a-zé-]+)?) (?:is|are|was|has always been|have always been|remains|will always be) (?:still |always |truly |easily |simply |just |honestly |by far |probably )*(?:(?<good>(?:my|the) (?:\\w+ )?(?:passion|love|joy|delight|favou?rite(?: \\w+)?|obsession|happy place|pleasure|weakness|comfort|best part of my \\w+|highlight of my \\w+|love of my life)|what I love(?: most)?|the best thing (?:in|about)[a-z ]+)|(?<bad>(?:boring|disgusting|vile|revolting|unbearable|dull|torture|hell|awful|horrible|not (?:for me|my thing|my cup of tea)|my idea of (?:hell|torture)|(?:the bane|my pet hate|my least favou?rite)[a-z ]*)))(?= (?:and|in|to me|of|since|because|with)|[.,;!]|$)`,
  'g',
)
const moved =
  /(?<=^|, |\b(?:and|but|because|that|so) )(?<object>[A-Za-zé][a-zé-]+(?: [a-zé-]+)?) (?:has always |have always |always |still |really |never fails? to |do |does )*(?:(?<bad>bores?|disgusts?|bored|disgusted|repulses?|revolts?|irritates?|annoys?|makes? me (?:sick|ill|gag|miserable|nauseous|want to (?:cry|scream|run))|turns? my stomach|leaves? me cold|does nothing for|do nothing for)|(?<good>calms?|relaxes?|delights?|delighted|soothes?|thrills?|fascinates?|makes? me (?:so |very )?(?:happy|smile)))(?: me)?\b/g
const cannotGet = new RegExp(
  `${SELF} (?:can not|could not|can never) (?:get enough of|live without|resist|imagine life without|go a day without) ${OBJECT}|\\b[Nn]othing (?:beats|better than|makes me happier than|is better than|relaxes me like) (?:an? (?:(?:cold|good|nice|hot|fresh|long|strong|proper) )?)?${OBJECT.replace('object', 'beats')}|${SELF} (?:a |an )?(?:have a |has a |had a )?(?:weakness|soft spot|passion|love) for ${OBJECT.replace('object', 'weak')}|${SELF} (?:am |is |was )?(?:obsessed with|addicted to|in love with|devoted to) ${OBJECT.replace('object', 'obsessed')}`,
  'g',
)
const cannotBear = new RegExp(
  `${SELF} (?:am |is |was |have |has )?(?:no time for|no interest in|zero interest in|sick of|bored by|disgusted by|repulsed by|avoids?|no patience for|a (?:\\w+ )?(?:hatred|dislike|loathing) (?:of|for)) ${OBJECT}|${SELF} (?:can not|could not|can never|will not) (?:watch|listen to|be around|look at|face|touch) ${OBJECT.replace('object', 'weak')}|${SELF} (?:do|does|did) not (?:care for|see the (?:point|appeal) (?:of|in)|get|understand the (?:point|appeal) of|see what people see in) ${OBJECT.replace('object', 'care')}|\\bthe (?:taste|smell|sound|sight|thought) of ${OBJECT.replace('object', 'sense')} (?:makes me|turns my|repels|disgusts)`,
  'g',
)
const inPassing =
  /\b(?<object>[a-zé-]+),? (?:which (?:is|are) |- )?(?:(?<good>(?:always )?my (?:absolute |all-time |very )?favou?rite(?! (?:of|thing to avoid))|which I (?:always |really |absolutely )?(?:love|adore|enjoy|like))|(?<bad>my least favou?rite|which I (?:always |really |absolutely )?(?:hate|detest|loathe|can not stand)))\b/g
const most =
  /\b(?:I|[Ww]e)(?: (?:have|always|still|has))* (?:loves?|likes?|liked|prefers?|enjoys?) (?:the )?(?<value>spring|summer|autumn|fall|winter|blue|green|red|yellow|purple|orange|pink|black|white)(?: \w+)? (?:best|most|above all|more than any(?: other)?)\b/g
const fears = new RegExp(
  `${selfVerb('afraid|scared|terrified|frightened|petrified|fear|feared')} (?:of |stiff of |to death of )?${OBJECT}|\\b[Mm]y (?:fear|phobia|terror) of (?<of>(?:[a-z]+)(?: [a-z]+)?)|${SELF} (?:have|has|had) (?<no>no |never had (?:a |any )?)?(?:a |an )?(?:terrible |irrational |lifelong |deep |great )?(?:fear|phobia|terror) of (?<phobia>[a-z]+(?: [a-z]+)?)|\\b(?<spiders>(?:[A-Z][a-z]+ )?[A-Z]?[a-z]+s) (?<neg>do not |have never |never |have always )?(?:(?:scared?|terrif(?:y|ied)|frighten(?:ed)?|petrif(?:y|ied)) (?:me|the [a-z ]{3,24} out of me)|give me (?:the creeps|nightmares)|freak me out|creep me out|make my skin crawl)\\b`,
  'g',
)
const favourite =
  /\b[Mm]y (?:all-time |absolute |very )?favou?rite (?<what>colou?r|food|dish|season|book|film|movie|song|band|fruit|drink|subject|sport|city|animal|composer|author|meal|flower|painter|month|day|writer|dessert|team|place)(?: of all| in the world| at school| has always| ever)* (?:is|was|been|remains) (?:still |always |and always has been )*(?<value>[A-Za-z][\w' -]{1,40}?)(?=[,.;!]|$| (?:and|because|since|but|with|in|when|as|by|for)\b)/g

// Words that open something particular, or nothing that one likes in general.
// What there is one of, for one person.
const oneOfAKind =
  /^(?:the (?:beach|sea|ocean|mountains|city|countryside|cold|heat|rain|snow|outdoors|gym|dentist|sun|winter|summer|dark)|my (?:job|work))\b/
const particular =
  /^(?:it|him|her|them|that|this|those|these|you|me|us|the|my|his|their|every|everything|everyone|all|how|what|when|being|having|a|an|to|so|most|such|nothing|anything|more|less|very|both|one|each|no|not|and|with|in|about|for|myself|some|another|doing|from|at|as|on|there|here|going back|where|who|why|even|because|until|then|now|best|better|too|just|of|or|up|out|watching|seeing|hearing|telling|saying|knowing|thinking|talking|people|things|work|life|home|school|getting|making|taking|seeing|leaving|waiting|asking|losing|looking|listening|coming|myself|whether|if|is|was|were|are|be|old|new|little)\b/
const ends =
  /^(?:in|on|at|with|and|or|but|for|since|because|so|when|than|from|to|by|as|more|most|even|that|which|who|of|the|a|an|my|is|was|all|very|too|ever|again|any|anymore|now|then|there|here|best|of|after|before|while|until|though|still|like|if|i|we|it|you|since|not|best|every|each|especially|just|too|alone|myself|together|outdoors|early|late)$/

export const likes: AttributeReader = {
  cues: words(`like likes liked love loves loved adore adores adored enjoy enjoys enjoyed hate hates hated dislike dislikes disliked
    detest detests detested loathe loathes loathed despise despised fond stand bear abide keen crazy mad passionate sick afraid
    scared terrified frightened petrified fear fears feared phobia terror scare scares freak creep creeps skin terrify terrifies favourite favorite fan into bothered bother passion joy delight obsession weakness obsessed addicted bores bore bored disgusts disgust disgusting
    boring vile revolting unbearable dull torture calms relaxes delights soothes thrills fascinates nothing enough resist without best highlight interest avoid avoids
    care point appeal prefer prefers smell taste sound sick stomach makes make cup`),
  read(sentence, emit) {
    readTastes(sentence, emit)
    readValued(sentence, emit)
    readFears(sentence, emit)
    readFavourites(sentence, emit)
  },
}

function readTastes(sentence: Sentence, emit: Emit): void {
  const { eventDay } = sentence.context
  for (const match of matchesOf(feels, sentence.text)) {
    const verb = readVerb(match)
    const { verb: word = '', object: words = '', aux = '' } = match.groups!
    const object = thingOf(words)
    if (!verb || !object) continue
    if (
      /^ (?:for|with|when|alone|without|after|before|if|to)\b/.test(
        sentence.text.slice(match.index + match[0].length - words.length + object.length),
      )
    )
      continue
    const can = / (?:can|could) /.test(`${aux} `)
    if (/^(?:stand|bear|abide)$/.test(word) && !(can && verb.negative)) continue
    const bad = /^(?:hat|dislik|detest|loath|despis|can't|sick)/.test(word)
    const liked = /^(?:stand|bear|abide)$/.test(word) ? false : bad ? verb.negative : !verb.negative
    // Not hating something is not liking it.
    if (bad && verb.negative) continue
    const span = spanOf(match)
    const end = span.end - words.length + object.length
    const found = { start: span.start, end: Math.max(span.start + 1, end) }
    if (
      verb.always ||
      verb.never ||
      /\b(?:all my life|since (?:I was|childhood)|for as long as)\b/.test(sentence.text)
    ) {
      emit({
        ...found,
        statement: polar('likes', object.key, liked, {
          days: { from: eventDay - 3650, to: eventDay },
        }),
      })
      emit({
        ...found,
        statement: polar('likes', object.key, liked, {
          days: { from: eventDay, to: eventDay },
          slack: TASTE_SLACK,
        }),
      })
      continue
    }
    if (verb.tense === 'used-to' || verb.tense === 'pluperfect') continue
    // In the past tense it is the occasion that was enjoyed.
    if (
      verb.tense === 'past' &&
      !words.split(' ')[0]!.endsWith('ing') &&
      sentence.context.field !== 'facts'
    )
      continue
    const held = stateDays(
      sentence,
      verb.tense === 'perfect' ? { tense: 'present' } : verb,
      [found.start, found.end],
      verb.tense === 'past' ? 60 : TASTE_SLACK,
    )
    if (held) emit({ ...found, statement: polar('likes', object.key, liked, held) })
  }
}

function readValued(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  const held = {
    days: { from: context.eventDay, to: context.eventDay },
    slack: TASTE_SLACK,
  }
  for (const pattern of [valued, moved, cannotGet, cannotBear, inPassing]) {
    for (const match of matchesOf(pattern, text)) {
      const { object, beats, weak, obsessed, care, sense, bad } = match.groups!
      const words = (object ?? beats ?? weak ?? obsessed ?? care ?? sense ?? '').toLowerCase()
      const thing = thingOf(
        words.replace(
          /^(?:the (?:taste|smell|sound|sight|thought) of) |^an? (?:(?:ice-?)?(?:cold|good|nice|hot|fresh|long|strong|rare|decent|proper) )?/,
          '',
        ),
      )
      if (!thing) continue
      const liked = pattern === cannotBear ? false : bad === undefined
      if (liked && / (?:do|does) not /.test(match[0])) continue
      emit({ ...spanOf(match), statement: polar('likes', thing.key, liked, held) })
    }
  }
  for (const match of matchesOf(most, text)) {
    const value = match.groups!['value']!
    const what = /spring|summer|autumn|fall|winter/.test(value) ? 'season' : 'colour'
    emit({
      ...spanOf(match, value),
      statement: state('favourite', value, held, { object: what }),
    })
  }
}

function readFears(sentence: Sentence, emit: Emit): void {
  const { eventDay } = sentence.context
  const now = { days: { from: eventDay, to: eventDay }, slack: TASTE_SLACK }
  for (const match of matchesOf(fan, sentence.text)) {
    const object = thingOf(match.groups!['object']!)
    const denied = match.groups!['not'] !== undefined || / never /.test(match[0])
    if (object) emit({ ...spanOf(match), statement: polar('likes', object.key, !denied, now) })
  }
  for (const match of matchesOf(bothered, sentence.text)) {
    const object = thingOf(match.groups!['object']!.toLowerCase())
    if (object)
      emit({
        ...spanOf(match),
        statement: polar('afraid of', object.key, false, { ...now, slack: FEAR_SLACK }),
      })
  }
  for (const match of matchesOf(fears, sentence.text)) {
    const { object: words, of, phobia, spiders, neg = '', no, verb: word } = match.groups!
    const object = thingOf((words ?? of ?? phobia ?? spiders ?? '').toLowerCase())
    if (!object) continue
    if (word !== undefined && /^(?:fear|feared)$/.test(word) && / of /.test(match[0])) continue
    if (
      words !== undefined &&
      /^(?:afraid|scared|terrified|frightened|petrified)$/.test(word ?? '') &&
      !/ of /.test(match[0])
    )
      continue
    const verb = word === undefined ? undefined : readVerb(match)
    if (word !== undefined && !verb) continue
    const negative = verb?.negative ?? /\b(?:not|never)\b/.test(neg + (no ?? ''))
    const denied = negative || (no ?? '').startsWith('no ')
    const span = spanOf(match)
    const never = verb?.never ?? / never /.test(` ${neg}${no ?? ''} `)
    const always = (verb?.always ?? false) || /always/.test(neg)
    const held =
      never || always
        ? { days: { from: -Infinity, to: eventDay }, slack: 0 }
        : stateDays(sentence, verb ?? { tense: 'present' }, [span.start, span.end], FEAR_SLACK)
    if (never || always)
      emit({
        ...span,
        statement: polar('afraid of', object.key, !denied, {
          days: { from: eventDay, to: eventDay },
          slack: FEAR_SLACK,
        }),
      })
    if (held && !denied && verb?.tense !== 'used-to')
      emit({ ...span, statement: polar('likes', object.key, false, held) })
    if (held && verb?.tense !== 'used-to')
      emit({ ...span, statement: polar('afraid of', object.key, !denied, held) })
  }
}

function readFavourites(sentence: Sentence, emit: Emit): void {
  const { eventDay } = sentence.context
  for (const match of matchesOf(reversed, sentence.text)) {
    const { value = '', what = '' } = match.groups!
    emit({
      ...spanOf(match, value),
      statement: state(
        'favourite',
        value.toLowerCase(),
        { days: { from: eventDay, to: eventDay }, slack: FAVOURITE_SLACK },
        { object: what.replace('color', 'colour') },
      ),
    })
  }
  for (const match of matchesOf(favourite, sentence.text)) {
    const { what = '', value = '' } = match.groups!
    if (/\b(?:one|among|part|memory|not|probably|when|time)\b/.test(value)) continue
    const thing = thingOf(value.toLowerCase())
    if (thing && /food|dish|drink|sport|fruit|meal|dessert/.test(what))
      emit({
        ...spanOf(match, value),
        statement: polar('likes', thing.key, true, {
          days: { from: eventDay, to: eventDay },
          slack: TASTE_SLACK,
        }),
      })
    const key = value.toLowerCase().replace(/^(?:the|a|an|my|deep|dark|light|bright) /, '')
    emit({
      ...spanOf(match, value),
      statement: state(
        'favourite',
        key,
        { days: { from: eventDay, to: eventDay }, slack: FAVOURITE_SLACK },
        { object: what.replace('color', 'colour').replace('movie', 'film') },
      ),
    })
  }
}

/** A kind of thing, as one key: "swimming in the sea" is `swim`, "brussels sprouts" `brussel sprout`. */
function thingOf(phrase: string): { key: string; length: number } | undefined {
  const plain = phrase.trim()
  const known = oneOfAKind.exec(plain)
  if (known) return { key: known[0], length: known[0].length }
  if (particular.test(plain)) return undefined
  const kept: string[] = []
  for (const word of plain.split(' ')) {
    if (ends.test(word)) break
    kept.push(word)
    // What follows a gerund is where and with whom, save for its object.
    if (kept.length === 2) break
  }
  if (kept.length === 0) return undefined
  return {
    key: kept.map((word) => stem(word.toLowerCase())).join(' '),
    length: kept.join(' ').length,
  }
}
