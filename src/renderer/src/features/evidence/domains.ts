import type {
  DomainEstimates,
  Estimate,
  QuestionEvidence,
  Segment,
} from '../../../../shared/contract/evidence.ts'
import { CROSSED, fieldsIn } from '../../../../shared/contract/segment-field.ts'
import { COLOURS, UNCOLOURED } from '../../styles/tokens.ts'
import type { TaskFilter } from '../runs/runs.queries.ts'

/** One row of a chart: whom it is about, and how to find the tasks behind it. */
export type Domain = {
  key: string
  label: string
  /** Place in the palette: cohorts, conditions, then segments; null for everyone. */
  colour: number | null
  filter: TaskFilter
  estimates: DomainEstimates
}
export type DomainGroup = { title: string; domains: Domain[] }

/** All together first, then cohorts, conditions and the segments asked for. */
export function toDomainGroups(question: QuestionEvidence): DomainGroup[] {
  const cohorts = question.segments.filter(({ by }) => by === 'cohort')
  const others = question.segments.filter(({ by }) => by !== 'cohort')
  const colourOf = colouring(cohorts.length + question.conditions.length, others.length)
  const everyone: Domain = {
    key: 'all',
    label: 'Everyone',
    colour: null,
    filter: {},
    estimates: question.overall,
  }
  return [
    { title: '', domains: [everyone] },
    { title: 'Cohorts', domains: cohorts.map((segment, index) => toDomain(segment, index)) },
    {
      title: 'Conditions',
      domains: question.conditions.map((segment, i) => toDomain(segment, cohorts.length + i)),
    },
    {
      title: others[0] ? `By ${nameOfField(others[0].by)}` : '',
      domains: others.map((segment, i) => toDomain(segment, colourOf(i))),
    },
  ].filter(({ domains }) => domains.length > 0)
}

/** Colours of segments after those of the study: none where there are not enough for all. */
export function colouring(before: number, segments: number): (index: number) => number {
  return (index) => (before + segments > COLOURS ? UNCOLOURED : before + index)
}

function toDomain(segment: Segment, colour: number | null): Domain {
  const { by, value, label } = segment
  return {
    key: `${by} ${value}`,
    label,
    colour,
    filter: filterOfSegment(segment),
    estimates: segment,
  }
}

/** What finds the tasks of a segment. */
export function filterOfSegment({ by, value }: Pick<Segment, 'by' | 'value'>): TaskFilter {
  if (by === 'cohort') return { cohortId: value as never }
  if (by === 'condition') return { condition: value }
  return { segmentBy: by, segmentValue: value }
}

/** `attributes.region` → “region”. */
export function nameOfField(field: string): string {
  const names: Record<string, string> = { baseOccupation: 'occupation' }
  return fieldsIn(field)
    .map((one) => names[one] ?? one.replace(/^[a-z]+\./, ''))
    .join(CROSSED)
}

export type Scale = { from: number; to: number; ticks: number[] }

/** How far an estimate reaches, with its cautious interval where it has one. */
function endsOf({ lower, upper, estimate, cautious }: Estimate): (number | null)[] {
  return [cautious?.lower ?? lower ?? estimate, cautious?.upper ?? upper ?? estimate]
}

/** A common scale for shares: from 0, wide enough for every whisker, in round steps. */
export function shareScale(shares: readonly Estimate[]): Scale {
  const highest = Math.max(0.1, ...shares.flatMap(endsOf).map((end) => end ?? 0))
  const step = highest > 0.6 ? 0.25 : highest > 0.25 ? 0.2 : 0.1
  const to = Math.min(1, Math.ceil(highest / step - 1e-9) * step)
  return { from: 0, to, ticks: stepsBetween(0, to, step) }
}

/** A scale for means: around what was found, so that differences can be seen. */
export function meanScale(
  means: readonly Estimate[],
  limits?: { from: number; to: number },
): Scale {
  if (limits) return { ...limits, ticks: stepsBetween(limits.from, limits.to, 1) }
  const known = means.flatMap(endsOf).filter((end) => end !== null)
  if (known.length === 0) return { from: 0, to: 1, ticks: [0, 1] }
  const [lowest, highest] = [Math.min(...known), Math.max(...known)]
  const step = niceStep((highest - lowest || Math.abs(highest) || 1) / 4)
  const from = Math.floor(lowest / step) * step
  const to = Math.max(from + step, Math.ceil(highest / step) * step)
  return { from, to, ticks: stepsBetween(from, to, step) }
}

/** A scale as far to either side of 0 as what was found needs. */
export function aroundZeroScale(estimates: readonly Estimate[]): Scale {
  const ends = estimates.flatMap(({ lower, upper, estimate }) => [lower, upper, estimate])
  const most = Math.max(...ends.map((end) => Math.abs(end ?? 0)), 0.1)
  const around = meanScale([{ ...estimates[0]!, lower: -most, upper: most }])
  return { ...around, from: -around.to }
}

function niceStep(rough: number): number {
  const size = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find((candidate) => candidate * size >= rough) ?? 10
  return factor * size
}

function stepsBetween(from: number, to: number, step: number): number[] {
  const count = Math.round((to - from) / step)
  return Array.from({ length: count + 1 }, (_, index) => from + index * step)
}

/** Percent along the scale, inside it. */
export function placeOn({ from, to }: Scale, value: number): number {
  return Math.max(0, Math.min(100, ((value - from) / (to - from)) * 100))
}
