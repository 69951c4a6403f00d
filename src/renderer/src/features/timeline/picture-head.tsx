import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatCount, formatNumber } from '../../lib/format.ts'
import { FilterBar, type Zoom } from './filter-bar.tsx'
import type { Filtered } from './filter-entries.ts'
import classes from './timeline-picture.module.css'
import type { TimelineSearch } from './timeline.search.ts'
import { toWholeDate } from './time-words.ts'
import type { Draft } from './use-draft.ts'

type Props = {
  draft: Draft
  filtered: Filtered
  zoom: Zoom
  knowsIssues: boolean
  toolbar: ReactNode
  notice: ReactNode
  onAdd: () => void
}

/** What is shown of how much, and everything that changes it. */
export function PictureHead({ draft, filtered, zoom, knowsIssues, ...props }: Props) {
  return (
    <div className={classes.head}>
      <div className={classes.title}>
        <h2>
          Timeline{' '}
          <span className={classes.count} role="status">
            {describeCount(filtered, draft.live)}
          </span>
        </h2>
        {props.toolbar}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={props.onAdd}
        >
          Add memory
        </Button>
      </div>
      {props.notice}
      <FilterBar draft={draft} filtered={filtered} zoom={zoom} knowsIssues={knowsIssues} />
    </div>
  )
}

function describeCount({ shown, standing, replaced }: Filtered, live: TimelineSearch): string {
  const all = live.replaced ? standing + replaced : standing
  const memories = formatCount(all, 'memory', 'memories')
  const asOf = live.asOf ? ` as of ${toWholeDate(Date.parse(live.asOf))}` : ''
  return shown.length === all
    ? `${memories}${asOf}`
    : `${formatNumber(shown.length)} of ${memories}${asOf}`
}
