import type { Question } from '../../../../../shared/contract/questions.ts'
import type { AnswerStatus, AnswerValue } from '../../../../../shared/contract/runs.ts'
import type { CalibrationSign } from '../../../../../shared/contract/skill-calibration.ts'

export type CalibrationAnswer = {
  readonly person: string
  readonly replicate: number
  readonly status: AnswerStatus
  readonly value: AnswerValue | null
  readonly text: string
  /** Whether it took a second asking. */
  readonly repaired: boolean
}

/** Fewer answers than this all alike are no wonder. */
const ALIKE_FROM = 4
const askingBack =
  /\b(?:what (?:exactly )?do you mean|do you mean|could you (?:clarify|explain)|not sure what (?:you|is meant)|depends (?:on )?what you mean|which (?:one )?do you mean|I do(?: not|n't) understand)\b/i

/**
 * What makes a question look unclear, from answers of people who were each asked twice.
 *
 * @param asked  how often it could have been asked: people times two
 */
export function findSigns(
  question: Question,
  answers: readonly CalibrationAnswer[],
  asked: number,
): CalibrationSign[] {
  const total = answers.length
  const count = (holds: (answer: CalibrationAnswer) => boolean) => answers.filter(holds).length
  const sign = (code: CalibrationSign['code'], n: number, message: string, of = total) =>
    n === 0 ? [] : [{ code, count: n, of, message }]
  const pairs = pairsOf(answers)
  return [
    ...sign(
      'not_asked',
      total === 0 ? asked : 0,
      'Nobody here was asked it: its condition leaves them all out. Calibrate with people it is meant for.',
      asked,
    ),
    ...sign(
      'invalid',
      count(({ status }) => status === 'invalid'),
      'could not be read even when asked again: say more plainly what an answer looks like.',
    ),
    ...sign(
      'asked_back',
      count(({ text }) => askingBack.test(text)),
      'asked what was meant: name the thing, the time and the place.',
    ),
    ...sign(
      'repaired',
      count(({ repaired, status }) => repaired && status !== 'invalid'),
      'had to be asked again before the answer could be read.',
    ),
    ...sign(
      'unstable',
      pairs.filter((pair) => differs(question, pair)).length,
      'said something else when asked again: the question may be read in two ways, or nobody has an opinion.',
      pairs.length,
    ),
    ...sign(
      'unknown',
      count(({ status }) => status === 'dont_know'),
      'did not know: ask whether they have had to do with it first.',
    ),
    ...sign(
      'refused',
      count(({ status }) => status === 'refused'),
      'would not say: is it too private for its place?',
    ),
    ...sign(
      'alike',
      isAlike(question, answers) ? total : 0,
      'All gave the same answer: it may leave no other, or tell nobody apart.',
    ),
  ]
}

type Pair = readonly [CalibrationAnswer, CalibrationAnswer]

function pairsOf(answers: readonly CalibrationAnswer[]): Pair[] {
  return [...Map.groupBy(answers, ({ person }) => person).values()].flatMap((own) => {
    const [first, second] = own.filter(({ status }) => status === 'valid')
    return first && second ? [[first, second] as const] : []
  })
}

/** Free words never repeat, and a neighbouring point of a scale is the same opinion. */
function differs(question: Question, [first, second]: Pair): boolean {
  switch (question.type) {
    case 'single':
    case 'yesno':
      return first.value !== second.value
    case 'likert':
    case 'nps':
      return Math.abs(Number(first.value) - Number(second.value)) > 1
    case 'numeric':
      return (
        Math.abs(Number(first.value) - Number(second.value)) > (question.max - question.min) / 4
      )
    case 'multi':
      return jaccard(first.value as string[], second.value as string[]) < 0.5
    case 'rank':
      return (first.value as string[])[0] !== (second.value as string[])[0]
    default:
      return false
  }
}

function jaccard(a: readonly string[], b: readonly string[]): number {
  const all = new Set([...a, ...b])
  return all.size === 0 ? 1 : a.filter((text) => b.includes(text)).length / all.size
}

function isAlike({ type }: Question, answers: readonly CalibrationAnswer[]): boolean {
  if (!['single', 'yesno', 'likert', 'nps', 'multi', 'numeric'].includes(type)) return false
  const valid = answers.filter(({ status }) => status === 'valid')
  const values = new Set(valid.map(({ value }) => JSON.stringify(value)))
  return valid.length >= ALIKE_FROM && values.size === 1
}
