import classes from './thread-lines.module.css'
import { gapOf, type RowLayout } from './row-layout.ts'
import { laneCount, type Thread } from './threads.ts'

type Props = { threads: readonly Thread[]; layout: RowLayout; first: number; last: number }

const laneWidth = 7
/** From a row's upper edge to the middle of its glyph. */
const glyphMiddle = 14
export const lanesWidth = laneCount * laneWidth
const spine = lanesWidth + 4

/** Each revision's line back to what it replaced; an open ring where it was, an arrow where it is. */
export function ThreadLines({ threads, layout, first, last }: Props) {
  const origin = layout.tops[first] ?? 0
  const end = layout.tops[last + 1] ?? origin
  const placeOf = (row: number) => layout.tops[row]! + gapOf(layout, row) + glyphMiddle - origin
  const crossing = threads.filter(({ top, bottom }) => bottom >= first && top <= last)
  return (
    <svg
      className={classes.threads}
      style={{ transform: `translateY(${origin}px)` }}
      width={spine + 4}
      height={Math.max(0, end - origin)}
      aria-hidden
    >
      {crossing.map(({ top, bottom, revision, lane }) => {
        // Ends far outside are pulled near: a line of 100,000 px is dear and looks no different.
        const from = top < first ? -20 : placeOf(top)
        const to = bottom > last ? end - origin + 20 : placeOf(bottom)
        const x = lanesWidth - lane * laneWidth - 4
        const bend = Math.min(8, (to - from) / 2)
        const line = `M${spine} ${from}H${x + bend}Q${x} ${from} ${x} ${from + bend}V${to - bend}Q${x} ${to} ${x + bend} ${to}H${spine}`
        const revised = revision === top ? from : to
        return (
          <g key={`${top}-${bottom}`}>
            <path d={line} />
            <path className={classes.head} d={`M${spine - 4} ${revised - 3.5}l5 3.5l-5 3.5`} />
          </g>
        )
      })}
    </svg>
  )
}
