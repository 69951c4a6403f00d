import { Button } from '@mantine/core'
import { formatCount } from '../../lib/format.ts'
import classes from './timeline-picture.module.css'
import { hasFilter, noFilter, type TimelineSearch } from './timeline.search.ts'
import type { OnSearch } from './use-draft.ts'

/** After the last memory that exists: how many do not yet. */
export function LaterNote({ later, onNow }: { later: number; onNow: () => void }) {
  if (later === 0) return null
  return (
    <p className={classes.end}>
      {formatCount(later, 'later memory does', 'later memories do')} not exist yet.
      <Button size="xs" variant="default" onClick={onNow}>
        Back to now
      </Button>
    </p>
  )
}

type NothingProps = { live: TimelineSearch; later: number; onSearch: OnSearch }

/** In place of the list: why there is nothing in it, and what to do about that. */
export function NothingShown({ live, later, onSearch }: NothingProps) {
  const isFiltered = hasFilter(live)
  return (
    <div className={classes.nothing}>
      <h2>
        {isFiltered ? 'No memory passes the filter' : 'Nothing is remembered yet at that time'}
      </h2>
      {later > 0 && (
        <p className="quiet">{formatCount(later, 'memory comes', 'memories come')} later.</p>
      )}
      {isFiltered && (
        <Button variant="default" onClick={() => onSearch(noFilter)}>
          Clear the filter
        </Button>
      )}
      {live.asOf && (
        <Button variant="default" onClick={() => onSearch({ asOf: undefined })}>
          Back to now
        </Button>
      )}
    </div>
  )
}
