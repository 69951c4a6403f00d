import { z } from 'zod'
import { Pricing } from '../../../shared/contract/models.ts'
import { EngineError } from '../errors.ts'

const endpoint = {
  baseUrl: z.string().max(2000),
  /** As the endpoint calls it. */
  model: z.string().min(1).max(200),
  /** Name of its key in the secret store; the key itself is never part of a workspace. */
  apiKeyRef: z.string().max(200).optional(),
  /** Confirmed: http to a machine of the private network. */
  allowPrivateNetwork: z.boolean().optional(),
  stallSeconds: z.number().min(1).max(3600).optional(),
}

export const NamedEndpoint = z.strictObject({
  /** What studies and the interface call it. `offline` is the built-in model. */
  name: z
    .string()
    .min(1)
    .max(200)
    .refine((name) => name !== 'offline', 'is the name of the built-in model'),
  ...endpoint,
  /** What its endpoint charges, unless the workspace has another price for it. */
  pricing: Pricing.optional(),
})
export type NamedEndpoint = z.infer<typeof NamedEndpoint>

/** The workspace setting `models`. */
export const ModelsConfig = z.strictObject({
  chat: z.array(NamedEndpoint).max(100).default([]),
  embedding: z
    .strictObject({ ...endpoint, dimensions: z.number().int().min(1).max(16_384) })
    .optional(),
  /** Answers where a request names no model; absent: `offline`. */
  defaultChat: z.string().max(200).optional(),
})
export type ModelsConfig = z.input<typeof ModelsConfig>

/** @throws EngineError `invalid_input`, with the fields that are wrong */
export function parseModelsConfig(config: unknown): z.output<typeof ModelsConfig> {
  const parsed = ModelsConfig.safeParse(config)
  if (parsed.success) return parsed.data
  throw new EngineError('invalid_input', 'The models of the workspace are not set up correctly', {
    details: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  })
}
