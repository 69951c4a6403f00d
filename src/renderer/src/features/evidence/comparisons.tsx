import type { Comparison } from '../../../../shared/contract/evidence.ts'
import { Label } from '../../components/label.tsx'
import classes from './question-evidence.module.css'

/** Differences in words: those named before launch first, what was found by looking folded. */
export function Comparisons({ comparisons }: { comparisons: readonly Comparison[] }) {
  const primary = comparisons.filter(({ kind }) => kind === 'primary')
  const exploratory = comparisons.filter(({ kind }) => kind === 'exploratory')
  if (comparisons.length === 0) return null
  return (
    <div className={classes.comparisons}>
      {primary.length > 0 && <ComparisonList comparisons={primary} label="Named before launch" />}
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
  if (pAdjusted === null) return ''
  return pAdjusted < 0.001 ? ', p < .001' : `, p ${pAdjusted.toFixed(3).replace(/^0/, '')}`
}
