import { Button } from '@mantine/core'
import { IconHistory, IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { TimelineEntry } from '../../../../shared/contract/timeline.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { SkeletonRows } from '../../components/loading.tsx'
import { MemoryMark } from '../../components/memory-mark.tsx'
import { formatCount, formatDay } from '../../lib/format.ts'
import { foldTimeline, vividnessOf, type TimelineItem } from '../../lib/timeline-order.ts'
import classes from './timeline-column.module.css'
import { timelineQuery } from './timeline.queries.ts'

type Props = {
  personaId: string
  selectedId: string | undefined
  onSelect: (entry: TimelineEntry) => void
  onAdd: () => void
}

export function TimelineColumn({ personaId, selectedId, onSelect, onAdd }: Props) {
  const pages = useInfiniteQuery(timelineQuery(personaId))
  const { hasNextPage, isFetching, fetchNextPage } = pages
  useEffect(() => {
    // A life is read whole: entries arrive by sequence and are shown as time runs.
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  const entries = useMemo(() => pages.data?.pages.flatMap((page) => page.entries), [pages.data])
  const items = useMemo(() => foldTimeline(entries ?? []), [entries])

  return (
    <section aria-label="Timeline" className={classes.column}>
      <div className={classes.head}>
        <h2>
          Timeline{' '}
          {entries && (
            <span className="quiet">{formatCount(items.length, 'memory', 'memories')}</span>
          )}
        </h2>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={onAdd}>
          Add memory
        </Button>
      </div>
      {pages.error && <ErrorPanel error={pages.error} onRetry={() => void pages.refetch()} />}
      {!entries && !pages.error && <SkeletonRows rows={8} height={56} />}
      {entries?.length === 0 && (
        <EmptyState icon={<IconHistory size={28} stroke={1.5} />} title="Nothing remembered yet">
          A memory is one event with its facts, the feelings it left and what the persona made of
          it.
        </EmptyState>
      )}
      <ol className={classes.spine}>
        {items.map((item) => (
          <Item key={item.entry.id} item={item} selectedId={selectedId} onSelect={onSelect} />
        ))}
      </ol>
    </section>
  )
}

type ItemProps = { item: TimelineItem } & Pick<Props, 'selectedId' | 'onSelect'>

function Item({ item: { entry, earlier }, selectedId, onSelect }: ItemProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <li className={classes.item}>
      <EntryButton entry={entry} isSelected={entry.id === selectedId} onSelect={onSelect} />
      {earlier.length > 0 && (
        <div className={classes.thread}>
          <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            ↻ replaces {formatCount(earlier.length, 'earlier version')}
          </button>
          {isOpen && (
            <ol>
              {earlier.map((old) => (
                <li key={old.id}>
                  <EntryButton
                    entry={old}
                    isSelected={old.id === selectedId}
                    onSelect={onSelect}
                    isSuperseded
                  />
                </li>
              ))}
            </ol>
          )}
        </div>
      )}
    </li>
  )
}

type EntryProps = {
  entry: TimelineEntry
  isSelected: boolean
  isSuperseded?: boolean
  onSelect: (entry: TimelineEntry) => void
}

function EntryButton({ entry, isSelected, isSuperseded = false, onSelect }: EntryProps) {
  return (
    <button
      type="button"
      className={classes.entry}
      data-vividness={vividnessOf(entry.memoryStrength)}
      data-type={entry.memoryType}
      data-superseded={isSuperseded || undefined}
      aria-current={isSelected || undefined}
      onClick={() => onSelect(entry)}
    >
      <span className={classes.mark}>
        <MemoryMark type={entry.memoryType} />
      </span>
      <span className={classes.words}>
        <span className="quiet small number">
          {formatDay(entry.eventAt)}
          {entry.source !== 'seed' && ` · ${entry.source}`}
        </span>
        <span className={classes.label}>{entry.eventLabel}</span>
        <span className={`${classes.facts} quiet`}>{entry.facts}</span>
      </span>
    </button>
  )
}
