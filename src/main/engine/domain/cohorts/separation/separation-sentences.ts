import type {
  CohortSeparation,
  SeparatedQuestion,
} from '../../../../../shared/contract/cohort-analysis.ts'
import type { Tested } from './permute.ts'

type Found = {
  readonly names: readonly [string, string]
  /** People of either who answered something that is compared. */
  readonly sizes: readonly [number, number]
  readonly test: Tested | undefined
  /** Questions that are apart on their own, and that were compared. */
  readonly apart: number
  readonly compared: number
}

export function overallSentence(
  verdict: CohortSeparation['verdict'],
  { names, sizes, test, apart, compared }: Found,
): string {
  const [a, b] = names.map((name) => `“${name}”`)
  if (!test)
    return compared === 0
      ? `Nothing tells ${a} and ${b} apart: no question can be compared that does not ask for what defines them.`
      : `Too few answered to tell ${a} and ${b} apart: ${sizes[0]} and ${sizes[1]}, where five of each are needed.`
  const times = Math.round(test.p * 1000)
  const often = `random splits of the same people come out as far apart ${times === 1 ? 'once' : `${times} times`} in 1,000`
  const single =
    apart === 0
      ? 'No single question is apart by itself.'
      : `Apart by themselves: ${apart} of ${count(compared, 'question')}.`
  return verdict === 'apart'
    ? `${a} and ${b} answer apart: ${often}. ${single}`
    : `${a} and ${b} were not told apart: ${often}. With ${sizes[0]} and ${sizes[1]} people, a small difference would not show.`
}

export function questionSentence(
  { distance, floor, p, n, byConstruction }: Omit<SeparatedQuestion, 'sentence'>,
  hasValues: boolean,
): string {
  if (!hasValues) return 'Answers in words of one’s own are not compared here.'
  if (distance === null) return `Nothing to compare: ${n[0]} and ${n[1]} answered.`
  if (byConstruction)
    return 'Asks for what defines the cohorts: they differ by construction, which says nothing.'
  if (p === null || floor === null) return `Too few answered: ${n[0]} and ${n[1]}.`
  const far = `Answers are ${percent(distance)} apart; chance alone reaches ${percent(floor)} one time in twenty.`
  if (p <= 0.05) return `${far} They differ.`
  return distance > floor
    ? `${far} Among this many questions that is not rare enough.`
    : `${far} No difference shows.`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
