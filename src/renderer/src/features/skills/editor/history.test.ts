import { expect, it } from 'vitest'
import { afterEdit, redo, startHistory, undo } from './history.ts'

const typed = (...words: readonly [text: string, atMs: number, what?: string | null][]) =>
  words.reduce(
    (history, [text, atMs, what = 'name']) => afterEdit(history, text, { what, atMs }),
    startHistory(''),
  )

it('takes back a word typed in one go as one step, and gives it again', () => {
  const history = typed(['T', 0], ['Te', 100], ['Tea', 200])
  expect(undo(history).present).toBe('')
  expect(redo(undo(history)).present).toBe('Tea')
})

it('stops at a pause, at another field and at an edit of its own', () => {
  expect(undo(typed(['T', 0], ['Te', 5000])).present).toBe('T')
  expect(undo(typed(['T', 0], ['TX', 10, 'objective'])).present).toBe('T')
  expect(undo(typed(['T', 0, null], ['TX', 10, null])).present).toBe('T')
})

it('forgets what was undone once something else is done, and has an end on both sides', () => {
  const other = afterEdit(undo(typed(['T', 0])), 'B', { what: null, atMs: 1 })
  expect(redo(other).present).toBe('B')
  expect(undo(undo(undo(other))).present).toBe('')
})
