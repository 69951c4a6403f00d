import type { AnswerProcess, EvidenceInput } from '../evidence-input.ts'
import { repeatedRows } from './repeats.ts'
import { similarityOf } from './similarity.ts'

/** By open question, per row: the embedding of the answer, undefined where there is none. */
export type AnswerEmbeddings = Readonly<Record<string, readonly (Float32Array | undefined)[]>>

/** How alike the answers to each open question are. */
export function similaritiesOf(
  input: Pick<EvidenceInput, 'rows' | 'answers' | 'process'>,
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

export function withSimilarities(input: EvidenceInput, vectors: AnswerEmbeddings): EvidenceInput {
  if (!input.process) return input
  const similarities = similaritiesOf(input, vectors)
  return { ...input, process: { ...input.process, similarities } }
}
