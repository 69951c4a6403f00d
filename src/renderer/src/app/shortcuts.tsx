import { Kbd, Modal } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { places } from './places.tsx'
import classes from './shortcuts.module.css'
import { useShortcutsStore } from './shortcuts.store.ts'

/** How long after `g` the second key may come. */
const sequenceMs = 1200

const general: readonly [keys: string[], what: string][] = [
  [['⌘/Ctrl', 'K'], 'Search screens, personas and studies'],
  [['?'], 'This list'],
  [['/'], 'Search in the list on screen'],
  [['↑', '↓', 'Enter'], 'Move through a table, open a row'],
  [['j', 'k'], 'Move along a timeline, Enter opens a memory'],
  [['t'], 'On findings: chart or table'],
  [['↑', '↓', '←', '→'], 'Move between the marks of a chart, Enter opens one'],
  [['Esc'], 'Stop an answer, close a panel'],
  [['Enter'], 'Send a question'],
  [['Shift', 'Enter'], 'A new line in a question'],
  [['↑'], 'Edit the last question (empty composer)'],
  [['m'], 'On themes: merge those selected; ⌘/Ctrl Z takes back'],
  [['1', '…', '9'], 'While coding by hand: the theme; 0 for none'],
  [['p', 'r', 'e'], 'On a run: pause or resume, retry failed, evidence'],
]

export function Shortcuts() {
  const { opened, setOpened } = useShortcutsStore()
  useGoSequences(() => setOpened(true))
  return (
    <Modal opened={opened} onClose={() => setOpened(false)} title="Keyboard shortcuts" size="md">
      <dl className={classes.list}>
        {general.map(([keys, what]) => (
          <Row key={what} keys={keys} what={what} />
        ))}
        {places.map(({ key, label }) => (
          <Row key={key} keys={['g', key]} what={`Go to ${label}`} />
        ))}
      </dl>
    </Modal>
  )
}

function Row({ keys, what }: { keys: readonly string[]; what: string }) {
  return (
    <div className={classes.row}>
      <dt>
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dt>
      <dd>{what}</dd>
    </div>
  )
}

function useGoSequences(showHelp: () => void) {
  const navigate = useNavigate()
  // Times count from the loading of the page: 0 would be a moment ago.
  const pressedGAt = useRef(-Infinity)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return
      if (event.key === '?') return showHelp()
      if (event.key === '/') return focusSearch(event)
      const place = places.find(({ key }) => key === event.key)
      if (place && event.timeStamp - pressedGAt.current < sequenceMs) {
        pressedGAt.current = -Infinity
        // The second key is no shortcut of the screen that is left.
        event.stopPropagation()
        void navigate({ to: place.to })
      } else if (event.key === 'g') pressedGAt.current = event.timeStamp
    }
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [navigate, showHelp])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

function focusSearch(event: KeyboardEvent) {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
  if (!field) return
  event.preventDefault()
  field.focus()
}
