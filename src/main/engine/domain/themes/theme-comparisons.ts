import type { ThemeComparison } from '../../../../shared/contract/themes.ts'
import type { NamedDomain } from '../evidence/domains.ts'
import { estimateDifference, excludesZero, intervalOf } from '../evidence/estimated-difference.ts'
import { answeredDomain } from '../evidence/estimates.ts'
import { points, signedPoints } from '../evidence/words.ts'
import { holm } from '../statistics/holm.ts'
import { indicatorOfTheme, type OpenQuestion } from './theme-evidence.ts'

const LEVEL = 0.95
/** More pairs than this are a fishing trip. */
const MAX_DOMAINS = 6

export type ThemeComparisonOptions = {
  /** The themes were frozen: tested, with Holm's correction. */
  readonly isFixed: boolean
  /** No p: the run is not finished. */
  readonly provisional: boolean
  /** The domains hold the same personas. */
  readonly paired?: boolean
}

/** Every theme's share in every pair of `domains`, which have one `by`. */
export function compareThemes(
  open: OpenQuestion,
  domains: readonly NamedDomain[],
  options: ThemeComparisonOptions,
): ThemeComparison[] {
  if (domains.length > MAX_DOMAINS) return []
  const pairs = domains.flatMap((a, i) => domains.slice(i + 1).map((b) => [a, b] as const))
  const found = open.found.labels.flatMap((_, theme) =>
    pairs.map(([a, b]) => compareOne(open, theme, { a, b }, options)),
  )
  return options.isFixed ? adjust(found) : found.map(withSentence)
}

function compareOne(
  open: OpenQuestion,
  theme: number,
  { a, b }: { a: NamedDomain; b: NamedDomain },
  { isFixed, provisional, paired = false }: ThemeComparisonOptions,
): ThemeComparison {
  const { design, answers, found } = open
  const [inA, inB] = [answeredDomain(answers, a.rows), answeredDomain(answers, b.rows)]
  const values = new Float64Array(indicatorOfTheme(found, theme))
  const { difference, p } = estimateDifference(design, values, [inA, inB], {
    isShare: true,
    paired,
  })
  return {
    themeId: found.labels[theme]!.id,
    themeLabel: found.labels[theme]!.label,
    by: a.by,
    a: { value: a.value, label: a.label },
    b: { value: b.value, label: b.label },
    difference,
    p: provisional ? null : p,
    pAdjusted: null,
    kind: isFixed ? 'fixed' : 'exploratory',
    verdict:
      difference.lower === null || difference.upper === null
        ? 'not tested'
        : excludesZero(difference)
          ? 'different'
          : 'no difference found',
    sentence: '',
  }
}

function adjust(found: readonly ThemeComparison[]): ThemeComparison[] {
  const tested = found.filter(({ p }) => p !== null)
  const adjusted = holm(tested.map(({ p }) => p!))
  return found.map((one) => {
    const at = tested.indexOf(one)
    if (at === -1) return withSentence(one)
    const pAdjusted = adjusted[at]!
    const holds = one.verdict === 'different' && pAdjusted < 1 - LEVEL
    return withSentence({ ...one, pAdjusted, verdict: holds ? 'different' : 'no difference found' })
  })
}

function withSentence(one: ThemeComparison): ThemeComparison {
  const { estimate, lower, upper } = one.difference
  const theme = `“${one.themeLabel}”`
  if (estimate === null || lower === null || upper === null)
    return { ...one, sentence: `Too few personas to compare ${one.a.label} with ${one.b.label}.` }
  const [more, less] = estimate >= 0 ? [one.b, one.a] : [one.a, one.b]
  const interval = intervalOf(one.difference, signedPoints)
  const corrected =
    one.verdict !== 'different' && excludesZero(one.difference)
      ? '; too little after Holm’s correction'
      : ''
  return {
    ...one,
    sentence:
      one.verdict === 'different'
        ? `${more.label}: ${points(estimate)} more than ${less.label} speak of ${theme} (${interval}).`
        : `No difference found between ${one.a.label} and ${one.b.label} on ${theme} (${points(estimate)} more for ${more.label}; ${interval}${corrected}).`,
  }
}
