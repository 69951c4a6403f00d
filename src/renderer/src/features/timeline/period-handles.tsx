import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { periodAt, type Periods } from './density.ts'
import classes from './period-handles.module.css'
import { toPeriodName } from './time-words.ts'

export type PeriodChange = (
  period: { from?: number | undefined; to?: number | undefined },
  isFinal: boolean,
) => void

type Props = {
  periods: Periods
  /** Milliseconds; infinite: open. */
  period: { from: number; to: number }
  height: number
  onChange: PeriodChange
}

/** Two handles at the ends of the overview that narrow the list to a part of the life. */
export function PeriodHandles(props: Props) {
  const { periods, period, height } = props
  const { edges } = periods
  const toY = (at: number) => ((at - edges[0]!) / (edges.at(-1)! - edges[0]!)) * height
  const start = Math.max(edges[0]!, Math.min(period.from, edges.at(-1)!))
  const end = Math.min(edges.at(-1)!, Math.max(period.to, edges[0]!))
  return (
    <div className={classes.handles} style={{ height }}>
      <span className={classes.outside} style={{ top: 0, height: toY(start) }} aria-hidden />
      <span className={classes.outside} style={{ top: toY(end), bottom: 0 }} aria-hidden />
      <Handle {...props} end="from" at={start} y={toY(start)} />
      <Handle {...props} end="to" at={end} y={toY(end)} />
    </div>
  )
}

type HandleProps = Props & { end: 'from' | 'to'; at: number; y: number }

function Handle({ periods, period, height, end, at, y, onChange }: HandleProps) {
  const { edges } = periods
  const count = edges.length - 1
  const latest = useRef<Parameters<PeriodChange>[0]>({})
  // A handle stands on the edge before (from) or after (to) the period it names.
  const index = end === 'from' ? periodAt(periods, at) : periodAt(periods, at - 1)
  const other = end === 'from' ? periodAt(periods, period.to) : periodAt(periods, period.from)
  const put = (wanted: number, isFinal: boolean) => {
    const [low, high] = end === 'from' ? [0, other] : [other, count - 1]
    const next = Math.max(low, Math.min(high, wanted))
    latest.current =
      end === 'from'
        ? { from: next === 0 ? undefined : edges[next]! }
        : { to: next === count - 1 ? undefined : edges[next + 1]! - 1 }
    onChange(latest.current, isFinal)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowRight: index + 1,
      ArrowUp: index - 1,
      ArrowLeft: index - 1,
      PageDown: index + 10,
      PageUp: index - 10,
      Home: 0,
      End: count - 1,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    put(step, true)
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const box = event.currentTarget.parentElement!.getBoundingClientRect()
    const time = edges[0]! + ((event.clientY - box.top) / height) * (edges.at(-1)! - edges[0]!)
    put(end === 'from' ? periodAt(periods, time) : periodAt(periods, time - 1), false)
  }
  return (
    <span
      role="slider"
      tabIndex={0}
      className={classes.handle}
      data-end={end}
      data-set={Number.isFinite(period[end]) || undefined}
      style={{ top: y }}
      aria-label={end === 'from' ? 'Show from' : 'Show until'}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={count - 1}
      aria-valuenow={index}
      aria-valuetext={toPeriodName(periods, index)}
      title={`${end === 'from' ? 'From' : 'Until'} ${toPeriodName(periods, index)}: drag to narrow the list`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        latest.current = {}
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        if (Object.keys(latest.current).length > 0) onChange(latest.current, true)
      }}
    />
  )
}
