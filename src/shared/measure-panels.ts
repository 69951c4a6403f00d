import type { MeasureEstimate, QuestionEvidence } from './contract/evidence.ts'

/** Measures of a question that are drawn and listed together, on one scale. */
export type MeasurePanel = {
  /** What they have in common beside the question: an attribute, a field. */
  readonly heading: string | null
  readonly isShare: boolean
  /**
   * `whole`: the scale of the question. `zero-based`: from 0, `around-zero`: as far either side, both
   * as wide as what was found needs.
   */
  readonly axis: 'whole' | 'zero-based' | 'around-zero' | 'found'
  /** Names of the measures in the order they are read: the best first where there is a best. */
  readonly names: readonly string[]
}

const axes: Partial<Record<QuestionEvidence['type'], MeasurePanel['axis']>> = {
  rank: 'whole',
  matrix: 'whole',
  nps: 'whole',
  maxdiff: 'around-zero',
  allocation: 'zero-based',
}

/** How the measures of a question are drawn: on screen, in the report and in a terminal alike. */
export function measurePanels({ type, scale, overall }: QuestionEvidence): MeasurePanel[] {
  const measures = overall.measures ?? []
  const groups = [...new Set(measures.map(({ group }) => group))]
  return groups.map((heading) => {
    const own = measures.filter(({ group }) => group === heading)
    const isShare = own.every((measure) => measure.isShare)
    return {
      heading,
      isShare,
      axis: isShare ? 'zero-based' : (axes[type] ?? 'found'),
      names: inOrder(own, scale?.best ?? null).map(({ name }) => name),
    }
  })
}

function inOrder(
  measures: readonly MeasureEstimate[],
  best: 'low' | 'high' | null,
): readonly MeasureEstimate[] {
  if (best === null) return measures
  const sign = best === 'low' ? 1 : -1
  const rank = ({ estimate: { estimate } }: MeasureEstimate) =>
    estimate === null ? Infinity : sign * estimate
  return measures.toSorted((a, b) => rank(a) - rank(b))
}
