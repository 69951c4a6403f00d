import type { ArmEvidence, ArmQuestion } from '../../../../shared/contract/arm-evidence.ts'
import type { Evidence } from '../../../../shared/contract/evidence.ts'
import { decimal, percent } from '../../domain/evidence/words.ts'
import type { Block } from './report-document.ts'

const names = {
  'no-persona': 'The bare model',
  'demographics-only': 'Demographics alone',
} as const
const verdicts = { alike: 'alike', differs: 'differs', unclear: 'cannot tell' } as const

/** What the arms beside the study say about it; none where none ran. */
export function armsBlocks(
  arms: readonly ArmEvidence[],
  questions: Evidence['questions'],
): Block[] {
  return arms.flatMap(({ arm, tasks, planned, sentence, margin, questions: compared }): Block[] => [
    {
      kind: 'heading',
      level: 3,
      text: `${names[arm]}, ${tasks === planned ? tasks : `${tasks} of ${planned}`} tasks`,
    },
    { kind: 'text', text: sentence },
    {
      kind: 'table',
      caption: `By question: answers of the study and of the arm, the share of answers that would have to change to match, what chance alone makes of it, how often answers that do not differ would be called alike with so many tasks, and the variance of the study over the arm’s where answers have an order. Of open answers the distance is that of their meaning, 0 to 1. Alike: under ${percent(margin)} apart, nineteen times in twenty.`,
      head: ['Question', 'Verdict', 'n', 'Distance', 'Seen if alike', 'Variance ratio'],
      rows: compared.map((one) => rowOf(one, questions)),
    },
  ])
}

function rowOf(
  { questionId, verdict, n, armN, distance, basis, spread }: ArmQuestion,
  questions: Evidence['questions'],
): string[] {
  const write = basis === 'meaning' ? decimal : percent
  const text = questions.find((question) => question.questionId === questionId)?.text
  return [
    text ?? questionId,
    distance ? verdicts[verdict] : 'not compared',
    `${n} and ${armN}`,
    distance ? `${write(distance.distance)} (chance ${write(distance.floor.mean)})` : '–',
    distance ? percent(distance.power) : '–',
    spread
      ? `${decimal(spread.ratio)} (${decimal(spread.lower)} to ${decimal(spread.upper)})`
      : '–',
  ]
}
