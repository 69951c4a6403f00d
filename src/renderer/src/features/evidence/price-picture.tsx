import type { QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import type { PriceModel } from '../../../../shared/contract/evidence-models.ts'
import { formatEstimate, formatNumber, formatShare } from '../../lib/format.ts'
import { meanScale, type Domain, type DomainGroup } from './domains.ts'
import { bestPriceEstimate, priceModelOf } from '../../../../shared/model-estimates.ts'
import { ModelNote } from './model-note.tsx'
import { PartChart, type Part } from './part-chart.tsx'
import { found, plainTick } from './part-charts.tsx'
import { PriceCurves } from './price-curve.tsx'
import classes from './question-evidence.module.css'
import { priceScale, RevenueCurve } from './revenue-curve.tsx'

type Props = {
  question: QuestionEvidence
  groups: readonly DomainGroup[]
  onOpen: (domain: Domain, value: string, measure?: string) => void
  onOpenTask: (taskId: string) => void
}

/** Who would pay, what that earns at each price, and the best price of everyone and each part. */
export function PricePicture(props: Props) {
  const { question, groups } = props
  const model = priceModelOf(question.overall)
  const unit = question.scale?.unit ?? ''
  const isParted = groups.flatMap(({ domains }) => domains).length > 1
  return (
    <>
      {model && <ModelNote model={model} />}
      <p className="eyebrow">{question.measureTitle}</p>
      <PriceCurves {...props} />
      {model?.best && (
        <>
          <p className="eyebrow">Revenue per person asked, by price{unit && ` in ${unit}`}</p>
          <RevenueCurve model={model} unit={unit} onOpen={(value) => openPrice(props, value)} />
          {isParted && <BestPrices {...props} model={model} unit={unit} />}
        </>
      )}
      {model && <p className="quiet small">{accepted(model, unit)}</p>}
      {model?.nonMonotone && model.nonMonotone.answers > 0 && (
        <NonMonotone taskIds={model.nonMonotone.taskIds} onOpenTask={props.onOpenTask} />
      )}
    </>
  )
}

/** Answers that say no to a price and yes to a higher one, to be read. */
function NonMonotone({ taskIds, onOpenTask }: { taskIds: string[] } & Pick<Props, 'onOpenTask'>) {
  return (
    <p className={classes.missing}>
      <span>No to a price, yes to a higher one:</span>
      {taskIds.map((taskId, i) => (
        <button key={taskId} type="button" onClick={() => onOpenTask(taskId)}>
          answer {i + 1}
        </button>
      ))}
    </p>
  )
}

function openPrice({ question, groups, onOpen }: Props, price: number): void {
  const value = String(price)
  const measure = question.overall.measures?.find((one) => one.value === value)
  onOpen(groups[0]!.domains[0]!, value, measure?.name)
}

function accepted(model: PriceModel, unit: string): string {
  const { highestAccepted, acceptsNone, start } = model
  const decimals = decimalsOf(model)
  const [few, many] = [
    Math.min(...start.counts.map(({ n }) => n)),
    Math.max(...start.counts.map(({ n }) => n)),
  ]
  const spread = few === many ? `${few}` : `${few} to ${many}`
  return [
    `Half accept ${formatEstimate(highestAccepted, { unit, decimals })} or more; ${formatShare(acceptsNone.estimate ?? 0)} accept none of the prices.`,
    `The first price was drawn at random: ${spread} answers start at each.`,
  ].join(' ')
}

function BestPrices({
  groups,
  onOpen,
  question,
  model,
  unit,
}: Omit<Props, 'onOpenTask'> & { model: PriceModel; unit: string }) {
  const open = (domain: Domain) => {
    const best = priceModelOf(domain.estimates)?.best
    if (!best) return
    const value = String(best.price)
    onOpen(domain, value, question.overall.measures?.find((one) => one.value === value)?.name)
  }
  const best: Part = {
    key: 'price',
    title: 'Best price',
    estimateOf: ({ estimates }) => {
      const own = priceModelOf(estimates)
      return own && bestPriceEstimate(own)
    },
    onOpen: open,
  }
  const revenue: Part = {
    key: 'revenue',
    title: 'Revenue at it, per person asked',
    estimateOf: ({ estimates }) => priceModelOf(estimates)?.best?.revenue,
    onOpen: open,
  }
  const revenues = found([revenue], groups)
  const most = Math.max(...revenues.map(({ upper, estimate }) => upper ?? estimate ?? 0), 0)
  const common = { groups, tickText: plainTick }
  return (
    <>
      <PartChart
        {...common}
        label="Best price"
        parts={[best]}
        scale={priceScale(model)}
        textOf={(estimate) => formatEstimate(estimate, { unit, decimals: decimalsOf(model) })}
      />
      <PartChart
        {...common}
        label="Revenue at the best price"
        parts={[revenue]}
        scale={meanScale([{ ...model.highestAccepted, lower: 0, upper: most }])}
        textOf={(estimate) => formatEstimate(estimate, { unit })}
      />
    </>
  )
}

function decimalsOf({ prices }: PriceModel): number {
  return prices.every(({ price }) => formatNumber(price, 2).endsWith('.00')) ? 0 : 2
}
