import type { DaySpan } from '../claims/claim.ts'
import { YEAR_DAYS } from '../claims/days.ts'
import type { Sentence } from '../claims/sentence.ts'
import { ageSpan } from '../claims/time-expressions.ts'
import { timeAt } from '../claims/when.ts'
import { NUMBER, numberOf } from '../lexicon/numbers.ts'
import { NTH, nthOf } from './age-remarks.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { dated, ever, polar, state } from './statements.ts'

/** "Twenty years" is seldom to the day. */
const YEARS_SLACK = 250
/** An age is told from memory. */
const AGE_SLACK = 400
const MOURNED = 31
const CHILDHOOD = 16 * YEAR_DAYS

type LifeEvent = {
  readonly attribute: string
  readonly subject?: string
  /** What happened, of a persona who says "I". */
  readonly what: string
  /** Only with an age does it mean this. */
  readonly young?: true
}

const MOTHER = '(?:(?:[Mm]y )?(?:mother|mum|mom|mam|mama|mummy)|Mother|Mum|Mom|Mam|Mama)'
const FATHER = '(?:(?:[Mm]y )?(?:father|dad|daddy|papa|da|old man)|Father|Dad|Daddy|Papa)'
const PARENTS_HOME =
  "(?:my (?:parents'|mother's|father's|mum's|mom's|mam's|dad's|folks'|family's) (?:house|home|place|flat|roof|farm|apartment|basement)|the family home|my childhood home|home|my parents)"
const GONE =
  '(?:died|passed away|passed on|passed|was killed|drowned|was taken|left us for good|went to her rest|went to his rest)'

const events: readonly LifeEvent[] = [
  {
    attribute: 'leaving home',
    what: `\\bI (?:left home|left ${PARENTS_HOME}|moved out of ${PARENTS_HOME}|flew the nest|left the nest|fled the nest)\\b(?! (?:at (?:noon|dawn|six|seven|eight|\\d)|early|late|without|my keys))`,
  },
  {
    attribute: 'leaving home',
    what: '\\bI (?:moved out|left home|struck out on my own|got my (?:own|first) (?:place|flat|room|apartment|bedsit))\\b',
    young: true,
  },
  {
    attribute: 'starting work',
    what: '\\b(?:I (?:got|had|found|took|started|landed) my first (?:real |proper |paid |paying |ever )?job|[Mm]y first (?:real |proper |paid |paying |ever )?job (?:was|came|started)|I (?:earned|drew|got) my first (?:wage|wages|pay|pay packet|paycheck|pay cheque|salary)|I (?:started|began) work(?:ing)?(?= at \\w+(?:,| |\\.)))\\b',
  },
  {
    attribute: 'retirement',
    what: '\\b(?:I (?:retired|took (?:early )?retirement|took my pension|drew my first pension)|[Mm]y (?:retirement|retirement (?:do|party|lunch|dinner|clock|gift|speech|watch)))\\b',
  },
  {
    attribute: 'wedding',
    what: '\\b(?:I|[Ww]e) (?:got married|(?:was|were) married|married|wed|tied the knot|said I do|eloped)\\b(?! (?:for|a man|a woman|into|off|young|too|late))|\\b[Mm]y (?:own )?(?:wedding|church wedding|civil wedding|wedding (?:day|album|photos?|pictures?|dress|video|ring|speech|breakfast|cake|party|night))\\b(?! (?:anniversary|ring was))',
  },
  {
    attribute: 'divorce',
    what: '\\b(?:I|[Ww]e) (?:(?:got |was |were )?divorced|signed (?:the|our|my) (?:divorce )?papers)\\b|\\b(?:[Mm]y|[Tt]he) (?:divorce|decree(?: absolute| nisi)?)(?: papers?| certificate)?\\b(?! (?:lawyer|rate|court))',
  },
  {
    attribute: 'death',
    subject: 'mother',
    what: `\\b${MOTHER} ${GONE}\\b|\\bI lost ${MOTHER}\\b|\\b${MOTHER}'s (?:death|funeral|passing)\\b`,
  },
  {
    attribute: 'death',
    subject: 'father',
    what: `\\b${FATHER} ${GONE}\\b|\\bI lost ${FATHER}\\b|\\b${FATHER}'s (?:death|funeral|passing)\\b`,
  },
  {
    attribute: 'first communion',
    what: '\\b(?:I (?:made|took|had|celebrated)|[Mm]y) (?:my )?first (?:holy )?communion\\b',
  },
  {
    attribute: 'baptism',
    what: '\\bI was (?:baptised|baptized|christened)\\b|\\b[Mm]y (?:baptism|christening)\\b',
  },
  {
    attribute: 'passing the driving test',
    what: "\\bI (?:passed my (?:driving )?test|got my (?:driver's |driving )?licen[cs]e)\\b",
  },
  {
    attribute: 'becoming a parent',
    what: '\\bI (?:became a (?:mother|father|mum|mom|dad|parent)|had my (?:first (?:child|baby|son|daughter)|firstborn|eldest))\\b|\\b[Mm]y (?:first (?:child|baby)|firstborn|eldest) (?:was born|came (?:along|into)|arrived)\\b',
  },
  {
    attribute: 'becoming a grandparent',
    what: '\\bI became a (?:grandmother|grandfather|grandparent|granny|grandad|grandpa|nan)\\b|\\b[Mm]y first grand(?:child|son|daughter) (?:was born|came|arrived)\\b',
  },
  {
    attribute: 'first kiss',
    what: '\\b[Mm]y first kiss\\b|\\bI (?:had|got) my first kiss\\b',
  },
  {
    attribute: 'coming to this country',
    what: '\\bI (?:came to this country|emigrated|immigrated|got off the boat|landed in this country)\\b',
  },
]

