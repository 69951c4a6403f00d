import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { formatCount, formatNumber } from '../../lib/format.ts'
import { useNow } from '../../lib/use-now.ts'
import { AsOfBar } from './as-of-bar.tsx'
import { densityOf, periodsOf } from './density.ts'
import { EntryList } from './entry-list.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { Filtered } from './filter-entries.ts'
import { headOf, type Life } from './life.ts'
import { LifeOverview } from './life-overview.tsx'
import { PeriodList, periodHeight } from './period-list.tsx'
import { rowNear, type RowLayout } from './row-layout.ts'
import { TimelineEmpty } from './timeline-empty.tsx'
import classes from './timeline-picture.module.css'
import { lifeQuery } from './timeline.queries.ts'
import { hasFilter, noFilter, type TimelineSearch } from './timeline.search.ts'
import { TimelineSkeleton } from './timeline-skeleton.tsx'
import { toIsoDate, toWholeDate } from './time-words.ts'
import { useDraft, type OnSearch } from './use-draft.ts'
import { useLifeAt } from './use-life-at.ts'
import { usePicture } from './use-picture.ts'

type Props = {
  personaId: string
  /** What the address says. */
  search: TimelineSearch
  onSearch: OnSearch
  onAdd: () => void
  /** Beside the title. */
  toolbar?: ReactNode
  /** What stands beside an entry. Keep the function's identity: rows are drawn anew with it. */
  badge?: (entryId: string) => ReactNode
  /** Entries that have issues; without it nobody is asked whether to see only those. */
  flagged?: ReadonlySet<string>
}

/** A life as a picture: time runs down, type is glyph and colour, vividness weight and opacity. */
export function TimelinePicture(props: Props) {
  const { data: life, error, refetch } = useQuery(lifeQuery(props.personaId))
  const retry = () => void refetch()
  if (life)
    return (
      <LoadedPicture
        {...props}
        life={life}
        // What was read before stays; that it may be old is said above it.
        notice={error && <ErrorPanel error={error} onRetry={retry} />}
      />
    )
  if (!error) return <TimelineSkeleton />
  return (
    <section aria-label="Timeline" className={classes.picture}>
      <div className={classes.head}>
        <h2>Timeline</h2>
        <ErrorPanel error={error} onRetry={retry} />
      </div>
    </section>
  )
}

function LoadedPicture(props: Props & { life: Life; notice: ReactNode }) {
  const { personaId, search, onSearch, onAdd, flagged, badge } = props
  const life = useLifeAt(personaId, props.life, search.asOf)
  const draft = useDraft(search, onSearch)
  const { live, preview, commit } = draft
  const zoom = live.zoom ?? 'read'
  const selected = useSelected(life, live.entry)
  const [unfolded, onFold] = useUnfolded(life, selected)
  const picture = usePicture({
    personaId,
    life,
    live,
    unfolded,
    flagged,
    zoom: zoom === 'years' ? 'lines' : zoom,
  })
  const { filter, filtered, threads } = picture
  const span = useSpan(life)
  const years = useYears({ life, span, shown: filtered.shown, asOf: filter.asOf })
  const layout = zoom === 'years' ? years.layout : picture.layout
  const scroller = useRef<HTMLDivElement>(null)
  const anchor = useRef<number>(undefined)

  const onSelect = useCallback(
    (index: number) => commit({ entry: life.map.ids[index] }),
    [commit, life],
  )
  const actions = useMemo(() => ({ onSelect, onFold }), [onSelect, onFold])
  const onGo = useCallback(
    (at: number) => {
      const element = scroller.current
      if (!element || layout.times.length === 0) return
      element.scrollTo({ top: layout.tops[rowNear(layout, at)]! - element.clientHeight / 2 })
    },
    [layout],
  )
  if (life.order.length === 0)
    return (
      <section aria-label="Timeline" className={classes.picture}>
        <div className={classes.head}>
          <div className={classes.title}>
            <h2>Timeline</h2>
            {props.toolbar}
          </div>
        </div>
        <TimelineEmpty onAdd={onAdd} />
      </section>
    )
  return (
    <section aria-label="Timeline" className={classes.picture}>
      <div className={classes.head}>
        <div className={classes.title}>
          <h2>
            Timeline{' '}
            <span className={classes.count} role="status">
              {describeCount(filtered, live)}
            </span>
          </h2>
          {props.toolbar}
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={onAdd}>
            Add memory
          </Button>
        </div>
        {props.notice}
        <FilterBar
          draft={draft}
          filtered={filtered}
          zoom={zoom}
          knowsIssues={flagged !== undefined}
        />
      </div>
      <div className={classes.body}>
        {filtered.shown.length === 0 ? (
          <NothingShown live={live} later={filtered.later} onSearch={commit} />
        ) : zoom === 'years' ? (
          <PeriodList
            density={years.density}
            scroller={scroller}
            onOpen={(at) => {
              anchor.current = at
              commit({ zoom: 'lines' })
            }}
          />
        ) : (
          <EntryList
            key={zoom}
            personaId={personaId}
            life={life}
            shown={filtered.shown}
            layout={layout}
            threads={threads}
            asOf={filter.asOf}
            includesReplaced={filter.includeReplaced}
            selected={selected}
            unfolded={unfolded}
            withBodies={zoom === 'read'}
            badge={badge}
            actions={actions}
            onClear={() => commit(live.entry ? { entry: undefined } : noFilter)}
            scroller={scroller}
            anchor={anchor}
          >
            {filtered.later > 0 && (
              <LaterNote later={filtered.later} onNow={() => commit({ asOf: undefined })} />
            )}
          </EntryList>
        )}
        <LifeOverview
          life={life}
          shown={filtered.shown}
          asOf={filter.asOf}
          span={span}
          period={filter}
          layout={layout}
          scroller={scroller}
          onGo={onGo}
          onPeriod={(period, isFinal) => {
            const change = Object.fromEntries(
              Object.entries(period).map(([end, at]) => [end, at && toIsoDate(at)]),
            )
            if (isFinal) commit(change)
            else preview(change)
          }}
        />
      </div>
      <AsOfBar draft={draft} span={span} />
    </section>
  )
}

