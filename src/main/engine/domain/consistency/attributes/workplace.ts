import { YEAR_DAYS } from '../claims/days.ts'
import type { Sentence } from '../claims/sentence.ts'
import { readVerb, selfVerb } from '../claims/verb-phrase.ts'
import { stateDays } from '../claims/when.ts'
import { NUMBER, numberOf } from '../lexicon/numbers.ts'
import { matchesOf, spanOf, words, type AttributeReader, type Emit } from './attribute-reader.ts'
import { state } from './statements.ts'

const WORKPLACE_SLACK = 45

const places =
  `surgery council warehouse bakery bank library hospital factory mill restaurant hotel farm garage museum newspaper
  shipyard pub clinic laboratory theatre barbershop salon nursery pharmacy supermarket airport mine brewery dairy foundry
  slaughterhouse laundry courthouse prison orchard vineyard quarry`
    .trim()
    .split(/\s+/)
const PLACE_OF_WORK = `(?<what>law firm|post office|call centre|call center|petrol station|fire station|police station|print shop|primary school|${places.join('|')})`
// "At Aunt Zohra's bakery", "for the local council", "in a hospital in Leeds".
const AT = `(?:at|in|for|with|behind the (?:counter|bar|till) (?:at|of)) (?:a|an|the|my|this|that|[A-Z]\\w+(?: [A-Z]\\w+)?'s|[Aa]unt [A-Z]\\w+'s) ?(?:[a-z-]+ |[A-Z]\\w+ ){0,2}?${PLACE_OF_WORK}\\b`

const works = new RegExp(
  `${selfVerb('works?|worked|working|employed|been|job|had the same job|kept the same job|a job|clerk(?:ed)?')}(?: (?:full-time|part-time|nights|days|still|now|here|as (?:a|an|the) [^,.;]{2,30}?))* ${AT}`,
  'g',
)
const years = new RegExp(
  `(?:^|${'\\b(?:I|[Ww]e) (?:have )?(?:had|spent|done|put in|been|served) '}|\\bafter )(?<years>${NUMBER})(?:-odd)? years ${AT}`,
  'gi',
)
const job = new RegExp(`\\b[Mm]y (?:only |first |new |old )?(?:job|post|position|shift) ${AT}`, 'g')

/** Where somebody goes to work, as a kind of place. */
export const workplace: AttributeReader = {
  cues: [...places, ...words('firm office centre center station shop school')],
  read(sentence, emit) {
    if (
      /\b(?:volunteer\w*|part-time|weekends?|also|second job|as a patient|before (?:I|we)|lying|visit\w*|ill|sick|born|waited|waiting)\b/.test(
        sentence.text,
      )
    )
      return
    readWorks(sentence, emit)
    readYears(sentence, emit)
  },
}

function readWorks(sentence: Sentence, emit: Emit): void {
  for (const match of [...matchesOf(works, sentence.text), ...matchesOf(job, sentence.text)]) {
    const { what = '', verb: word } = match.groups!
    const verb =
      word === undefined ? ({ tense: 'present', negative: false } as const) : readVerb(match)
    if (!verb || verb.negative) continue
    const span = spanOf(match, what)
    const held = stateDays(sentence, verb, [span.start, span.end], WORKPLACE_SLACK)
    // To have been at the hospital is work only where it lasts.
    if (word === 'been' && (held?.slackBefore !== 0 || what === 'hospital' || what === 'prison'))
      continue
    if (held) emit({ ...span, statement: state('workplace', what, held) })
  }
}

function readYears(sentence: Sentence, emit: Emit): void {
  const { eventDay } = sentence.context
  for (const match of matchesOf(years, sentence.text)) {
    const { what = '', years: count = '' } = match.groups!
    if (/^after/i.test(match[0])) continue
    const days = { from: eventDay - (numberOf(count) - 0.5) * YEAR_DAYS, to: eventDay }
    emit({
      ...spanOf(match, what),
      statement: state('workplace', what, { days, slack: WORKPLACE_SLACK, slackBefore: 0 }),
    })
  }
}
