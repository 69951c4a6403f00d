import type { Evidence } from '../../../shared/contract/evidence.ts'
import { computeEvidence } from '../domain/evidence/evidence.ts'
import type { EvidenceInput } from '../domain/evidence/evidence-input.ts'
import { codingOf, themeSeedOf, type KeptCodebook } from '../domain/themes/coding-of.ts'
import { answerOnce } from '../workers/answer-once.ts'

/** `vectors`: by open question, per row, the embedding of the answer. */
export type EvidenceWork = {
  readonly input: Omit<EvidenceInput, 'themes'>
  readonly vectors: Readonly<Record<string, readonly (Float32Array | undefined)[]>>
  /** Decides which answer the first theme is looked for around. */
  readonly themeSeed: string
  /** By open question that the user coded. */
  readonly codebooks: Readonly<Record<string, KeptCodebook>>
}

answerOnce<EvidenceWork, Evidence>(({ input, vectors, themeSeed, codebooks }) => {
  const themes = Object.fromEntries(
    Object.entries(vectors).map(([questionId, rows]) => {
      const answers = input.answers[questionId] ?? []
      const texts = answers.map((answer) => (answer?.status === 'valid' ? answer.text : undefined))
      const open = { taskIds: input.rows.map(({ taskId }) => taskId), texts, vectors: rows }
      const seed = themeSeedOf(themeSeed, questionId)
      return [questionId, codingOf(open, seed, codebooks[questionId])]
    }),
  )
  const { process } = input
  return computeEvidence({
    ...input,
    themes,
    ...(process && { process: { ...process, vectors } }),
  })
})