const readers = events.map((event) => ({ ...event, pattern: new RegExp(event.what, 'g') }))
const sinceWord = new RegExp(
  `\\b(?<years>${NUMBER}) years?(?: (?:today|now|this \\w+|to the day|ago|last \\w+|on|and counting))?,? (?:since|after|on from|without)(?= ?(?:that |the day |the )?$)|\\b(?<nth>${NTH}) anniversary of $`,
  'i',
)
const apart =
  /\b(?:again|second|another|third|remarried|ex|(?:moved|came) back|first husband|first wife|nearly|almost|parents' (?:wedding|divorce|marriage|retirement|anniversary)|would|sister's|brother's|son's|daughter's|friend's|his|her|their|cousin's|both)\b/

const timed = new RegExp(
  `\\d|\\b(?:${NUMBER}|today|tonight|yesterday|this|last|silver|golden|ruby|pearl|diamond|\\w+th|first|second|third)\\b`,
  'i',
)

/** The dates of what happens once: as a day, an age, or as years ago. */
export const lifeEvents: AttributeReader = {
  cues: words(`nest retired retirement pension job wedding married wed divorced divorce decree papers knot eloped moved died passed
    killed drowned lost death funeral passing communion baptised baptized christened baptism christening licence license mother mum mom
    mam father dad parent parents firstborn eldest grandmother grandfather kiss emigrated widow widowed widower divorcee anniversary roof
    marriage left lived`),
  read(sentence, emit) {
    // Without a time there is nothing to compare.
    readMarriages(sentence, emit)
    readChristened(sentence, emit)
    if (!timed.test(sentence.text)) return
    for (const event of readers) readEvent(event, sentence, emit)
    readYearsOf(sentence, emit)
    readAtHome(sentence, emit)
  },
}

function readEvent(
  { attribute, subject = 'self', pattern, young }: (typeof readers)[number],
  sentence: Sentence,
  emit: Emit,
): void {
  for (const match of matchesOf(pattern, sentence.text)) {
    if (subject === 'self' && apart.test(sentence.text)) return
    const when = whenOf(sentence, match)
    if (!when || (young && !when.aged)) continue
    const { days, slack } = when
    emit({ ...spanOf(match), statement: dated(attribute, days, { subject, slack }) })
    if (attribute === 'death')
      emit({
        ...spanOf(match),
        statement: polar(
          'alive',
          '',
          false,
          {
            days: {
              from: Math.min(days.to, sentence.context.eventDay) + MOURNED + slack,
              to: Infinity,
            },
          },
          { subject },
        ),
      })
  }
}

type When = { readonly days: DaySpan; readonly slack: number; readonly aged: boolean }

const ageBefore = new RegExp(
  `\\bI was (?:only |just |already |nearly )?(?<age>${NUMBER})(?: years old)? (?:when|before|by the time) $`,
)
const ageAfter = new RegExp(
  `^[^.;]{0,40}?(?:,| at| aged| when I was| at the age of| I was| as a| at just| at only) (?<age>${NUMBER})(?=[,.;]| with| and| on| to| in| years old| for| straight|-year-old|$)(?! (?:and a half )?(?:minutes|hours|o'clock|per|percent|of|others|weeks|days|years (?:ago|later|before)))`,
)

/** "Ten years since", "at sixteen", "in 1999"; undefined where no time but the memory's own is said. */
function whenOf(sentence: Sentence, match: RegExpExecArray): When | undefined {
  const { text, context } = sentence
  const before = text.slice(0, match.index)
  const since = sinceWord.exec(before)?.groups
  if (since) {
    const years = since['years'] ? numberOf(since['years']) : nthOf(since['nth']!)
    const day = context.eventDay - years * YEAR_DAYS
    return { days: { from: day, to: day }, slack: YEARS_SLACK, aged: false }
  }
  const earlier = ageBefore.exec(before)?.groups!['age']
  if (earlier && numberOf(earlier) >= 4)
    return { days: ageSpan(numberOf(earlier), context), slack: AGE_SLACK, aged: true }
  const age = ageAfter.exec(text.slice(match.index + match[0].length))?.groups!['age']
  if (age && numberOf(age) >= 4 && numberOf(age) <= 90)
    return { days: ageSpan(numberOf(age), context), slack: AGE_SLACK, aged: true }
  const time = timeAt(sentence, match.index, match.index + match[0].length)
  if (time?.kind === 'at' && time.days) {
    const words = text.slice(time.start, time.end)
    if (/today|tonight|yesterday|this |last (?:night|week)/i.test(words))
      return { days: time.days, slack: 45, aged: false }
    const aged = !/\d{4}|ago|year/.test(words)
    return { days: time.days, slack: aged ? AGE_SLACK : /ago/.test(words) ? 120 : 30, aged }
  }
  return undefined
}

const DURATION = `(?:for |after |a |these |the last |the past |over |almost |nearly |about |more than |now )*`
const yearsOf = new RegExp(
  `\\b(?<years>${NUMBER})(?: \\w+)? years? (?:a |as a |of being a |of |now a |into being a |being a )?(?<what>married|wed|marriage|widow(?:ed|er)?|widowhood|divorced|divorcee|single)\\b|\\b(?:[Ii] (?:am|have been|was) |^)(?:a )?(?<kind>[Mm]arried|[Ww]idow(?:ed|er)?|[Dd]ivorced|[Ss]ingle)(?: to \\w+)?,? ${DURATION}(?<for>${NUMBER}) years\\b|\\b[Mm]y (?<which>silver|ruby|golden|pearl|diamond|${NTH})(?: wedding)? (?<day>wedding(?! dress| cake)|(?:wedding )?anniversary)\\b`,
  'gi',
)
const jubilees: Readonly<Record<string, number>> = {
  silver: 25,
  pearl: 30,
  ruby: 40,
  golden: 50,
  diamond: 60,
}
const ofOthers =
  /\b(?:parents'?|they|their|he|she|his|her|[Gg]randparents'?|in-laws'?|sister's|brother's|friends?'s?|neighbou?rs'?|[A-Z]\w+'s|work|working|job|company|firm|shop|sobriety|sober|would|if|half|almost married|before (?:he|she)|had been|ago)\b/

/** "Eight years a widow", "twenty years married": since when. */
function readYearsOf(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  if (ofOthers.test(text)) return
  for (const match of matchesOf(yearsOf, text)) {
    const { years, for: lasted, what, kind, which } = match.groups!
    const count = which ? (jubilees[which] ?? nthOf(which)) : numberOf((years ?? lasted)!)
    const value = statusOf(what ?? kind ?? 'married')
    if (count < 1 || count > 75) continue
    const begin = context.eventDay - count * YEAR_DAYS
    const days = { from: begin + YEAR_DAYS / 2, to: context.eventDay }
    if (count > 1)
      emit({ ...spanOf(match), statement: state('marital status', value, { days, slack: 0 }) })
    if (value !== 'single')
      emit({ ...spanOf(match), statement: ever('marriage', '', true, context.eventDay) })
    if (value === 'married' && !/\bsecond|third|remarried\b/.test(text))
      emit({
        ...spanOf(match),
        statement: dated('wedding', { from: begin, to: begin }, { slack: YEARS_SLACK }),
      })
    if (value === 'divorced')
      emit({
        ...spanOf(match),
        statement: dated('divorce', { from: begin, to: begin }, { slack: YEARS_SLACK }),
      })
  }
}

function statusOf(word: string): string {
  if (/wed$|marri/i.test(word) && !/widowed/i.test(word)) return 'married'
  if (/widow/i.test(word)) return 'widowed'
  return /divorc/i.test(word) ? 'divorced' : 'single'
}

const atHome = new RegExp(
  `\\bI (?:still |was still |even )?(?:lived|living|stayed|was living|slept|stuck around|remained)(?: on)? (?:under|with|at|in) (?:${PARENTS_HOME}|my (?:mother|mum|mom|father|dad|folks|mam)(?:'s roof)?|my old (?:bed)?room|my childhood bedroom|my parents' roof)\\b`,
  'g',
)
const untilAge = new RegExp(
  `^(?: \\w+){0,4} (?<how>until|till|up to|at|when|aged|past)(?: I (?:was|turned)| the age of| my)? (?:well into |nearly |almost )?(?<age>${NUMBER})\\b`,
)

function readAtHome(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  if (apart.test(text)) return
  for (const match of matchesOf(atHome, text)) {
    const after = untilAge.exec(text.slice(match.index + match[0].length))
    if (!after) continue
    const { how = '', age = '' } = after.groups!
    const years = numberOf(age)
    if (years < 14 || years > 60) continue
    const at = ageSpan(years, context)
    const still = /at|when|aged|past/.test(how)
    const days = { from: at.from, to: still ? Math.max(at.to, context.eventDay) : at.to }
    emit({ ...spanOf(match), statement: dated('leaving home', days, { slack: AGE_SLACK }) })
  }
}

const secondOne = /\b[Mm]y (?:first|second|third) (?:husband|wife)\b/g
const onlyOne =
  /\bI (?:have |had )?(?:only |just )?(?:ever )?(?:been )?(?:only |just )?(?:married|wed) (?:only |just )?once\b|\b[Tt]he only (?:husband|wife|man|woman) I (?:have )?ever (?:had|married)\b/g

/** A first wife is one of two. */
function readMarriages(sentence: Sentence, emit: Emit): void {
  if (
    !/\b(?:husband|wife|married|wed)\b/.test(sentence.text) ||
    /\bfirst and (?:only|last)\b/.test(sentence.text)
  )
    return
  const { eventDay } = sentence.context
  for (const match of matchesOf(secondOne, sentence.text))
    emit({ ...spanOf(match), statement: ever('a second marriage', '', true, eventDay) })
  for (const match of matchesOf(onlyOne, sentence.text))
    emit({ ...spanOf(match), statement: ever('a second marriage', '', false, eventDay) })
}

const christened =
  /\b(?:where|in which|that) I (?:was|had been) (?:baptised|baptized|christened|confirmed)\b|\bI was (?:baptised|baptized|christened)(?: \w+){0,6} (?:as a (?:baby|child)|weeks? old|days old|months old)\b/g

/** Told of a place, it lies far back. */
function readChristened(sentence: Sentence, emit: Emit): void {
  if (!/ptis|ptiz|christened|confirmed/.test(sentence.text)) return
  const { birth, eventDay } = sentence.context
  for (const match of matchesOf(christened, sentence.text))
    emit({
      ...spanOf(match),
      statement: ever(
        'having been baptised',
        'ever',
        true,
        Math.min(birth.to + CHILDHOOD, eventDay),
      ),
    })
}
