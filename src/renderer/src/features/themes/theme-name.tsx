import { TextInput } from '@mantine/core'
import { useState } from 'react'
import classes from './themes.module.css'

type Props = { label: string; isFixed: boolean; onRename: (label: string) => void }

/** The theme's name; a click or Enter edits it, Enter keeps, Esc leaves it. */
export function ThemeName({ label, isFixed, onRename }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  if (isFixed) return <h3 className={classes.label}>{label}</h3>
  if (draft === null)
    return (
      <h3 className={classes.label}>
        <button type="button" title="Rename" onClick={() => setDraft(label)}>
          {label}
        </button>
      </h3>
    )
  const keep = () => {
    const next = draft.trim()
    setDraft(null)
    if (next !== '' && next !== label) onRename(next)
  }
  return (
    <TextInput
      className={classes.rename}
      aria-label="Name of the theme"
      size="xs"
      autoFocus
      value={draft}
      maxLength={120}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        if (event.key === 'Escape') setDraft(null)
      }}
    />
  )
}
