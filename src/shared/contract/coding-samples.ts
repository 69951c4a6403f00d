import { z } from 'zod'
import { TaskId, Timestamp } from './ids.ts'

/** POST …/codebooks/:questionId/samples */
export const StartCodingSample = z
  .strictObject({
    /** Answers to code, drawn at random. */
    n: z.number().int().min(10).max(500).default(50),
    seed: z.number().int().min(0).max(2_147_483_647).default(1),
  })
  .meta({ id: 'StartCodingSample' })

export const SampledAnswer = z.object({
  taskId: TaskId,
  text: z.string(),
  isCoded: z.boolean(),
  /** What the user coded; null: no theme, or not coded yet. Never the built-in coding. */
  themeId: z.string().nullable(),
})
export type SampledAnswer = z.infer<typeof SampledAnswer>

/** Answers that somebody codes without seeing how the workbench coded them. */
export const CodingSample = z
  .object({
    id: z.uuid(),
    questionId: z.string(),
    seed: z.number().int(),
    /** The codebook's revision it is coded by, whatever is edited since. */
    revision: z.number().int(),
    themes: z.array(z.object({ id: z.string(), label: z.string(), keywords: z.array(z.string()) })),
    answers: z.array(SampledAnswer),
    createdAt: Timestamp,
  })
  .meta({ id: 'CodingSample' })
export type CodingSample = z.infer<typeof CodingSample>
export const CodingSampleAnswer = z
  .object({ sample: CodingSample })
  .meta({ id: 'CodingSampleAnswer' })

export const CodingSampleList = z
  .object({
    samples: z.array(
      z.object({
        id: z.uuid(),
        seed: z.number().int(),
        revision: z.number().int(),
        n: z.number().int(),
        coded: z.number().int(),
        createdAt: Timestamp,
      }),
    ),
  })
  .meta({ id: 'CodingSampleList' })
export type CodingSampleList = z.infer<typeof CodingSampleList>

/** PUT …/samples/:id/codes: saved one by one, the last one for a task counts. */
export const SaveCodes = z
  .strictObject({
    codes: z
      .array(z.strictObject({ taskId: TaskId, themeId: z.string().max(40).nullable() }))
      .min(1)
      .max(500),
  })
  .meta({ id: 'SaveCodes' })

const Interval = z.object({
  estimate: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
})

/** GET …/samples/:id/agreement: refused until every answer is coded, so that coding stays blind. */
export const CoderAgreement = z
  .object({
    n: z.number().int(),
    /** Share of answers coded alike. */
    observed: z.number(),
    /** Krippendorff's α, nominal; its interval by bootstrap over answers. */
    alpha: Interval,
    /** Cohen's κ. */
    kappa: Interval,
    level: z.enum(['reliable', 'tentative', 'unreliable', 'not measured']),
    sentence: z.string(),
    /** Rows: the user's codes. Columns: the workbench's. Both in the order of `categories`. */
    categories: z.array(z.object({ id: z.string(), label: z.string() })),
    table: z.array(z.array(z.number().int())),
    /** Answers coded differently, to look at. */
    disagreements: z.array(
      z.object({ taskId: TaskId, text: z.string(), user: z.string(), builtIn: z.string() }),
    ),
  })
  .meta({ id: 'CoderAgreement' })
export type CoderAgreement = z.infer<typeof CoderAgreement>
