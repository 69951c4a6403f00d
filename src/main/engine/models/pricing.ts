import { z } from 'zod'
import { Pricing, type Model } from '../../../shared/contract/models.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { toMicro, type Price } from '../domain/studies/money.ts'
import { EngineError } from '../errors.ts'
import { getSetting, setSetting } from '../tenancy/settings.ts'
import type { ModelRegistry } from './model-registry.ts'

/** What a model charges; undefined where nobody said, and for the built-in one. */
export type FindPricing = (modelName: string) => Promise<Pricing | undefined>

const SETTING = 'model-prices'
/** By model; null says that a price of the endpoint's configuration does not count. */
const Prices = z.record(z.string(), Pricing.nullable())

export type PricingDeps = { readonly db: ReadDb; readonly models: ModelRegistry }

export async function findPricing(
  { db, models }: PricingDeps,
  name: string,
): Promise<Pricing | undefined> {
  const own = Prices.parse((await getSetting(db, SETTING)) ?? {})[name]
  if (own !== undefined) return own ?? undefined
  return models.list().find((model) => model.name === name)?.pricing
}

export async function listModels(deps: PricingDeps): Promise<Model[]> {
  return Promise.all(
    deps.models.list().map(async ({ name, rehearsal }) => ({
      name,
      modelName: deps.models.get(name).name,
      rehearsal,
      pricing: (await findPricing(deps, name)) ?? null,
    })),
  )
}

/**
 * Sets what a model charges, for runs launched from then on.
 *
 * @throws EngineError `not_found`; `conflict` for the built-in model, which is free
 */
export async function putPricing(
  deps: PricingDeps & { readonly db: WriteDb },
  name: string,
  pricing: Pricing | null,
): Promise<Model> {
  const model = (await listModels(deps)).find((one) => one.name === name)
  if (!model) throw new EngineError('not_found', `No model ${name}`)
  if (model.rehearsal && pricing)
    throw new EngineError('conflict', 'The built-in model costs nothing')
  const prices = Prices.parse((await getSetting(deps.db, SETTING)) ?? {})
  await setSetting(deps.db, SETTING, { ...prices, [name]: pricing })
  return { ...model, pricing }
}

export function toPrice({ inputPerMillion, outputPerMillion, currency }: Pricing): Price {
  return {
    inMicro: toMicro(inputPerMillion, 'more'),
    outMicro: toMicro(outputPerMillion, 'more'),
    currency,
  }
}
