import { toCivil, DAY_MS } from '../../personas/calendar.ts'
import { YEAR_DAYS } from '../claims/days.ts'
import type { Sentence } from '../claims/sentence.ts'
import { dateSpan } from '../claims/time-expressions.ts'
import { SELF } from '../claims/verb-phrase.ts'
import { statedDays, timeAt } from '../claims/when.ts'
import { NUMBER, numberOf } from '../lexicon/numbers.ts'
import { PLACE, placeOf } from '../lexicon/places.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { dated, permanent } from './statements.ts'

/** People round their age, and the day of an event may be off. */
const AGE_SLACK = 45

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const DAY =
  '(?:\\d{1,2}(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first|twenty-second|twenty-third|twenty-fourth|twenty-fifth|twenty-sixth|twenty-seventh|twenty-eighth|twenty-ninth|thirtieth|thirty-first)'
const MONTH_DAY = `(?:(?:the )?${DAY}(?: of)? ${MONTH}|${MONTH} (?:the )?${DAY}|${MONTH})`
const YEAR = '(?:19|20)\\d\\d'
const born = new RegExp(
  `${SELF} (?:was|were|am) (?:actually |really |apparently )?born\\b(?<rest>[^.;!?]*)|(?<=^|, |: )[Bb]orn\\b(?<rest2> (?:in|on|at|near|and)[^.;!?]*)`,
  'g',
)
const place = new RegExp(
  `(?:^|,? )(?:and (?:raised|bred|brought up|grew up) )?(?:right here |here |back )?(?:in|at|near|outside) (?:a|the|my|an)? ?(?:[a-z][\\w' -]{2,40}? (?:in|of|near|outside) )?(?<place>${PLACE})`,
)
const birthday = new RegExp(
  `\\b[Mm]y birthday (?:is|falls|was|comes)(?: always)?(?: on| in)? (?<day>${MONTH_DAY}|Valentine's Day|Christmas Day|Christmas Eve|Halloween|New Year's Eve|New Year's Day|Boxing Day|Leap Day)|\\b[Mm]y (?<earlier>${MONTH} )birthday\\b`,
  'g',
)
const today = new RegExp(
  `\\b(?:[Mm]y (?:\\w+ )?birthday(?: is)? today|[Tt]oday is my (?:\\w+ )?birthday)\\b|\\b(?:[Bb]eing|I am|[Aa]s) an? (?<baby>${MONTH}) (?:baby|child)\\b`,
  'g',
)
const native = new RegExp(
  `\\b[Mm]y (?:birthplace|place of birth) (?:is|was) (?<is>${PLACE})|${SELF} (?:am|was) a native of (?<of>${PLACE})|${SELF} came into the world in (?:a [a-z ]{2,25} in )?(?<world>${PLACE})|${SELF} (?:am|was) (?:a|an) (?<baby>${PLACE}) (?:baby|native)\\b`,
  'g',
)
const age = new RegExp(
  `(?:${SELF} (?:am|is|was|had (?:only )?(?:just )?turned|turned|turn|have (?:just )?turned|just turned|am turning|was turning) (?:only |just |now |already |all of |about to be )?(?<age>${NUMBER})(?: years? old| years of age)?(?=[,.;!)]|$| (?:and|when|at the time|then|now|today|that|this|last|yesterday|in (?:${YEAR}|${MONTH})|on|years)\\b)|\\b[Mm]y (?<nth>\\d+(?:st|nd|rd|th)|eighteenth|twenty-first|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth) birthday|\\b[Aa]t (?<at>${NUMBER})(?: years old)?,? I\\b|\\b[Aa]ged (?<aged>${NUMBER})\\b|\\b(?:a|an) (?<old>${NUMBER})-year-old (?:like me|me)\\b)`,
  'g',
)
const nths: Readonly<Record<string, number>> = {
  eighteenth: 18,
  'twenty-first': 21,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  sixtieth: 60,
  seventieth: 70,
  eightieth: 80,
}

