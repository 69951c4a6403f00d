import type { Duplicates } from '../../../../../shared/contract/evidence-quality.ts'
import { nearDuplicates } from '../../text/near-duplicates.ts'
import type { Answers } from '../answer-vectors.ts'
import type { EvidenceInput } from '../evidence-input.ts'

/** Shorter answers are alike by nature: there are few ways to say no. */
const LEAST_WORDS = 5

export type DuplicatesFound = {
  readonly quality: Duplicates
  /** Rows whose answer another persona gave too, the largest cluster first. */
  readonly rows: readonly number[]
}

/** Which valid answers are in nearly the same words, row by row: a number for each wording, −1 elsewhere. */
export function wordingsOf(answers: Answers): Int32Array {
  const known = remembered.get(answers)
  if (known) return known
  const wordings = nearDuplicates(
    answers.map((answer) => (answer?.status === 'valid' ? answer.text : undefined)),
    LEAST_WORDS,
  )
  remembered.set(answers, wordings)
  return wordings
}

// However a run is cut, its words are the same.
const remembered = new WeakMap<Answers, Int32Array>()

/** Open answers that another persona gave in nearly the same words. */
export function duplicatesOf(input: EvidenceInput, questionId: string): DuplicatesFound {
  const clusterOf = wordingsOf(input.answers[questionId] ?? [])
  const clusters = new Map<number, number[]>()
  let looked = 0
  clusterOf.forEach((cluster, row) => {
    if (cluster === -1) return
    looked += 1
    const known = clusters.get(cluster)
    if (known) known.push(row)
    else clusters.set(cluster, [row])
  })
  // A persona that repeats itself is no duplicate of another.
  const shared = [...clusters.values()]
    .filter((rows) => rows.some((row) => input.rows[row]!.unit !== input.rows[rows[0]!]!.unit))
    .toSorted((a, b) => b.length - a.length || a[0]! - b[0]!)
  const rows = shared.flat()
  return {
    quality: {
      looked,
      share: looked === 0 ? 0 : rows.length / looked,
      clusters: shared.length,
      largest: shared[0]?.length ?? 0,
    },
    rows,
  }
}
