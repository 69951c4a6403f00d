import type { Codebook } from '../../../../shared/contract/codebooks.ts'
import type { QuestionThemes } from '../../../../shared/contract/themes.ts'
import { Figure } from '../../components/picture/figure.tsx'
import type { Caption } from '../../components/picture/to-svg.ts'
import { formatNumber, formatShare, formatShareInterval } from '../../lib/format.ts'
import { captionLabels } from '../evidence/caption-labels.ts'
import { shareScale } from '../evidence/domains.ts'
import { methodOf } from '../evidence/method-of.ts'
import { PartChart, type Part } from '../evidence/part-chart.tsx'
import type { TaskFilter } from '../runs/runs.queries.ts'
import { shareIn, themeDomains } from './theme-domains.ts'
import { themeTable, ThemeTable } from './theme-table.tsx'

type Props = {
  found: QuestionThemes
  codebook: Codebook | null | undefined
  /** Whether shares are shown by segment. */
  isCompared: boolean
  onOpen: (filter: TaskFilter) => void
}

/** All themes on one scale, to be compared with each other and between segments, and taken along. */
export function ThemeFigure({ found, codebook, isCompared, onOpen }: Props) {
  const domains = themeDomains(found, isCompared)
  const parts = found.themes.map((theme): Part => ({
    key: theme.id,
    // What was just renamed is shown before its numbers are back.
    title: codebook?.themes.find(({ id }) => id === theme.id)?.label ?? theme.label,
    estimateOf: (domain) => shareIn(theme, domain),
    onOpen: ({ filter }) => onOpen({ ...filter, value: `__theme:${theme.id}` }),
  }))
  const estimates = found.themes.flatMap((theme) =>
    domains.flatMap((domain) => shareIn(theme, domain) ?? []),
  )
  const caption: Caption = {
    title: `Themes: ${found.text}`,
    facts: factsOf(found),
    labels: captionLabels(found),
    notes: [
      ...(isCompared ? [found.comparisonNote] : []),
      methodOf({ type: 'open' }, estimates),
      found.caveat,
    ],
  }
  return (
    <Figure
      id="themes"
      name={`themes of ${found.questionId}`}
      heading="How many say it"
      caption={caption}
      table={() => themeTable(found, isCompared)}
      asTable={<ThemeTable found={found} isCompared={isCompared} />}
    >
      <PartChart
        label="Share of answers with each theme"
        parts={parts}
        groups={[{ title: '', domains }]}
        scale={shareScale(estimates.filter(({ size }) => size !== 'suppressed'))}
        tickText={formatShare}
        textOf={formatShareInterval}
      />
    </Figure>
  )
}

function factsOf({ questionId, n, effectiveN, coding, frozenAt }: QuestionThemes): string {
  return [
    questionId,
    `n ${formatNumber(n)}, effective n ${formatNumber(effectiveN)}, weighted`,
    coding === 'clusters' ? 'themes as found' : 'themes as edited',
    frozenAt !== null && 'fixed before they were compared',
  ]
    .filter(Boolean)
    .join(' · ')
}
