import { SegmentedControl, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { MemoryType } from '../../../../shared/contract/timeline.ts'
import { formatNumber } from '../../lib/format.ts'
import classes from './filter-bar.module.css'
import type { Filtered } from './filter-entries.ts'
import { FilterMenu } from './filter-menu.tsx'
import { toggled, toSet } from './timeline.search.ts'
import { ToggleChip } from './toggle-chip.tsx'
import { TypeChips } from './type-chips.tsx'
import type { Draft } from './use-draft.ts'

export type Zoom = 'years' | 'lines' | 'read'

type Props = {
  draft: Draft
  filtered: Filtered
  zoom: Zoom
  knowsIssues: boolean
}

export function FilterBar({ draft, filtered, zoom, knowsIssues }: Props) {
  const { live, commit, commitSoon } = draft
  const onEscape = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Escape') return
    if (live.q) commit({ q: undefined }, { replace: true })
    else event.currentTarget.blur()
  }
  return (
    <div className={classes.bar}>
      <div className={classes.row}>
        <TextInput
          type="search"
          aria-label="Find in the timeline"
          placeholder="Find words   /"
          leftSection={<IconSearch size={14} />}
          className={classes.find}
          value={live.q ?? ''}
          onChange={({ currentTarget: { value } }) => commitSoon({ q: value || undefined })}
          onKeyDown={onEscape}
        />
        <FilterMenu draft={draft} knowsIssues={knowsIssues} />
        <SegmentedControl
          size="xs"
          aria-label="Zoom"
          transitionDuration={80}
          value={zoom}
          onChange={(next) => commit({ zoom: next === 'read' ? undefined : (next as Zoom) })}
          data={[
            { value: 'years', label: 'Years' },
            { value: 'lines', label: 'Lines' },
            { value: 'read', label: 'Read' },
          ]}
        />
      </div>
      <div className={classes.chips}>
        <TypeChips
          byType={filtered.byType}
          chosen={toSet(MemoryType, live.types)}
          onToggle={(type) => commit({ types: toggled(live.types, type) })}
        />
        {filtered.replaced > 0 && (
          <ToggleChip
            isOn={live.replaced ?? false}
            title="Memories that a revision replaced: out of recall, kept in the history"
            onToggle={() => commit({ replaced: live.replaced ? undefined : true })}
          >
            {formatNumber(filtered.replaced)} replaced
          </ToggleChip>
        )}
      </div>
    </div>
  )
}
