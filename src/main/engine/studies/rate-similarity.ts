import type { Question } from '../../../shared/contract/questions.ts'
import { drawShare, valueAt } from '../domain/questions/ask-question.ts'
import type { Draw } from '../domain/questions/question-kind.ts'
import { invalid, valid, type Outcome } from '../domain/questions/reading.ts'
import { similarityShares } from '../domain/questions/similarity-rating.ts'
import { cosine } from '../domain/vectors/nearest.ts'
import type { EmbeddingModel } from '../models/embedding-model.ts'

/**
 * Maps a free answer to a scale by how similar it is to the statements that stand for its points.
 * Shares are kept beside the value, which is drawn from them; what tells no point from another is
 * recorded as unmapped, with its text.
 */
export async function rateSimilarity(
  embedding: EmbeddingModel,
  question: Question,
  outcome: Outcome,
  { draw, signal }: { draw: Draw; signal: AbortSignal },
): Promise<Outcome> {
  if (outcome.status !== 'valid' || !('references' in question)) return outcome
  const said = String(outcome.value)
  const sets = question.references ?? []
  const vectors = await embedding.embed([said, ...sets.flat()], signal)
  const [answer, ...statements] = vectors
  let at = 0
  const cosines = sets.map((set) => set.map(() => cosine(answer!, statements[at++]!)))
  const shares = similarityShares(cosines)
  const detail = {
    said: [said],
    embedding: embedding.id,
    cosines: cosines.map((set) => set.map(rounded)),
  }
  if (!shares)
    return { ...invalid('it is as near to every point'), detail: { ...detail, unmapped: true } }
  const value = valueAt(question, drawShare(shares, draw.uniform('pick')))
  return { ...valid(value), detail: { ...detail, shares } }
}

/** Cosines of every two statements of a set, shape [sets][k][k]. */
export async function cosinesBetween(
  embedding: EmbeddingModel,
  sets: readonly (readonly string[])[],
  signal?: AbortSignal,
): Promise<number[][][]> {
  const vectors = await embedding.embed(sets.flat(), signal)
  let at = 0
  return sets.map((set) => {
    const own = vectors.slice(at, (at += set.length))
    return own.map((a) => own.map((b) => cosine(a, b)))
  })
}

// Ten digits: for the quality of the statements more than enough, and half of the space.
function rounded(value: number): number {
  return Number(value.toFixed(10))
}
