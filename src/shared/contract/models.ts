import { z } from 'zod'

/** What a model's endpoint charges. Up to six decimals count. */
export const Pricing = z
  .strictObject({
    /** For a million input tokens. */
    inputPerMillion: z.number().min(0).max(100_000),
    outputPerMillion: z.number().min(0).max(100_000),
    /** ISO 4217. */
    currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency code of three letters, like EUR'),
  })
  .meta({ id: 'Pricing' })
export type Pricing = z.infer<typeof Pricing>

export const Model = z
  .object({
    /** What studies call it; `offline` is the built-in one. */
    name: z.string(),
    /** As its endpoint calls it. */
    modelName: z.string(),
    rehearsal: z.boolean(),
    /** Null where calls cost nothing, or nobody said what they cost. */
    pricing: Pricing.nullable(),
  })
  .meta({ id: 'Model' })
export type Model = z.infer<typeof Model>
export const ModelList = z.object({ models: z.array(Model) }).meta({ id: 'ModelList' })
export const ModelAnswer = z.object({ model: Model }).meta({ id: 'ModelAnswer' })
export const PutPricingRequest = z
  .strictObject({
    /** What studies call it. */
    model: z.string().min(1).max(200),
    /** Null: it costs nothing. */
    pricing: Pricing.nullable(),
  })
  .meta({ id: 'PutPricingRequest' })
