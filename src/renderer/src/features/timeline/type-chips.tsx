import { formatNumber } from '../../lib/format.ts'
import { memoryGlyphs } from '../../styles/tokens.ts'
import type { MemoryType } from '../../../../shared/contract/timeline.ts'
import classes from './filter-bar.module.css'
import { memoryTypes } from './life.ts'
import { ToggleChip } from './toggle-chip.tsx'
import { typeMeanings } from './type-meanings.ts'

type Props = {
  byType: Record<MemoryType, number>
  chosen: ReadonlySet<MemoryType> | null
  onToggle: (type: MemoryType) => void
}

/** The six types with their glyphs and how many the rest of the filter leaves of each. */
export function TypeChips({ byType, chosen, onToggle }: Props) {
  return (
    <div className={classes.chips} role="group" aria-label="Types">
      {memoryTypes.map((type) => (
        <ToggleChip
          key={type}
          isOn={chosen?.has(type) ?? false}
          onToggle={() => onToggle(type)}
          label={`${type}, ${byType[type]}`}
          title={`${type}: ${typeMeanings[type]}`}
        >
          <span style={{ color: `var(--wb-memory-${type})` }}>{memoryGlyphs[type]}</span>
          <span className={classes.typeName}>{type}</span>
          <span className="quiet number">{formatNumber(byType[type])}</span>
        </ToggleChip>
      ))}
    </div>
  )
}