export const birth: AttributeReader = {
  cues: words(`born birthday birthplace native world birth turned turn turning old years aged baby age # three four five six seven
    eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
    seventy eighty ninety`),
  read(sentence, emit) {
    if (/\b(?:[Bb]orn|native|birth(?:place)?|world|baby)\b/.test(sentence.text))
      readBorn(sentence, emit)
    if (sentence.text.includes('birthday')) readBirthday(sentence, emit)
    readAge(sentence, emit)
  },
}

function readBorn(sentence: Sentence, emit: Emit): void {
  for (const match of matchesOf(born, sentence.text)) {
    const { rest, rest2 } = match.groups!
    const words = rest ?? rest2 ?? ''
    if (
      /^ (?:to (?:run|sing|do|be)|for|lucky|with|after|before|again|ready|late|tired|under)\b/.test(
        words,
      )
    )
      continue
    const at = match.index + match[0].length - words.length
    const found = place.exec(
      words.split(
        / (?:but|where|while|when|because|and (?:we|my|then|moved|I (?!grew|was raised))|then|just)\b/,
      )[0]!,
    )
    const name = found?.groups!['place']
    const end = at + (found ? found.index + found[0].length : 0)
    const span = { start: match.index, end: Math.max(end, at) }
    if (name && !new RegExp(`^${MONTH}$`).test(name)) {
      const from = at + found!.index + found![0].lastIndexOf(name)
      emit({
        ...span,
        valueStart: from,
        valueEnd: from + name.length,
        statement: permanent('birthplace', placeOf(name)),
      })
    }
    emitDate(words, at, match.index, emit)
  }
  for (const match of matchesOf(native, sentence.text)) {
    const { is, of, baby, world } = match.groups!
    const name = (is ?? of ?? baby ?? world)!
    if (name.startsWith('Christmas') || name.startsWith('Boomer')) continue
    emit({ ...spanOf(match, name), statement: permanent('birthplace', placeOf(name)) })
  }
}

const fullDate = new RegExp(
  `\\b(?:(?:on|in|back in|of|,) )?(?<date>(?:the )?(?:${DAY} (?:of )?${MONTH},? ${YEAR}|${MONTH} ${DAY},? ${YEAR}|${MONTH},? ${YEAR}|${YEAR}))\\b`,
)
const dayOnly = new RegExp(`\\b(?:on|in) (?<day>${MONTH_DAY})\\b(?!,? ${YEAR})`)

function emitDate(words: string, at: number, start: number, emit: Emit): void {
  const near = words.split(/ (?:but|when|where|while|because|and (?:we|moved|my))\b/)[0]!
  const full = fullDate.exec(near)
  if (full && !/\b(?:moved|came|left|until|since)\b/.test(near.slice(0, full.index))) {
    const text = full.groups!['date']!
    const from = at + full.index + full[0].lastIndexOf(text)
    const days = dateSpan(text.replace(/^the /, ''))
    const span = { start, end: from + text.length, valueStart: from, valueEnd: from + text.length }
    emit({ ...span, statement: dated('birth', days) })
    if (days.to - days.from < 40)
      emit({
        ...span,
        statement: permanent('birthday', monthDay(days.from, days.to === days.from)),
      })
    return
  }
  const day = dayOnly.exec(near)
  if (day) {
    const text = day.groups!['day']!
    const from = at + day.index + day[0].lastIndexOf(text)
    emit({
      start,
      end: from + text.length,
      valueStart: from,
      valueEnd: from + text.length,
      statement: permanent('birthday', readMonthDay(text)),
    })
  }
}

function readBirthday(sentence: Sentence, emit: Emit): void {
  for (const match of matchesOf(birthday, sentence.text)) {
    const { day, earlier } = match.groups!
    const text = (day ?? earlier)!.trim()
    emit({ ...spanOf(match, text), statement: permanent('birthday', readMonthDay(text)) })
  }
  for (const match of matchesOf(today, sentence.text)) {
    const { baby } = match.groups!
    const { month, day } = toCivil(sentence.context.eventDay * DAY_MS)
    // Kept a day early or late, it is still of that month.
    if (!baby && (day < 4 || day > 26)) continue
    const value = baby ? readMonthDay(baby) : String(month)
    emit({ ...spanOf(match), statement: permanent('birthday', value) })
  }
}

