import type { ReactNode } from 'react'
import classes from './toggle-chip.module.css'

type Props = {
  isOn: boolean
  onToggle: () => void
  /** Where the words do not say enough on their own. */
  label?: string
  title?: string
  children: ReactNode
}

/** A small switch among several: what is on is filled and framed, not only coloured. */
export function ToggleChip({ isOn, onToggle, label, title, children }: Props) {
  return (
    <button
      type="button"
      className={classes.chip}
      aria-pressed={isOn}
      aria-label={label}
      title={title}
      onClick={onToggle}
    >
      {children}
    </button>
  )
}
