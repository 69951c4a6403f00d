import { useQuery } from '@tanstack/react-query'
import { memo, type ReactNode } from 'react'
import { Label } from '../../components/label.tsx'
import { formatCount } from '../../lib/format.ts'
import { vividnessOf } from '../../lib/vividness.ts'
import { memoryGlyphs } from '../../styles/tokens.ts'
import classes from './entry-row.module.css'
import type { Life } from './life.ts'
import { MarkedText } from './marked-text.tsx'
import { excerptOf, markWords } from './marked-words.ts'
import { toDayAndMonth, toStretch, toWholeDate } from './time-words.ts'
import { entryQuery } from './timeline.queries.ts'

export type RowActions = {
  onSelect: (index: number) => void
  /** Shows or folds what a revision replaced. */
  onFold: (index: number) => void
}

type Props = {
  personaId: string
  life: Life
  /** Into the columns of the map. */
  index: number
  row: number
  rowCount: number
  top: number
  height: number
  /** Height of the time without memories that the row begins with. */
  gap: number
  /** That time in milliseconds where it is worth a word, else 0. */
  silence: number
  /** The year or month that begins here. */
  axis: string | null
  isFirstOfDay: boolean
  /** Where a run of memories came from, if not from the biography or by hand. */
  origin: string | null
  isReplaced: boolean
  isSelected: boolean
  isActive: boolean
  /** How many versions a revision replaced. */
  earlier: number
  isUnfolded: boolean
  withBody: boolean
  /** Folded words of the search, to be marked. */
  words: readonly string[]
  /** What stands beside the entry: a sign that something is amiss with it. */
  badge: ((entryId: string) => ReactNode) | undefined
  actions: RowActions
}

export const EntryRow = memo(function EntryRow(props: Props) {
  const { life, index, actions, gap, silence } = props
  const { map } = life
  const type = map.types[index]!
  const vividness = vividnessOf(map.effectiveStrengths[index]!)
  const label = map.labels[index]!
  const date = toWholeDate(map.eventAt[index]!)
  const name = [label, date, type, vividness, props.isReplaced && 'replaced'].filter(Boolean)
  return (
    <li
      className={classes.item}
      style={{
        transform: `translateY(${props.top}px)`,
        height: props.height,
        paddingTop: gap,
        ['--row-step' as string]: `${props.height}px`,
      }}
      aria-setsize={props.rowCount}
      aria-posinset={props.row + 1}
      data-type={type}
      data-vividness={vividness}
      data-replaced={props.isReplaced || undefined}
      data-tall={props.withBody || undefined}
      data-same-day={!props.isFirstOfDay || undefined}
    >
      {silence > 0 && (
        <span className={classes.silence} style={{ height: gap }}>
          {toStretch(silence)} later
        </span>
      )}
      <span className={classes.axis} aria-hidden data-year={isYear(props.axis) || undefined}>
        {props.axis}
      </span>
      <button
        type="button"
        id={rowElementId(index)}
        className={classes.entry}
        tabIndex={props.isActive ? 0 : -1}
        aria-current={props.isSelected || undefined}
        aria-label={name.join(', ')}
        onClick={() => actions.onSelect(index)}
      >
        <span className={classes.mark} aria-hidden>
          {memoryGlyphs[type]}
        </span>
        <span className={classes.date}>
          {props.isFirstOfDay && toDayAndMonth(map.eventAt[index]!)}
        </span>
        <span className={classes.words}>
          <span className={classes.label} title={label}>
            {props.words.length === 0 ? (
              label
            ) : (
              <MarkedText pieces={markWords(label, props.words)} />
            )}
          </span>
          {props.withBody && (
            <Body personaId={props.personaId} id={map.ids[index]!} words={props.words} />
          )}
        </span>
      </button>
      <span className={classes.aside}>
        {props.origin && <Label>{props.origin}</Label>}
        {props.badge?.(map.ids[index]!)}
        {props.earlier > 0 && (
          <button
            type="button"
            className={classes.fold}
            aria-expanded={props.isUnfolded}
            tabIndex={props.isActive ? 0 : -1}
            title={props.isUnfolded ? 'Fold what it replaced' : 'Show what it replaced'}
            aria-label={`Replaces ${formatCount(props.earlier, 'earlier version')}`}
            onClick={() => actions.onFold(index)}
          >
            ↻ {props.earlier} {props.isUnfolded ? '▾' : '▸'}
          </button>
        )}
      </span>
    </li>
  )
})

export const rowElementId = (index: number) => `memory-${index}`

/** The place is there from the start; the words come when the row rests on screen. */
function Body({ personaId, id, words }: Pick<Props, 'personaId' | 'words'> & { id: string }) {
  const { data } = useQuery(entryQuery(personaId, id))
  return (
    <span className={classes.body}>
      {data && (words.length === 0 ? data.facts : <MarkedText pieces={excerptOf(data, words)} />)}
    </span>
  )
}

function isYear(axis: string | null): boolean {
  return axis !== null && /^-?\d+$/.test(axis)
}
