import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { Estimate, QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import type { ChoiceItem, ChoiceModel } from '../../../../shared/contract/evidence-models.ts'
import { formatEstimate, formatShare, formatShareInterval } from '../../lib/format.ts'
import {
  aroundZeroScale,
  meanScale,
  shareScale,
  type Domain,
  type DomainGroup,
  type Scale,
} from './domains.ts'
import { choiceModelOf } from '../../../../shared/model-estimates.ts'
import noteClasses from './model-note.module.css'
import { ModelNote } from './model-note.tsx'
import { PartChart, type Part } from './part-chart.tsx'
import { found, MeasureCharts, plainTick } from './part-charts.tsx'
import classes from './question-evidence.module.css'

type Props = {
  question: QuestionEvidence
  groups: readonly DomainGroup[]
  onOpen: (domain: Domain, value: string, measure?: string) => void
}

type Key = 'share' | 'utility' | 'borda'
type View = { key: Key | 'measures'; label: string; title: string }

const measures = (label: string): View => ({ key: 'measures', label, title: '' })
const views: Record<ChoiceModel['method'], readonly View[]> = {
  'plackett-luce': [
    { key: 'share', label: 'Worth', title: 'Probability of coming first of all' },
    { key: 'borda', label: 'Borda', title: 'Borda score: how many others it is placed before' },
    measures('Mean place'),
  ],
  'best-worst': [
    { key: 'share', label: 'Preference', title: 'Probability of being taken out of all' },
    { key: 'utility', label: 'Utility', title: 'Utility in log odds, 0 average' },
    measures('Counts'),
  ],
  'conditional-logit': [
    {
      key: 'utility',
      label: 'Part-worths',
      title: 'Part-worths in log odds, 0 average of the attribute',
    },
    measures('Share chosen'),
  ],
}

/** Ranks, best–worst sets or offers: what a model of choice makes of them, and plain counts. */
export function ChoicePicture(props: Props) {
  const model = choiceModelOf(props.question.overall)
  if (!model) return <MeasureCharts {...props} />
  return <ModelledChoices {...props} model={model} />
}

function ModelledChoices({ model, ...props }: Props & { model: ChoiceModel }) {
  const all = views[model.method]
  const [shown, setShown] = useState<View['key']>(all[0]!.key)
  const view = all.find(({ key }) => key === shown) ?? all[0]!
  return (
    <>
      <ModelNote model={model} />
      {model.importances.length > 0 && <Importances {...props} model={model} />}
      <div className={noteClasses.head}>
        {view.key === 'measures' ? <span /> : <p className="eyebrow">{view.title}</p>}
        <SegmentedControl
          size="xs"
          aria-label={`Numbers of ${props.question.questionId}`}
          value={shown}
          onChange={setShown}
          data={all.map(({ key, label }) => ({ value: key, label }))}
        />
      </div>
      {view.key === 'measures' ? (
        <MeasureCharts {...props} />
      ) : (
        <ItemCharts {...props} model={model} shown={view.key} title={view.title} />
      )}
    </>
  )
}

function Importances({ model, groups, onOpen }: Props & { model: ChoiceModel }) {
  const parts = ordered(model.importances, ({ estimate }) => estimate).map(
    ({ name, label }): Part => ({
      key: name,
      title: label,
      estimateOf: ({ estimates }) =>
        choiceModelOf(estimates)?.importances.find((one) => one.name === name)?.estimate,
      onOpen: (domain) => onOpen(domain, '__valid'),
    }),
  )
  const title = 'Importance: how much of the choice each attribute makes'
  return (
    <>
      <p className="eyebrow">{title}</p>
      <PartChart
        label={title}
        parts={parts}
        groups={groups}
        scale={shareScale(found(parts, groups))}
        tickText={formatShare}
        textOf={formatShareInterval}
      />
    </>
  )
}

type ItemProps = Props & { model: ChoiceModel; shown: Key; title: string }

function ItemCharts({ question, model, groups, onOpen, shown, title }: ItemProps) {
  const partOf = ({ name, label, separated }: ChoiceItem): Part => ({
    key: name,
    title: separated === null ? label : `${label} (${separated})`,
    estimateOf: ({ estimates }) =>
      choiceModelOf(estimates)?.items.find((item) => item.name === name)?.[shown] ?? undefined,
    onOpen: (domain) => onOpen(domain, valueOf(question, name), name),
  })
  const none: Part = {
    key: 'none',
    title: 'Against an average offer',
    estimateOf: ({ estimates }) => choiceModelOf(estimates)?.none ?? undefined,
    onOpen: (domain) => onOpen(domain, '__valid'),
  }
  const panels = [...new Set(model.items.map(({ group }) => group))].map((heading) => {
    const items = model.items.filter(({ group }) => group === heading)
    // Levels keep the order they have in the skill, which often is one of size.
    const inOrder = heading === null ? ordered(items, (item) => item[shown]) : items
    return { heading, parts: inOrder.map(partOf) }
  })
  if (model.none !== null) panels.push({ heading: 'None of them', parts: [none] })
  const estimates = found(
    panels.flatMap(({ parts }) => parts),
    groups,
  )
  return panels.map(({ heading, parts }) => (
    <div key={heading} className={classes.panel}>
      {heading !== null && <h3>{heading}</h3>}
      <PartChart
        label={heading ?? title}
        parts={parts}
        groups={groups}
        {...looks(shown, estimates)}
      />
    </div>
  ))
}

type Looks = {
  scale: Scale
  tickText: (tick: number) => string
  textOf: (estimate: Estimate) => string
  neutral?: number
}

function looks(shown: Key, estimates: readonly Estimate[]): Looks {
  if (shown === 'share')
    return { scale: shareScale(estimates), tickText: formatShare, textOf: formatShareInterval }
  const textOf = (estimate: Estimate) => formatEstimate(estimate, { decimals: 2 })
  if (shown === 'utility')
    return { scale: aroundZeroScale(estimates), tickText: plainTick, textOf, neutral: 0 }
  const most = Math.max(...estimates.map(({ upper, estimate }) => upper ?? estimate ?? 0), 1)
  const scale = meanScale([{ ...estimates[0]!, lower: 0, upper: most }])
  return { scale, tickText: plainTick, textOf }
}

function ordered<T>(items: readonly T[], of: (item: T) => Estimate | null): T[] {
  return items.toSorted((a, b) => (of(b)?.estimate ?? -Infinity) - (of(a)?.estimate ?? -Infinity))
}

/** What finds the answers behind an item: what finds those behind its count. */
function valueOf({ overall }: QuestionEvidence, name: string): string {
  return overall.measures?.find((measure) => measure.name === name)?.value ?? '__valid'
}
