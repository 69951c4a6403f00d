import type { Estimate, QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import { decimalsFor, formatEstimate, formatNumber } from '../../lib/format.ts'
import { meanScale, type Domain, type DomainGroup } from './domains.ts'
import type { Panel } from './estimate-grid.tsx'

/** Every answer that counts is behind a mean. */
const allValid = '__valid'

type Input = {
  question: QuestionEvidence
  groups: readonly DomainGroup[]
  onOpen: (domain: Domain, value: string) => void
}

/** The mean of a scale on the whole of it, of numbers around what was found. */
export function meanPanel(input: Input): Panel {
  const { question } = input
  const { shares = [] } = question.overall
  const isScale = shares.length > 1
  const title = isScale
    ? `Mean, 1 ${shares[0]!.label} to ${shares.length} ${shares.at(-1)!.label}`
    : `Mean${question.unit ? `, ${question.unit}` : ''}`
  return {
    ...numberPanel(input, ({ estimates }) => estimates.mean, isScale),
    key: 'mean',
    title,
  }
}

export function medianPanel(input: Input): Panel {
  const { question } = input
  return {
    ...numberPanel(input, ({ estimates }) => estimates.median, false),
    key: 'median',
    title: `Median${question.unit ? `, ${question.unit}` : ''}`,
  }
}

/** The net promoter score on the whole of its scale. */
export function scorePanel({ question, groups, onOpen }: Input): Panel {
  const score = ({ estimates }: Domain) => estimates.measures?.[0]?.estimate
  return {
    ...numberPanel({ question, groups, onOpen }, score, false),
    key: 'nps',
    title: question.measureTitle ?? 'Score',
    scale: { from: -100, to: 100, ticks: [-100, -50, 0, 50, 100] },
    textOf: (estimate) => formatEstimate(estimate, { decimals: 0 }),
  }
}

function numberPanel(
  { question, groups, onOpen }: Input,
  estimateOf: (domain: Domain) => Estimate | undefined,
  isScale: boolean,
): Omit<Panel, 'key' | 'title'> {
  const domains = groups.flatMap((group) => group.domains)
  const found = domains.flatMap((domain) => estimateOf(domain) ?? [])
  // Mean and median of numbers stand beside each other: they are read on one scale.
  const both = domains.flatMap(({ estimates: { mean, median } }) =>
    [mean ?? [], median ?? []].flat(),
  )
  const decimals = decimalsFor(Math.max(0, ...found.map(({ estimate }) => Math.abs(estimate ?? 0))))
  const points = question.overall.shares?.length ?? 0
  return {
    scale: isScale ? meanScale(found, { from: 1, to: points }) : meanScale(both),
    tickText: (tick) => formatNumber(tick, Number.isInteger(tick) ? 0 : 2),
    estimateOf,
    textOf: (estimate) => formatEstimate(estimate, { decimals }),
    onOpen: (domain) => onOpen(domain, allValid),
  }
}
