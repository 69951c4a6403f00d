import type { DomainEstimates, Estimate } from '../../../../shared/contract/evidence.ts'
import type { QuestionThemes, ThemeDetail } from '../../../../shared/contract/themes.ts'
import { colouring, filterOfSegment, type Domain } from '../evidence/domains.ts'

/** Everyone, and where segments are compared, cohorts, conditions and what was asked for. */
export function themeDomains(found: QuestionThemes, isCompared: boolean): Domain[] {
  const { n, effectiveN, dontKnow, refused, invalid } = found
  const counts: DomainEstimates = { n, effectiveN, dontKnow, refused, invalid }
  // Every theme is estimated in the same segments.
  const segments = isCompared ? (found.themes[0]?.segments ?? []) : []
  const ofStudy = segments.filter(({ by }) => by === 'cohort' || by === 'condition').length
  const colourOf = colouring(ofStudy, segments.length - ofStudy)
  return [
    { key: 'all', label: 'Everyone', colour: null, filter: {}, estimates: counts },
    ...segments.map((segment, index) => ({
      key: keyOf(segment),
      label: segment.label,
      colour: index < ofStudy ? index : colourOf(index - ofStudy),
      filter: filterOfSegment(segment),
      estimates: { ...counts, n: segment.share.n, effectiveN: segment.share.effectiveN },
    })),
  ]
}

/** How large a theme is in a domain. */
export function shareIn({ share, segments }: ThemeDetail, { key }: Domain): Estimate | undefined {
  return key === 'all' ? share : segments.find((segment) => keyOf(segment) === key)?.share
}

function keyOf({ by, value }: ThemeDetail['segments'][number]): string {
  return `${by} ${value}`
}
