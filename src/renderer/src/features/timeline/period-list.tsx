import { useState, type KeyboardEvent, type RefObject } from 'react'
import { formatCount, formatNumber } from '../../lib/format.ts'
import { memoryGlyphs } from '../../styles/tokens.ts'
import { shownIn, type Density } from './density.ts'
import { memoryTypes } from './life.ts'
import classes from './period-list.module.css'
import { toPeriodName } from './time-words.ts'

type Props = {
  density: Density
  scroller: RefObject<HTMLDivElement | null>
  /** Opens a stretch of time, memory by memory. */
  onOpen: (at: number) => void
}

export const periodHeight = 24

/** The life by years or months: time is to scale here, and length of a bar counts memories. */
export function PeriodList({ density, scroller, onOpen }: Props) {
  const count = density.edges.length - 1
  const longest = Math.max(1, ...Array.from({ length: count }, (_, i) => shownIn(density.shown, i)))
  const [active, setActive] = useState(0)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      j: active + 1,
      ArrowUp: active - 1,
      k: active - 1,
      Home: 0,
      End: count - 1,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(count - 1, step))
    setActive(next)
    event.currentTarget.querySelectorAll<HTMLElement>('button')[next]?.focus()
  }
  return (
    <div ref={scroller} className={classes.scroller}>
      <ol role="list" aria-label="Memories by period" onKeyDown={onKeyDown}>
        {Array.from({ length: count }, (_, period) => (
          <li key={density.edges[period]}>
            <PeriodButton
              density={density}
              period={period}
              isActive={period === active}
              longest={longest}
              onOpen={() => onOpen(density.edges[period]!)}
            />
          </li>
        ))}
      </ol>
    </div>
  )
}

type ButtonProps = {
  density: Density
  period: number
  /** Memories of the fullest period: as long as there is room. */
  longest: number
  isActive: boolean
  onOpen: () => void
}

function PeriodButton({ density, period, longest, isActive, onOpen }: ButtonProps) {
  const total = shownIn(density.shown, period)
  const counts = memoryTypes
    .map((type, place) => ({ type, count: density.shown[period * memoryTypes.length + place]! }))
    .filter(({ count }) => count > 0)
  const words = counts.map(({ type, count }) => `${count} ${type}`).join(', ')
  return (
    <button
      type="button"
      className={classes.period}
      style={{ height: periodHeight }}
      tabIndex={isActive ? 0 : -1}
      aria-label={`${toPeriodName(density, period)}, ${formatCount(total, 'memory', 'memories')}${words && `: ${words}`}`}
      title={words}
      onClick={onOpen}
    >
      <span className={classes.name}>{toPeriodName(density, period)}</span>
      <span className={classes.track} aria-hidden>
        {counts.map(({ type, count }) => {
          const share = count / longest
          return (
            <span
              key={type}
              className={classes.part}
              style={{
                width: `${share * 100}%`,
                ['--mark' as string]: `var(--wb-memory-${type})`,
              }}
            >
              <span>{memoryGlyphs[type]}</span>
            </span>
          )
        })}
        <span className={classes.total}>{total > 0 && formatNumber(total)}</span>
      </span>
    </button>
  )
}
