import { referencesOf } from '../domain/questions/reference-quality.ts'
import { cosinesBetween } from '../studies/rate-similarity.ts'
import type { RunRecord } from './gather.ts'

/**
 * Of each similarity rating the cosines of every two of its statements, shape [sets][k][k]; null
 * where another embedding than the built-in one rated the answers: reading evidence calls nobody.
 */
export async function referenceCosines({
  manifest,
  answers,
}: Pick<RunRecord, 'manifest' | 'answers'>): Promise<Record<string, number[][][] | null>> {
  const found: Record<string, number[][][] | null> = {}
  for (const question of manifest.skill.body.questions) {
    const sets = referencesOf(question)
    if (!sets) continue
    // Few runs have such a question: only they read the embedding's table of words.
    const { createOfflineEmbedding } = await import('../models/offline-embedding.ts')
    const builtIn = createOfflineEmbedding()
    const rated = answers
      .get(question.id)
      ?.values()
      .find(({ detail }) => detail?.['embedding'])
    const isOurs = rated?.detail?.['embedding'] === builtIn.id
    found[question.id] = isOurs ? await cosinesBetween(builtIn, sets) : null
  }
  return found
}
