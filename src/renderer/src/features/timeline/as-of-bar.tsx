import { Button, TextInput } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import classes from './as-of-bar.module.css'
import { toDay, toIsoDate, toWholeDate } from './time-words.ts'
import type { Draft } from './use-draft.ts'

type Props = { draft: Draft; span: { start: number; end: number } }

const dayMs = 86_400_000

/** Turns the clock back: nothing later exists, here and in whatever is asked from here. */
export function AsOfBar({ draft, span }: Props) {
  const { live, preview, commit, commitSoon } = draft
  const [first, last] = [toDay(span.start), toDay(span.end)]
  const day = live.asOf === undefined ? last : toDay(Date.parse(live.asOf))
  const toSearch = (wanted: number) => {
    const next = Math.max(first, Math.min(last, wanted))
    return { asOf: next === last ? undefined : toIsoDate(next * dayMs) }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowDown: -1,
      ArrowRight: 1,
      ArrowUp: 1,
      PageDown: -365,
      PageUp: 365,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    commitSoon(toSearch(day + step * (event.shiftKey ? 30 : 1)))
  }
  return (
    <div
      className={classes.bar}
      role="group"
      aria-label="As of"
      data-set={live.asOf !== undefined || undefined}
    >
      <span className={classes.name}>As of</span>
      <input
        type="range"
        className={classes.range}
        aria-label="As of"
        aria-valuetext={live.asOf === undefined ? 'now' : toWholeDate(Date.parse(live.asOf))}
        title="Arrows: a day · with Shift: a month · Page up and down: a year"
        min={first}
        max={last}
        value={Math.max(first, Math.min(last, day))}
        onChange={({ currentTarget }) => preview(toSearch(currentTarget.valueAsNumber))}
        onPointerUp={({ currentTarget }) => commit(toSearch(currentTarget.valueAsNumber))}
        onKeyDown={onKeyDown}
      />
      <TextInput
        type="date"
        aria-label="As of date"
        className={classes.date}
        value={live.asOf ?? ''}
        onChange={({ currentTarget: { value } }) => commitSoon({ asOf: value || undefined })}
      />
      <Button
        size="xs"
        variant={live.asOf === undefined ? 'default' : 'light'}
        disabled={live.asOf === undefined}
        onClick={() => commit({ asOf: undefined })}
      >
        Now
      </Button>
    </div>
  )
}