function useSelected(life: Life, entry: string | undefined): number | undefined {
  return useMemo(() => {
    const index = entry === undefined ? -1 : (life.map.ids as string[]).indexOf(entry)
    return index < 0 ? undefined : index
  }, [life, entry])
}

/** Revisions whose earlier versions are shown: those opened by hand, and of what is selected. */
function useUnfolded(life: Life, selected: number | undefined) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const onFold = useCallback(
    (index: number) =>
      setOpened((before) => {
        const next = new Set(before)
        if (!next.delete(index)) next.add(index)
        return next
      }),
    [],
  )
  const isHidden = selected !== undefined && life.map.supersededBy[selected]! >= 0
  const head = isHidden ? headOf(life, selected) : undefined
  const unfolded = useMemo(
    () => (head === undefined || opened.has(head) ? opened : new Set([...opened, head])),
    [opened, head],
  )
  return [unfolded, onFold] as const
}

const halfYearMs = 183 * 86_400_000

/** From the first memory until now, or the last one where that lies ahead; never without length. */
function useSpan({ start, end }: Life): { start: number; end: number } {
  const today = toIsoDate(useNow().getTime())
  return useMemo(() => {
    const last = Math.max(end, Date.parse(today))
    return { start: last - start < halfYearMs ? last - halfYearMs : start, end: last }
  }, [start, end, today])
}

type YearsContext = {
  life: Life
  span: { start: number; end: number }
  shown: Int32Array
  asOf: number
}

const mostPeriods = 72

/** The life by periods, laid out as rows are, so that overview and keys need not know. */
function useYears({ life, span, shown, asOf }: YearsContext) {
  const periods = useMemo(() => periodsOf(span, mostPeriods), [span])
  const density = useMemo(
    () => densityOf(life, periods, { shown, asOf }),
    [life, periods, shown, asOf],
  )
  const layout = useMemo((): RowLayout => {
    const { edges } = periods
    return {
      times: edges.slice(0, -1),
      tops: edges.map((_, row) => row * periodHeight),
      rowHeight: periodHeight,
      notableMs: Infinity,
    }
  }, [periods])
  return { density, layout }
}

function describeCount({ shown, standing, replaced }: Filtered, live: TimelineSearch): string {
  const all = live.replaced ? standing + replaced : standing
  const memories = formatCount(all, 'memory', 'memories')
  const asOf = live.asOf ? ` as of ${toWholeDate(Date.parse(live.asOf))}` : ''
  const isAll = shown.length === all
  return `${isAll ? memories : `${formatNumber(shown.length)} of ${memories}`}${asOf}`
}

function LaterNote({ later, onNow }: { later: number; onNow: () => void }) {
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

function NothingShown({ live, later, onSearch }: NothingProps) {
  const isFiltered = hasFilter(live)
  return (
    <div className={classes.nothing}>
      <h2>{isFiltered ? 'No memory passes the filter' : 'Nothing had happened yet'}</h2>
      {later > 0 && (
        <p className="quiet">
          {formatCount(later, 'memory lies', 'memories lie')} later than that.
        </p>
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
