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
/** Part of the scale that an end keeps free of other names. */
const CLEAR = 0.25

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

/**
 * Every tick, every second one and so on, always with both ends; 0 between them where there is
 * room for no other.
 */
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
  if (last < 1) return ticks
  const middle = ticks.filter((tick) => isZero(tick) && isClear(ticks, tick))
  return [ticks[0]!, ...middle, ticks[last]!]
}

/** Computed ticks may miss 0 by a rounding error. */
function isZero(tick: number): boolean {
  return Math.abs(tick) < 1e-9
}

/** Whether a tick is far enough from both ends to be written between them. */
function isClear(ticks: readonly number[], tick: number): boolean {
  const [from, to] = [ticks[0]!, ticks.at(-1)!]
  const part = (tick - from) / (to - from)
  return part > CLEAR && part < 1 - CLEAR
}
