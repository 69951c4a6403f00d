import { beforeEach, expect, it, vi } from 'vitest'
import { emptyEdit } from './population-draft.ts'

const named = (name: string) => ({ ...emptyEdit, name })
const from = { versionId: 'v1', edit: named('frozen') }

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  vi.resetModules()
})

const open = async () => (await import('./draft.store.ts')).useDraftsStore

it('undoes and redoes, and a drag is one step', async () => {
  const store = await open()
  const { change, undo, redo } = store.getState()
  const name = () => store.getState().drafts['p']?.present.name
  change('p', from, named('a'))
  for (const step of ['b', 'c', 'd']) {
    vi.advanceTimersByTime(100)
    change('p', from, named(step), 'bar')
  }
  undo('p')
  expect(name()).toBe('a')
  undo('p')
  expect(name()).toBe('frozen')
  undo('p')
  expect(name()).toBe('frozen')
  redo('p')
  redo('p')
  expect(name()).toBe('d')
  undo('p')
  change('p', from, named('e'))
  redo('p')
  expect(name()).toBe('e')
})

it('keeps edits over a reload, without their history, until they are discarded', async () => {
  const first = await open()
  first.getState().change('p', from, named('kept'))
  vi.resetModules()
  const second = await open()
  expect(second.getState().drafts['p']).toEqual({
    versionId: 'v1',
    past: [],
    present: named('kept'),
    future: [],
  })
  second.getState().discard('p')
  vi.resetModules()
  expect((await open()).getState().drafts).toEqual({})
})
