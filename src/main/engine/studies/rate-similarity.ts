import type { Question } from '../../../shared/contract/questions.ts'
import { drawShare, valueAt } from '../domain/questions/ask-question.ts'
import type { Draw } from '../domain/questions/question-kind.ts'
import { invalid, valid, type Outcome } from '../domain/questions/reading.ts'
import { similarityShares, withoutRounding } from '../domain/questions/similarity-rating.ts'
import { cosine } from '../domain/vectors/nearest.ts'
import type { EmbeddingModel } from '../models/embedding-model.ts'

type Rating = {
  readonly draw: Draw
  readonly signal: AbortSignal
  /** Cosines to the statements as they were once measured; absent: they are measured. */
  readonly known?: number[][] | undefined
}

/**
 * Maps a free answer to a scale by how similar it is to the statements that stand for its points.
 * Shares are kept beside the value, which is drawn from them; what tells no point from another is
 * recorded as unmapped, with its text.
 */
export async function rateSimilarity(
  embedding: EmbeddingModel,
  question: Question,
  outcome: Outcome,
  { draw, signal, known }: Rating,
): Promise<Outcome> {
  if (outcome.status !== 'valid' || !('references' in question)) return outcome
  const said = String(outcome.value)
  const cosines = known ?? (await cosinesTo(said, question.references ?? [], { embedding, signal }))
  const shares = similarityShares(cosines)
  const detail = {
    said: [said],
    embedding: embedding.id,
    cosines,
  }
  if (!shares)
    return { ...invalid('it is as near to every point'), detail: { ...detail, unmapped: true } }
  const value = valueAt(question, drawShare(shares, draw.uniform('pick')))
  return { ...valid(value), detail: { ...detail, shares } }
}

async function cosinesTo(
  said: string,
  sets: readonly (readonly string[])[],
  { embedding, signal }: { embedding: EmbeddingModel; signal: AbortSignal },
): Promise<number[][]> {
  const [answer, ...statements] = await embedding.embed([said, ...sets.flat()], signal)
  let at = 0
  return sets.map((set) => withoutRounding(set.map(() => cosine(answer!, statements[at++]!))))
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
