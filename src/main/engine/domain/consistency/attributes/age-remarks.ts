import type { DaySpan } from '../claims/claim.ts'
import { YEAR_DAYS } from '../claims/days.ts'
import type { Sentence } from '../claims/sentence.ts'
import { NUMBER, numberOf } from '../lexicon/numbers.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { dated } from './statements.ts'

/** People round their age, and the day of a memory may be off. */
const SLACK = 60
/** A birthday is kept within the month. */
const BIRTHDAY = 45

const PERSON = '(?:man|woman|lad|lass|girl|boy|person|bloke|lady|guy|chap|fellow|body|knees?)'
const JUDGED =
  '(?:bad|good|fit|well|spry|young|old|slow|late|healthy|excellent|fine|normal|decent|remarkable|strong|limber|sprightly|quick|reasonable|shabby)'
const UNITS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']
const TEENS = [
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
]
const TENS = ['twent', 'thirt', 'fort', 'fift', 'sixt', 'sevent', 'eight', 'ninet']
/** "Twenty-fifth" or "25th", as the source of a pattern. */
export const NTH = `(?:\\d{1,3}(?:st|nd|rd|th)|(?:${TENS.join('|')})y-(?:${UNITS.join('|')})|(?:${TENS.join('|')})ieth|${TEENS.join('|')}|${UNITS.join('|')})`

/** @param text  as `NTH` matches it */
export function nthOf(text: string): number {
  const lower = text.toLowerCase()
  if (/^\d/.test(lower)) return Number.parseInt(lower, 10)
  if (TEENS.includes(lower)) return TEENS.indexOf(lower) + 10
  if (UNITS.includes(lower)) return UNITS.indexOf(lower) + 1
  const tens = TENS.findIndex((ten) => lower.startsWith(`${ten}y`) || lower === `${ten}ieth`)
  return (tens + 2) * 10 + UNITS.indexOf(lower.split('-')[1] ?? '') + 1
}

const turning = new RegExp(
  `\\bthe (?<when>week|weekend|day|month|night|morning|evening|spring|summer|autumn|fall|winter) (?:that |when |before |after )?I (?:turned|hit|reached|became|was turning) (?<turned>${NUMBER})\\b(?! (?:miles|kilos))|\\bI (?:hit|reached) (?<hit>${NUMBER})(?= (?:today|yesterday|this|last (?:week|month))|[.,;!])|\\b[Mm]y (?<nth>${NTH}) birthday\\b|\\b(?:for|on|at|celebrated|of|threw myself) my (?<bare>(?:${TENS.join('|')})(?:ieth|y-(?:${UNITS.join('|')})))(?=[.,;!]|$| (?:with|in|at|and|by|on|we|I)\\b)|\\bI turned (?<plain>${NUMBER})(?= (?:at|in the|on the|over|during|somewhere|between|while)\\b)|\\b(?<candles>${NUMBER}) candles\\b`,
  'g',
)
const being = new RegExp(
  `\\bfor (?:a |an )(?:[a-z]+ )?${PERSON} (?:of|aged) (?<of>${NUMBER})\\b|\\b${JUDGED} for (?:(?:a|an) )?(?<for>${NUMBER})(?=[.,;!]|$|-year-old (?:man|woman|like me)| years old)|\\b[Mm]y (?:real |actual |own )?age(?: down| in the box| on the form)?(?:,| as| is| was|:)? (?<age>${NUMBER})\\b|\\b(?:a|an) (?<adj>${NUMBER})-year-old (?:man|woman|grandmother|grandfather|widow|widower|bachelor|nurse|me|like me|body)\\b|^I am (?:now )?(?<bare>${NUMBER}) (?:today|years old|now)\\b|\\b[Hh]ere I (?:am|was)(?: at|,)? (?<here>${NUMBER})\\b(?! (?:minutes|hours|miles|kilomet|days|weeks|months))|\\bI am (?:a |an )?(?<adult>${NUMBER})(?= and (?:already|still|I|have|a|never|not|my|no|single|tired|afraid))`,
  'g',
)
const decade = new RegExp(
  `\\b(?:I am|here I am|[Nn]ow|still)(?: \\w+)? in my (?<part>early |mid-?|late )?(?<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties)\\b|\\bI am (?:pushing|nearly|almost|coming up (?:to|for)|approaching|not far off|getting on for) (?<near>${NUMBER})(?=[.,;!]| and| now|$)|\\bI am (?:past|over|well over|the wrong side of|well past) (?<past>thirty|forty|fifty|sixty|seventy|eighty)\\b|\\bI am (?:under|not yet|not even|still under|the right side of) (?<under>thirty|forty|fifty|sixty|seventy|eighty|eighteen|twenty-one|twenty)\\b|\\b[Tt]he big (?<big>three|four|five|six|seven)-(?:oh?|0)\\b`,
  'g',
)
const decades = 'twenties thirties forties fifties sixties seventies eighties'.split(' ')
const bigs = ['three', 'four', 'five', 'six', 'seven']

