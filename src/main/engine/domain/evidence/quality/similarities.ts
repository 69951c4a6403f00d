import type { AnswerProcess } from '../evidence-input.ts'
import { repeatedRows } from './repeats.ts'
import { similarityOf } from './similarity.ts'

/** By open question, per row: the embedding of the answer, undefined where there is none. */
export type AnswerEmbeddings = Readonly<Record<string, readonly (Float32Array | undefined)[]>>

/** How alike the answers to each open question are. */
export function similaritiesOf(
  input: Parameters<typeof repeatedRows>[0] & {
    readonly process?: Pick<AnswerProcess, 'temperature'> | undefined
  },
  vectors: AnswerEmbeddings,
): AnswerProcess['similarities'] {
  return Object.fromEntries(
    Object.entries(vectors).map(([questionId, ofRow]) => {
      const units = repeatedRows(input, questionId).map((rows) =>
        rows.flatMap((row) => ofRow[row] ?? []),
      )
      return [questionId, similarityOf(units, input.process?.temperature ?? 0)]
    }),
  )
}
