import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, type ReactNode } from 'react'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { AsOfBar } from './as-of-bar.tsx'
import { EntryList } from './entry-list.tsx'
import type { Life } from './life.ts'
import { LifeOverview } from './life-overview.tsx'
import { PeriodList } from './period-list.tsx'
import type { PeriodChange } from './period-handles.tsx'
import { PictureHead } from './picture-head.tsx'
import { LaterNote, NothingShown } from './picture-notes.tsx'
import { rowNear } from './row-layout.ts'
import { TimelineEmpty } from './timeline-empty.tsx'
import classes from './timeline-picture.module.css'
import { lifeQuery } from './timeline.queries.ts'
import { hasFilter, noFilter, type TimelineSearch } from './timeline.search.ts'
import { TimelineSkeleton } from './timeline-skeleton.tsx'
import { toIsoDate } from './time-words.ts'
import { useDraft, type OnSearch } from './use-draft.ts'
import { useLifeAt } from './use-life-at.ts'
import { usePicture } from './use-picture.ts'
import { useSelection } from './use-selection.ts'
import { useSpan, useYears } from './use-years.ts'

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
  if (!life && !error) return <TimelineSkeleton />
  // What was read before stays; that it may be old is said above it.
  const notice = error && <ErrorPanel error={error} onRetry={() => void refetch()} />
  const isEmpty = life?.order.length === 0
  if (life && !isEmpty) return <LoadedPicture {...props} life={life} notice={notice} />
  return (
    <section aria-label="Timeline" className={classes.picture}>
      <div className={classes.head}>
        <div className={classes.title}>
          <h2>Timeline</h2>
          {props.toolbar}
        </div>
        {notice}
      </div>
      {isEmpty && <TimelineEmpty onAdd={props.onAdd} />}
    </section>
  )
}

function LoadedPicture(props: Props & { life: Life; notice: ReactNode }) {
  const { personaId, search, onSearch, flagged } = props
  const life = useLifeAt(personaId, props.life, search.asOf)
  const draft = useDraft(search, onSearch)
  const { live, preview, commit } = draft
  const zoom = live.zoom ?? 'read'
  const { selected, unfolded, onFold } = useSelection(life, live.entry)
  const rowZoom = zoom === 'years' ? 'lines' : zoom
  const picture = usePicture({ personaId, life, live, unfolded, flagged, zoom: rowZoom })
  const { filter, filtered, threads } = picture
  const { shown, later } = filtered
  const span = useSpan(life)
  const years = useYears({ life, span, shown, asOf: filter.asOf })
  const layout = zoom === 'years' ? years.layout : picture.layout
  const scroller = useRef<HTMLDivElement>(null)
  const anchor = useRef<number>(undefined)
  const onClear = () => {
    if (live.entry) commit({ entry: undefined })
    else if (hasFilter(live)) commit(noFilter)
  }
  const onNow = () => commit({ asOf: undefined })

  const onSelect = useCallback(
    (index: number) => commit({ entry: life.map.ids[index] }),
    [commit, life],
  )
  const actions = useMemo(() => ({ onSelect, onFold }), [onSelect, onFold])
  const onGo = (at: number) => {
    const element = scroller.current
    if (!element || layout.times.length === 0) return
    element.scrollTo({ top: layout.tops[rowNear(layout, at)]! - element.clientHeight / 2 })
  }
  const onPeriod: PeriodChange = (period, isFinal) => {
    const ends = Object.entries(period).map(([end, at]) => [end, at && toIsoDate(at)])
    const change = Object.fromEntries(ends) as Partial<TimelineSearch>
    if (isFinal) commit(change)
    else preview(change)
  }
  return (
    <section aria-label="Timeline" className={classes.picture}>
      <PictureHead
        draft={draft}
        filtered={filtered}
        zoom={zoom}
        knowsIssues={flagged !== undefined}
        toolbar={props.toolbar}
        notice={props.notice}
        onAdd={props.onAdd}
      />
      <div className={classes.body}>
        {shown.length === 0 ? (
          <NothingShown live={live} later={later} onSearch={commit} />
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
            {...{ personaId, life, shown, layout, threads, selected, unfolded, actions }}
            asOf={filter.asOf}
            includesReplaced={filter.includeReplaced}
            withBodies={zoom === 'read'}
            words={filter.words}
            badge={props.badge}
            onClear={onClear}
            scroller={scroller}
            anchor={anchor}
          >
            <LaterNote later={later} onNow={onNow} />
          </EntryList>
        )}
        <LifeOverview
          {...{ life, shown, span, layout, scroller, onGo, onPeriod }}
          asOf={filter.asOf}
          period={filter}
        />
      </div>
      <AsOfBar draft={draft} span={span} />
    </section>
  )
}
