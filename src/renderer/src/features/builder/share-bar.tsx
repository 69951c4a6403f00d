import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { cohortColour } from '../../styles/tokens.ts'
import classes from './share-bar.module.css'

type Props = {
  /** Percent, summing to 100. */
  shares: readonly number[]
  names: readonly string[]
  onChange: (shares: number[]) => void
}

/** Narrower parts have no room for words, in percent. */
const LABELLED = 10

/** One wide bar of shares; each border between two of them can be dragged or moved by arrows. */
export function ShareBar({ shares, names, onChange }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  const moveBorder = (index: number, delta: number) => {
    const [left = 0, right = 0] = [shares[index], shares[index + 1]]
    const step = Math.max(-left, Math.min(right, delta))
    if (step !== 0)
      onChange(
        shares.map((share, place) => {
          if (place === index) return tidy(share + step)
          return place === index + 1 ? tidy(share - step) : share
        }),
      )
  }
  const onPointerMove = (index: number) => (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !bar.current) return
    const { left, width } = bar.current.getBoundingClientRect()
    const before = shares.slice(0, index + 1).reduce((sum, share) => sum + share, 0)
    moveBorder(index, Math.round(((event.clientX - left) / width) * 100) - before)
  }
  const onKeyDown = (index: number) => (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    moveBorder(index, event.shiftKey ? step * 5 : step)
  }
  return (
    <div ref={bar} className={classes.bar}>
      {shares.map((share, index) => (
        <div
          key={index}
          className={classes.part}
          style={{ width: `${share}%`, background: cohortColour(index) }}
          title={`${names[index]}: ${share} %`}
        >
          {share >= LABELLED && (
            <span className={classes.label} aria-hidden>
              {names[index]} {share} %
            </span>
          )}
          {index < shares.length - 1 && (
            <span
              role="slider"
              tabIndex={0}
              className={classes.border}
              aria-label={`Border between ${names[index]} and ${names[index + 1]}`}
              aria-valuenow={share}
              aria-valuemin={0}
              aria-valuemax={share + (shares[index + 1] ?? 0)}
              aria-valuetext={`${names[index]} ${share} %, ${names[index + 1]} ${shares[index + 1]} %`}
              onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
              onPointerMove={onPointerMove(index)}
              onKeyDown={onKeyDown(index)}
            />
          )}
        </div>
      ))}
    </div>
  )
}

const tidy = (share: number) => Math.round(share * 10) / 10