function readAge(sentence: Sentence, emit: Emit): void {
  for (const match of matchesOf(age, sentence.text)) {
    const { age: said, nth, at, aged } = match.groups!
    const number = said ?? at ?? aged
    const years = number
      ? numberOf(number)
      : nth
        ? (nths[nth] ?? Number.parseInt(nth, 10))
        : Number.NaN
    if (!(years >= 3 && years <= 110)) continue
    const span = spanOf(match, number ?? nth)
    const then = whenOfAge(sentence, match, number === undefined || /turn/.test(match[0]))
    if (!then) continue
    const turned = /turn|birthday/.test(match[0])
    const days = turned
      ? { from: then.from - years * YEAR_DAYS, to: then.to - years * YEAR_DAYS }
      : { from: then.from - (years + 1) * YEAR_DAYS, to: then.to - years * YEAR_DAYS }
    emit({
      ...span,
      statement: dated('birth', days, { slack: turned ? AGE_SLACK + 45 : AGE_SLACK }),
    })
  }
}

/** The day on which somebody was of that age; undefined where it may be any. */
function whenOfAge(sentence: Sentence, match: RegExpExecArray, celebrated: boolean) {
  const { text, context } = sentence
  const end = match.index + match[0].length
  const dates = sentence
    .times()
    .filter(
      ({ kind, start, end: to, days }) =>
        kind === 'at' && days && !(start < end && match.index < to),
    )
  const after = text.slice(end)
  if (dates.length === 1)
    return dates[0]!.days!.to - dates[0]!.days!.from < 400 ? dates[0]!.days : undefined
  if (dates.length > 1) return statedDays(sentence, [match.index, end])
  const present = / (?:am|turn)\b/.test(match[0]) || after.startsWith(' am ')
  if (present) return { from: context.eventDay, to: context.eventDay }
  // "I was twelve when": what follows may lie long before the memory that mentions it.
  if (
    !context.pastIsEventDay ||
    /^ (?:when|and|at the time|then|that)\b/.test(after) ||
    /\b(?:when|since|until|before|after|by the time)\b/.test(text.slice(0, match.index))
  )
    return undefined
  if (timeAt(sentence, match.index, end)?.kind === 'vague') return undefined
  const plain = /\bwas\b/.test(match[0]) && /^[,.;!)]|^$/.test(after)
  return plain || celebrated ? { from: context.eventDay, to: context.eventDay } : undefined
}

const months =
  'january february march april may june july august september october november december'.split(' ')
const days =
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
  sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth
  twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first`.split(/\s+/)

const feasts: Readonly<Record<string, string>> = {
  "valentine's day": '2-14',
  'christmas day': '12-25',
  'christmas eve': '12-24',
  halloween: '10-31',
  "new year's eve": '12-31',
  "new year's day": '1-1',
  'boxing day': '12-26',
  'leap day': '2-29',
}

/** "5-3" for 3 May, "5" where only the month is said. */
function readMonthDay(text: string): string {
  const lower = text.toLowerCase()
  const feast = feasts[lower]
  if (feast) return feast
  const month = months.findIndex((name) => lower.includes(name)) + 1
  const digits = /\d{1,2}/.exec(lower)?.[0]
  const word = lower.split(/\s+/).find((part) => days.includes(part))
  const day = digits ? Number(digits) : word ? days.indexOf(word) + 1 : 0
  return day ? `${month}-${day}` : String(month)
}

function monthDay(day: number, exact: boolean): string {
  const civil = toCivil(day * DAY_MS)
  return exact ? `${civil.month}-${civil.day}` : String(civil.month)
}
