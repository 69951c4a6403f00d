import { z } from 'zod'
import { SkillVersionId } from './ids.ts'

/** A run of words: in both versions, only in the earlier, or only in the later. */
export const WordRun = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })
export type WordRun = z.infer<typeof WordRun>

/** A sentence that says the change; its place in the later version, or in the earlier if removed. */
const change = { sentence: z.string() }
/** Positions count from 1. */
const place = { questionId: z.string(), position: z.number().int().min(1) }
/** The field that is a list: `options`, `labels`, `rows`… */
const list = { ...place, list: z.string() }

export const SkillChange = z
  .discriminatedUnion('kind', [
    /** A text of the skill itself: name, objective, instructions… */
    z.object({
      ...change,
      kind: z.literal('text'),
      field: z.string(),
      words: z.array(WordRun),
    }),
    z.object({ ...change, ...place, kind: z.literal('question-added'), text: z.string() }),
    z.object({ ...change, ...place, kind: z.literal('question-removed'), text: z.string() }),
    z.object({ ...change, ...place, kind: z.literal('question-moved'), before: z.number().int() }),
    z.object({ ...change, ...place, kind: z.literal('question-renamed'), before: z.string() }),
    z.object({
      ...change,
      ...place,
      kind: z.literal('question-reworded'),
      words: z.array(WordRun),
    }),
    z.object({ ...change, ...list, kind: z.literal('options-added'), texts: z.array(z.string()) }),
    z.object({
      ...change,
      ...list,
      kind: z.literal('options-removed'),
      texts: z.array(z.string()),
    }),
    /** The same options in another order. */
    z.object({
      ...change,
      ...list,
      kind: z.literal('options-reordered'),
      before: z.array(z.string()),
      after: z.array(z.string()),
    }),
    /** One option or scale point says something else in the same place. */
    z.object({
      ...change,
      ...list,
      kind: z.literal('option-relabelled'),
      words: z.array(WordRun),
    }),
    /** Anything else: a type, a range, whether "don't know" is offered, a rotation, a condition. */
    z.object({
      ...change,
      kind: z.literal('setting'),
      /** Null for a setting of the skill. */
      questionId: z.string().nullable(),
      field: z.string(),
      /** JSON values; null where there is none. */
      before: z.unknown(),
      after: z.unknown(),
    }),
  ])
  .meta({ id: 'SkillChange' })
export type SkillChange = z.infer<typeof SkillChange>

const version = z.object({ versionId: SkillVersionId, version: z.number().int().min(1) })

/** GET /skills/:id/versions/:versionId/difference?with=: what changed on the way from `from` to `to`. */
export const SkillDifferenceAnswer = z
  .object({
    difference: z.object({
      from: version,
      to: version,
      /** In the order of the body; empty when the two say the same. */
      changes: z.array(SkillChange),
    }),
  })
  .meta({ id: 'SkillDifferenceAnswer' })
export type SkillDifferenceAnswer = z.infer<typeof SkillDifferenceAnswer>

/** `with`: the version compared with; absent: the one before. */
export const SkillDifferenceQuery = z.strictObject({ with: SkillVersionId.optional() })
