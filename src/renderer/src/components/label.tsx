import type { ReactNode } from 'react'
import classes from './label.module.css'

export type Tone = 'quiet' | 'accent' | 'good' | 'warn' | 'bad'

/** A short word about a thing: its state, its kind. */
export function Label({ tone = 'quiet', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={classes.label} data-tone={tone}>
      {children}
    </span>
  )
}

/** Stands wherever the built-in model's words or numbers stand. */
export function RehearsalLabel({ long = false }: { long?: boolean }) {
  const sentence = 'Rehearsal: answers come from the built-in model, not evidence about people'
  return (
    <span className={classes.label} data-tone="warn" title={sentence}>
      {long ? sentence : 'Rehearsal'}
    </span>
  )
}