const elsewhen = /\b(?:19|20)\d\d\b| ago\b|\blast (?:year|summer|winter|[A-Z])/
// Another's age, another time, or no age at all.
const notNow =
  /\b(?:when|until|till|since|before|after|by the time|remember\w*|if|used to|years? ago|years? (?:before|later)|will be|next (?:year|month|week)|felt like|feel like|look like|looks?|looked|act like|as old as|thought|guess\w*|as though|grand(?:son|daughter)'s|dress size)\b/
const others =
  /\b(?:he|she|his|her|they|their|[A-Z][a-z]+'s|[Mm]y (?:mother|father|mum|mom|dad|son|daughter|sister|brother|husband|wife|grand\w+|boy|girl|eldest|youngest|friend|boss|aunt|uncle|cousin))\b/

/** How old somebody is, said in passing. */
export const ageRemarks: AttributeReader = {
  cues: words(`candles birthday twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth # ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty
    forty fifty sixty seventy eighty ninety twenties thirties forties fifties sixties seventies eighties three four five six seven
    eight nine`),
  read(sentence, emit) {
    readTurning(sentence, emit)
    readBeing(sentence, emit)
  },
}

function readTurning(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  for (const match of matchesOf(turning, text)) {
    const { when, turned, hit, nth: full, bare, plain, candles } = match.groups!
    const nth = full ?? bare
    const before = text.slice(0, match.index)
    if (notNow.test(before) || (!turned && notNow.test(text))) continue
    if (candles && (others.test(text) || !/\b(?:I|my|[Mm]y|me)\b/.test(text))) continue
    if (elsewhen.test(text)) continue
    const years = nth ? nthOf(nth) : numberOf((turned ?? hit ?? plain ?? candles)!)
    if (years < 5 || years > 105) continue
    const near = /^(?:spring|summer|autumn|fall|winter|month)$/.test(when ?? '') ? 100 : BIRTHDAY
    const day = context.eventDay - years * YEAR_DAYS
    emitBirth(match, { from: day - near, to: day + near }, emit)
  }
}

function readBeing(sentence: Sentence, emit: Emit): void {
  const { text, context } = sentence
  const { eventDay } = context
  if (context.field === 'interpretation' && notNow.test(text)) return
  for (const match of matchesOf(being, text)) {
    const { of, for: fit, age, adj, bare, here, adult } = match.groups!
    if (notNow.test(of || age ? text.slice(0, match.index) : text)) continue
    if ((of ?? fit ?? adj) && !concernsSelf(text)) continue
    const years = numberOf((of ?? fit ?? age ?? adj ?? bare ?? here ?? adult)!)
    if (years < 10 || years > 105) continue
    emitBirth(
      match,
      { from: eventDay - (years + 1) * YEAR_DAYS, to: eventDay - years * YEAR_DAYS },
      emit,
    )
  }
  for (const match of matchesOf(decade, text)) {
    const span = ageRange(match.groups!)
    if (notNow.test(text) || !span) continue
    emitBirth(
      match,
      { from: eventDay - (span[1] + 1) * YEAR_DAYS, to: eventDay - span[0] * YEAR_DAYS },
      emit,
    )
  }
}

function concernsSelf(text: string): boolean {
  return /\b(?:I|my|me|[Mm]y)\b/.test(text) && !others.test(text)
}

/** Least and greatest age in years, both included. */
function ageRange(
  groups: Readonly<Record<string, string | undefined>>,
): readonly [least: number, most: number] | undefined {
  const { part, tens, near, past, under, big } = groups
  if (tens) {
    const from = (decades.indexOf(tens) + 2) * 10
    if (part?.startsWith('early')) return [from - 1, from + 4]
    if (part?.startsWith('late')) return [from + 6, from + 10]
    return part ? [from + 3, from + 7] : [from - 1, from + 10]
  }
  if (near) return numberOf(near) >= 15 ? [numberOf(near) - 4, numberOf(near)] : undefined
  if (past) return [numberOf(past) - 1, numberOf(past) + 14]
  if (under) return [Math.max(4, numberOf(under) - 20), numberOf(under)]
  if (big) return [(bigs.indexOf(big) + 3) * 10 - 1, (bigs.indexOf(big) + 3) * 10]
  return undefined
}

function emitBirth(match: RegExpExecArray, days: DaySpan, emit: Emit): void {
  emit({ ...spanOf(match), statement: dated('birth', days, { slack: SLACK }) })
}
