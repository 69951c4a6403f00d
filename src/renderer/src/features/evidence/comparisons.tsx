import type { Comparison } from '../../../../shared/contract/evidence.ts'
import { Label } from '../../components/label.tsx'
import { formatP } from '../../lib/format.ts'
import classes from './question-evidence.module.css'

/** So many sentences that nothing differs are read; more are folded under one. */
const MOST_WITHOUT = 3

/** Differences in words: those named before launch first, what was found by looking folded. */
export function Comparisons({ comparisons }: { comparisons: readonly Comparison[] }) {
  const primary = comparisons.filter(({ kind }) => kind === 'primary')
  const exploratory = comparisons.filter(({ kind }) => kind === 'exploratory')
  if (comparisons.length === 0) return null
  return (
    <div className={classes.comparisons}>
      {primary.length > 0 && <Primary comparisons={primary} />}
      {exploratory.length > 0 && (
        <details open={primary.length === 0 && exploratory.length <= 3}>
          <summary className="quiet">
            {exploratory.length} exploratory{' '}
            {exploratory.length === 1 ? 'comparison' : 'comparisons'}: found by looking, not tested
          </summary>
          <ComparisonList comparisons={exploratory} label="Exploratory" />
        </details>
      )}
    </div>
  )
}

/** What was named is never left out: differences in full, many without one in a line. */
function Primary({ comparisons }: { comparisons: readonly Comparison[] }) {
  const without = comparisons.filter(({ verdict }) => verdict === 'no difference found')
  const label = 'Named before launch'
  if (without.length <= MOST_WITHOUT) return <ComparisonList {...{ comparisons, label }} />
  const others = comparisons.filter(({ verdict }) => verdict !== 'no difference found')
  const of = without.length < comparisons.length ? ` of ${comparisons.length}` : ''
  return (
    <>
      {others.length > 0 && <ComparisonList comparisons={others} label={label} />}
      <details>
        <summary>
          No difference found in {without.length}
          {of} comparisons named before launch
        </summary>
        <ComparisonList comparisons={without} label={`${label}, no difference found`} />
      </details>
    </>
  )
}

type ListProps = { comparisons: readonly Comparison[]; label: string }

function ComparisonList({ comparisons, label }: ListProps) {
  // Of several options of one question the same may have to be said.
  const told = [...new Map(comparisons.map((one) => [one.sentence, one])).values()]
  return (
    <ul aria-label={label} className={classes.sentences}>
      {told.map((comparison) => (
        <li
          key={`${comparison.by} ${comparison.a.value} ${comparison.b.value} ${comparison.measure}`}
        >
          <span>{comparison.sentence}</span>
          {comparison.kind === 'primary' && comparison.verdict === 'different' && (
            <Label tone="accent">different{adjustedP(comparison)}</Label>
          )}
          {comparison.trueByConstruction && <Label tone="warn">true by construction</Label>}
        </li>
      ))}
    </ul>
  )
}

function adjustedP({ pAdjusted }: Comparison): string {
  return pAdjusted === null ? '' : `, ${formatP(pAdjusted)}`
}
