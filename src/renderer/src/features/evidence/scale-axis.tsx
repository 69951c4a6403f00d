import { placeOn, type Scale } from './domains.ts'
import classes from './scale-axis.module.css'

type Props = {
  scale: Scale
  tickText: (tick: number) => string
  /** Pixels along the scale that there are at the least. */
  room?: number
}

/** A tick's name with the space around it, in pixels. */
const CHARACTER_PX = 7
const GAP_PX = 12

/** What the lines of a scale stand for, as many of them as there is room for. */
export function ScaleAxis({ scale, tickText, room = 200 }: Props) {
  return (
    <span className={classes.axis}>
      {readable(scale.ticks, tickText, room).map((tick) => (
        <span key={tick} style={{ left: `${placeOn(scale, tick)}%` }}>
          {tickText(tick)}
        </span>
      ))}
    </span>
  )
}

/** Every tick, every second one and so on, always with both ends. */
function readable(
  ticks: readonly number[],
  tickText: (tick: number) => string,
  room: number,
): readonly number[] {
  const longest = Math.max(0, ...ticks.map((tick) => tickText(tick).length))
  const most = Math.max(2, Math.floor(room / (longest * CHARACTER_PX + GAP_PX)) + 1)
  const last = ticks.length - 1
  for (let step = 1; step < last; step++)
    if (last % step === 0 && last / step + 1 <= most) return ticks.filter((_, i) => i % step === 0)
  return last < 1 ? ticks : [ticks[0]!, ticks[last]!]
}
