import { describe, expect, it } from 'vitest'
import { createStream } from '../random.ts'
import {
  foldCodebook,
  unusedThemeIds,
  type CodebookEdit,
  type CodebookEvent,
  type CodebookStart,
} from './codebook.ts'
import { describeEvents } from './describe-edits.ts'

const theme = (id: string, label = id.toUpperCase()) => ({ id, label, keywords: [`${id}-word`] })
const start: CodebookStart = {
  themes: [theme('a'), theme('b'), theme('c')],
  coded: [
    ['1', 'a'],
    ['2', 'a'],
    ['3', 'b'],
    ['4', 'c'],
    ['5', null],
  ],
}
const done = (edit: CodebookEdit): CodebookEvent => ({ type: 'edit', at: 1, edit })
const step = (type: 'undo' | 'redo' | 'freeze' | 'unfreeze', at = 1): CodebookEvent => ({
  type,
  at,
})
const after = (...events: CodebookEvent[]) => {
  const { themes, coded } = foldCodebook(start, events)
  return { themes: themes.map(({ id }) => id), coded: Object.fromEntries(coded) }
}

describe('a codebook', () => {
  it('merges into the first and keeps the keywords of all', () => {
    const { themes, coded } = foldCodebook(start, [
      done({ type: 'merge', themeIds: ['c', 'a'], label: 'Both' }),
    ])
    expect(themes).toEqual([theme('b'), { id: 'c', label: 'Both', keywords: ['a-word', 'c-word'] }])
    expect(Object.fromEntries(coded)).toEqual({ 1: 'c', 2: 'c', 3: 'b', 4: 'c', 5: null })
  })

  it('splits in place; what goes to no part has no theme', () => {
    const parts = [
      { ...theme('d'), taskIds: ['1'] },
      { ...theme('e'), taskIds: [] },
    ]
    expect(after(done({ type: 'split', themeId: 'a', parts }))).toEqual({
      themes: ['d', 'e', 'b', 'c'],
      coded: { 1: 'd', 2: null, 3: 'b', 4: 'c', 5: null },
    })
  })

  it('adds with answers, moves answers, orders and deletes', () => {
    expect(
      after(
        done({ type: 'add', theme: theme('d'), taskIds: ['5', '3'] }),
        done({ type: 'assign', taskIds: ['1'], themeId: 'd' }),
        done({ type: 'order', themeIds: ['d', 'c'] }),
        done({ type: 'delete', themeId: 'a' }),
      ),
    ).toEqual({
      themes: ['d', 'c', 'b'],
      coded: { 1: 'd', 2: null, 3: 'd', 4: 'c', 5: 'd' },
    })
  })

  it('knows its built-in coding: edits without answers moved by hand', () => {
    const events = [
      done({ type: 'assign', taskIds: ['1'], themeId: 'b' }),
      done({ type: 'merge', themeIds: ['b', 'c'], label: 'BC' }),
    ]
    const { coded } = foldCodebook(start, events, { builtIn: true })
    expect(Object.fromEntries(coded)).toEqual({ 1: 'a', 2: 'a', 3: 'b', 4: 'b', 5: null })
  })

  it('takes back and does again; a new edit ends what could be done again', () => {
    const rename = done({ type: 'rename', themeId: 'a', label: 'New' })
    const remove = done({ type: 'delete', themeId: 'b' })
    const label = (...events: CodebookEvent[]) => foldCodebook(start, events).themes[0]!.label
    expect(label(rename, step('undo'))).toBe('A')
    expect(label(rename, step('undo'), step('redo'))).toBe('New')
    const state = foldCodebook(start, [rename, step('undo'), remove, step('redo')])
    expect([state.themes.length, state.themes[0]!.label, state.canRedo]).toEqual([2, 'A', false])
  })

  it('is frozen on a date until it is opened again, and offers no undo meanwhile', () => {
    const rename = done({ type: 'rename', themeId: 'a', label: 'New' })
    expect(foldCodebook(start, [rename, step('freeze', 77)])).toMatchObject({
      frozenAt: 77,
      canUndo: false,
    })
    expect(foldCodebook(start, [rename, step('freeze', 77), step('unfreeze')])).toMatchObject({
      frozenAt: null,
      canUndo: true,
    })
  })

  it('never gives an id twice, not even one that is gone', () => {
    const events = [
      done({ type: 'add', theme: theme('t1'), taskIds: [] }),
      step('undo'),
      done({ type: 'split', themeId: 'a', parts: [{ ...theme('t2'), taskIds: [] }] }),
    ]
    expect(unusedThemeIds(start, events, 2)).toEqual(['t3', 't4'])
  })

  it('tells its history with the names of the time, and what holds', () => {
    const events = [
      done({ type: 'rename', themeId: 'a', label: 'Price' }),
      done({ type: 'merge', themeIds: ['a', 'b'], label: 'Money' }),
      step('undo'),
      done({ type: 'assign', taskIds: ['1'], themeId: null }),
    ]
    expect(describeEvents(start, events)).toEqual([
      { sentence: 'Renamed “A” to “Price”', holds: true },
      { sentence: 'Merged “Price”, “B” into “Money”', holds: false },
      { sentence: 'Undid: Merged “Price”, “B” into “Money”', holds: true },
      { sentence: 'Moved 1 answer to other or unclear', holds: true },
    ])
  })
})

const ids = ['a', 'b', 'c', 'd', 'e']

/** Any edit at all, also ones that name nothing there is. */
function anyEdit(draw: () => number): CodebookEdit {
  const one = () => ids[Math.floor(draw() * ids.length)]!
  const tasks = () => ['1', '2', '3', '4', '5'].filter(() => draw() < 0.5)
  const edits: CodebookEdit[] = [
    { type: 'rename', themeId: one(), label: String(draw()) },
    { type: 'merge', themeIds: [one(), one()], label: 'M' },
    { type: 'assign', taskIds: tasks(), themeId: draw() < 0.3 ? null : one() },
    { type: 'order', themeIds: [one(), one()] },
    { type: 'delete', themeId: one() },
  ]
  return edits[Math.floor(draw() * edits.length)]!
}

it.each(Array.from({ length: 30 }, (_, seed) => seed))(
  'after as many undos as edits is as it began, and after as many redos as before, seed %i',
  (seed) => {
    const draw = createStream('codebook', seed)
    const edits = Array.from({ length: 8 }, () => done(anyEdit(draw)))
    const undos = edits.map(() => step('undo'))
    const redos = edits.map(() => step('redo'))
    expect(after(...edits, ...undos)).toEqual(after())
    expect(after(...edits, ...undos, ...redos)).toEqual(after(...edits))
    const { themes } = foldCodebook(start, edits)
    expect(new Set(themes.map(({ id }) => id)).size).toBe(themes.length)
  },
)
