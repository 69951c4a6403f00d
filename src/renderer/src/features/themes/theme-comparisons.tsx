import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { QuestionThemes, ThemeComparison } from '../../../../shared/contract/themes.ts'
import { Label } from '../../components/label.tsx'
import { formatP } from '../../lib/format.ts'
import classes from './themes.module.css'

type Props = {
  found: QuestionThemes
  isCompared: boolean
  onCompare: () => void
  onFreeze: () => void
}

/** Differences between segments in words, those that hold first; asked for before the freeze. */
export function ThemeComparisons({ found, isCompared, onCompare, onFreeze }: Props) {
  const { comparisons, comparisonNote, frozenAt } = found
  if (comparisons.length === 0) return null
  if (!isCompared) return <Closed onCompare={onCompare} onFreeze={onFreeze} />
  const different = comparisons.filter(({ verdict }) => verdict === 'different')
  const others = comparisons.filter(({ verdict }) => verdict !== 'different')
  return (
    <section className={`${classes.section} card`} aria-label="Differences between segments">
      <div className={classes.sectionHead}>
        <h2>Differences between segments</h2>
        <Label tone={frozenAt ? 'good' : 'warn'}>{frozenAt ? 'Themes fixed' : 'Exploratory'}</Label>
      </div>
      <p className="quiet">{comparisonNote}</p>
      {different.length === 0 && <p>No difference found.</p>}
      <Sentences comparisons={different} />
      {others.length > 0 && (
        <details>
          <summary className="quiet">
            {others.length} {others.length === 1 ? 'comparison' : 'comparisons'} without a
            difference
          </summary>
          <Sentences comparisons={others} />
        </details>
      )}
    </section>
  )
}

function Closed({ onCompare, onFreeze }: Pick<Props, 'onCompare' | 'onFreeze'>) {
  return (
    <section className={`${classes.section} card`} aria-label="Differences between segments">
      <h2>Differences between segments</h2>
      <p className="quiet">
        Freeze the themes first: then they cannot be fitted to the differences, and these are
        tested. Looking now is exploration.
      </p>
      <div className={classes.start}>
        <Button size="xs" leftSection={<IconLock size={14} />} onClick={onFreeze}>
          Freeze and compare
        </Button>
        <Button size="xs" variant="default" onClick={onCompare}>
          Explore now
        </Button>
      </div>
    </section>
  )
}

function Sentences({ comparisons }: { comparisons: readonly ThemeComparison[] }) {
  return (
    <ul className={classes.sentences}>
      {comparisons.map(({ themeId, by, a, b, sentence, pAdjusted }) => (
        <li key={[themeId, by, a.value, b.value].join(' ')}>
          {sentence}
          {pAdjusted !== null && <span className="quiet number"> {formatP(pAdjusted)}</span>}
        </li>
      ))}
    </ul>
  )
}
