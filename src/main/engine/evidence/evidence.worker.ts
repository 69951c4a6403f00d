import type { Evidence } from '../../../shared/contract/evidence.ts'
import { computeEvidence } from '../domain/evidence/evidence.ts'
import type { EvidenceInput } from '../domain/evidence/evidence-input.ts'
import { withSimilarities } from '../domain/evidence/quality/similarities.ts'
import { findThemes } from '../domain/evidence/themes.ts'
import { answerOnce } from '../workers/answer-once.ts'

/** `vectors`: by open question, per row, the embedding of the answer. */
export type EvidenceWork = {
  readonly input: Omit<EvidenceInput, 'themes'>
  readonly vectors: Readonly<Record<string, readonly (Float32Array | undefined)[]>>
  /** Decides which answer the first theme is looked for around. */
  readonly themeSeed: string
}

answerOnce<EvidenceWork, Evidence>(({ input, vectors, themeSeed }) => {
  const themes = Object.fromEntries(
    Object.entries(vectors).map(([questionId, rows]) => {
      const answers = input.answers[questionId] ?? []
      const texts = answers.map((answer) => (answer?.status === 'valid' ? answer.text : undefined))
      return [questionId, findThemes(texts, rows, `${themeSeed}:${questionId}`)]
    }),
  )
  return computeEvidence(withSimilarities({ ...input, themes }, vectors))
})
