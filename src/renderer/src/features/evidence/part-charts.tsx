import type { Estimate, QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import { measurePanels, type MeasurePanel } from '../../../../shared/measure-panels.ts'
import {
  decimalsFor,
  formatEstimate,
  formatNumber,
  formatShare,
  formatShareInterval,
} from '../../lib/format.ts'
import {
  aroundZeroScale,
  meanScale,
  shareScale,
  type Domain,
  type DomainGroup,
  type Scale,
} from './domains.ts'
import { PartChart, type Part } from './part-chart.tsx'
import classes from './question-evidence.module.css'

type Props = {
  question: QuestionEvidence
  groups: readonly DomainGroup[]
  onOpen: (domain: Domain, value: string, measure?: string) => void
}

/** The share that chooses each option. */
export function ShareChart({ question, groups, onOpen }: Props) {
  const parts = (question.overall.shares ?? []).map(({ value, label }): Part => ({
    key: value,
    title: label,
    estimateOf: ({ estimates }) => estimates.shares?.find((share) => share.value === value)?.share,
    onOpen: (domain) => onOpen(domain, value),
  }))
  const title = question.type === 'multi' ? 'Share that chooses each' : 'Share that chooses'
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

/** What an answer of several parts comes to, each part with its interval, the best first. */
export function MeasureCharts({ question, groups, onOpen }: Props) {
  return (
    <>
      <p className="eyebrow">{question.measureTitle}</p>
      {measurePanels(question).map((panel) => (
        <div key={panel.heading} className={classes.panel}>
          {panel.heading !== null && <h3>{panel.heading}</h3>}
          <MeasureChart question={question} panel={panel} groups={groups} onOpen={onOpen} />
        </div>
      ))}
    </>
  )
}

function MeasureChart({ question, panel, groups, onOpen }: Props & { panel: MeasurePanel }) {
  const measureIn = ({ estimates }: Domain, name: string) =>
    estimates.measures?.find((measure) => measure.name === name)
  const parts = panel.names.map((name): Part => {
    const { label, value } = question.overall.measures!.find((measure) => measure.name === name)!
    return {
      key: name,
      title: label,
      estimateOf: (domain) => measureIn(domain, name)?.estimate,
      onOpen: (domain) => onOpen(domain, value, name),
    }
  })
  const estimates = found(parts, groups)
  const decimals = decimalsFor(Math.max(0, ...estimates.map((one) => Math.abs(one.estimate ?? 0))))
  return (
    <PartChart
      label={panel.heading ?? question.measureTitle ?? 'Estimates'}
      parts={parts}
      groups={groups}
      scale={scaleFor({ question, panel, groups }, estimates)}
      tickText={panel.isShare ? formatShare : plainTick}
      textOf={(estimate) =>
        panel.isShare ? formatShareInterval(estimate) : formatEstimate(estimate, { decimals })
      }
      {...(panel.axis === 'around-zero' && { neutral: 0 })}
    />
  )
}

/** What is drawn of parts, in every domain. */
export function found(parts: readonly Part[], groups: readonly DomainGroup[]): Estimate[] {
  const domains = groups.flatMap((group) => group.domains)
  return parts.flatMap(({ estimateOf }) => domains.flatMap((domain) => estimateOf(domain) ?? []))
}

function everyMeasure(groups: readonly DomainGroup[]): Estimate[] {
  return groups
    .flatMap(({ domains }) => domains)
    .flatMap(({ estimates }) => (estimates.measures ?? []).map(({ estimate }) => estimate))
}

type Scaled = Pick<Props, 'question' | 'groups'> & { panel: MeasurePanel }

function scaleFor({ question, panel, groups }: Scaled, estimates: readonly Estimate[]): Scale {
  const { isShare, axis } = panel
  if (isShare) {
    // Levels of all attributes are compared with each other.
    return shareScale(question.type === 'conjoint' ? everyMeasure(groups) : estimates)
  }
  const { scale } = question
  if (axis === 'whole' && scale) return wholeScale(scale)
  if (axis === 'found') return meanScale(estimates)
  if (axis === 'around-zero') return aroundZeroScale(estimates)
  const most = Math.max(...estimates.map(({ upper, estimate }) => upper ?? estimate ?? 0), 0.1)
  return meanScale([{ ...estimates[0]!, lower: 0, upper: most }])
}

function wholeScale({ from, to }: { from: number; to: number }): Scale {
  const step = to - from > 20 ? (to - from) / 4 : 1
  const count = Math.round((to - from) / step)
  return { from, to, ticks: Array.from({ length: count + 1 }, (_, i) => from + i * step) }
}

export const plainTick = (tick: number) =>
  formatNumber(
    tick,
    [0, 1].find((decimals) => Math.abs(tick - Number(tick.toFixed(decimals))) < 1e-6) ?? 2,
  )
