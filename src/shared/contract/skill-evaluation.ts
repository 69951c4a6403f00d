import { z } from 'zod'

const base = {
  id: z.string().trim().min(1).max(100),
  /** What the score is called. */
  name: z.string().trim().min(1).max(100),
  /** Whose answers are scored; absent: those of every open question. */
  questionIds: z.array(z.string()).min(1).max(100).optional(),
}
const words = z.array(z.string().trim().min(1).max(100)).min(1).max(50)

/** How an answer is scored once it is given. Whether it parses is always told. */
export const EvaluationRule = z
  .discriminatedUnion('type', [
    /** −1 … 1, by a lexicon of English words that comes with the workbench. */
    z.strictObject({ ...base, type: z.literal('sentiment') }),
    /** 1 where any, all or none of the words are said, else 0. Whole words, case aside. */
    z.strictObject({
      ...base,
      type: z.literal('keywords'),
      words,
      want: z.enum(['any', 'all', 'none']).default('any'),
    }),
    /** 1 where a JavaScript regular expression matches, else 0. */
    z.strictObject({
      ...base,
      type: z.literal('pattern'),
      pattern: z
        .string()
        .min(1)
        .max(500)
        .refine(isPattern, 'must be a regular expression that can be read'),
      caseSensitive: z.boolean().default(false),
    }),
    /** 1 where the number of words is within, else 0. */
    z
      .strictObject({
        ...base,
        type: z.literal('length'),
        min: z.number().int().min(0).max(10_000).default(0),
        max: z.number().int().min(1).max(10_000).default(10_000),
      })
      .refine(({ min, max }) => min <= max, { path: ['max'], message: 'must not be under min' }),
    /** 1 … number of statements: the mean of shares by semantic similarity rating. */
    z.strictObject({
      ...base,
      type: z.literal('similarity'),
      /** What somebody at each point of a scale might say, lowest first. */
      statements: z.array(z.string().trim().min(1).max(500)).min(2).max(11),
    }),
    /** 0 … points, as a language model judges by the criterion; not scored without one. */
    z.strictObject({
      ...base,
      type: z.literal('rubric'),
      criterion: z.string().trim().min(1).max(2000),
      points: z.number().int().min(1).max(10).default(4),
    }),
  ])
  .meta({ id: 'EvaluationRule' })
export type EvaluationRule = z.infer<typeof EvaluationRule>
export type EvaluationType = EvaluationRule['type']
export const evaluationTypes = [
  'sentiment',
  'keywords',
  'pattern',
  'length',
  'similarity',
  'rubric',
] as const satisfies readonly EvaluationType[]

/** Kept with an answer, as `scores` in its detail. */
export const RuleScore = z.object({
  ruleId: z.string(),
  name: z.string(),
  type: z.enum(evaluationTypes),
  /** Null: not scored; the explanation says why. */
  score: z.number().nullable(),
  explanation: z.string(),
})
export type RuleScore = z.infer<typeof RuleScore>

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp
  } catch {
    // What it says is in English only for programmers.
    return false
  }
}
