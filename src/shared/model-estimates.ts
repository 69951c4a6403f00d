import type { DomainEstimates, Estimate } from './contract/evidence.ts'
import type { ChoiceModel, PriceModel } from './contract/evidence-models.ts'

export function choiceModelOf({ model }: DomainEstimates): ChoiceModel | undefined {
  return model?.kind === 'choice' ? model : undefined
}

export function priceModelOf({ model }: DomainEstimates): PriceModel | undefined {
  return model?.kind === 'price' ? model : undefined
}

/** The best price as an estimate, its interval that of the resamples. */
export function bestPriceEstimate({ best }: PriceModel): Estimate | undefined {
  if (best === null) return undefined
  const { price, lower, upper, revenue } = best
  return { ...revenue, estimate: price, lower, upper, standardError: null }
}

/** Every number of a model with what it is: the rows of its table. */
export function modelEstimates(estimates: DomainEstimates): { what: string; value: Estimate }[] {
  const choice = choiceModelOf(estimates)
  if (choice) return choiceRows(choice)
  const price = priceModelOf(estimates)
  return price ? priceRows(price) : []
}

function choiceRows({ method, items, importances, none }: ChoiceModel) {
  const utility = method === 'conditional-logit' ? 'Part-worth' : 'Utility'
  return [
    ...importances.map(({ label, estimate }) => ({
      what: `Importance, 0–1: ${label}`,
      value: estimate,
    })),
    ...items.flatMap(({ label, group, share, borda, utility: value }) => {
      const name = group === null ? label : `${group}: ${label}`
      return [
        ...(share ? [{ what: `Worth, 0–1: ${name}`, value: share }] : []),
        { what: `${utility}, log odds: ${name}`, value },
        ...(borda ? [{ what: `Borda score: ${name}`, value: borda }] : []),
      ]
    }),
    ...(none ? [{ what: 'Utility, log odds: none of them', value: none }] : []),
  ]
}

function priceRows(model: PriceModel) {
  const best = bestPriceEstimate(model)
  return [
    ...(best ? [{ what: 'Best price', value: best }] : []),
    ...model.prices.map(({ price, revenue }) => ({
      what: `Revenue per person asked at ${price}`,
      value: revenue,
    })),
    { what: 'Highest price accepted, median', value: model.highestAccepted },
    { what: 'Accepts none of the prices, 0–1', value: model.acceptsNone },
    ...(model.nonMonotone
      ? [{ what: 'No to a price, yes to a higher one, 0–1', value: model.nonMonotone.share }]
      : []),
    ...(model.start.pull
      ? [{ what: 'Started high less started low', value: model.start.pull }]
      : []),
  ]
}
