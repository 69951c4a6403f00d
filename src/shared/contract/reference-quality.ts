import { z } from 'zod'

/** One set of statements that stand for the answers of a question. */
export const ReferenceSet = z.object({
  /** 1, 2, 3…: its place in the question. */
  set: z.number().int(),
  /** Mean cosine of two of its statements, −1 … 1; null: their embeddings are not at hand. */
  alikeness: z.number().nullable(),
  /** Highest less lowest cosine of two of its statements; null as above. */
  spread: z.number().nullable(),
  /**
   * Spearman's ρ of how far two statements lie apart on the scale with how alike they are: −1 where
   * neighbours are most alike. Null for answers without an order, and under three.
   */
  order: z.number().nullable(),
  /** Mean over answers of the highest less the lowest cosine to its statements; null without any. */
  discrimination: z.number().nullable(),
  /** Share of the answers that it cannot tell apart, 0–1; null without any. */
  unmapped: z.number().nullable(),
})
export type ReferenceSet = z.infer<typeof ReferenceSet>

/** How well the statements of a similarity rating tell its answers apart. */
export const ReferenceQuality = z
  .object({
    /** `good`: nothing found. `doubtful` and `poor`: what `findings` say. */
    verdict: z.enum(['good', 'doubtful', 'poor']),
    sets: z.array(ReferenceSet),
    /** Answers that were rated, and those that no set could map. */
    rated: z.number().int(),
    unmapped: z.number().int(),
    /**
     * Agreement of the odd sets with the even ones about the same answers, stepped up to all sets
     * (Spearman 1910; Brown 1910); null under two sets or ten answers.
     */
    agreement: z.number().nullable(),
    /** What was found and what to do, in plain words. */
    findings: z.array(z.string()),
  })
  .meta({ id: 'ReferenceQuality' })
export type ReferenceQuality = z.infer<typeof ReferenceQuality>
