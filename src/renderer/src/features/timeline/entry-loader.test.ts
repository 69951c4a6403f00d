import { expect, it } from 'vitest'
import type { TimelineEntry } from '../../../../shared/contract/timeline.ts'
import { createEntryLoader } from './entry-loader.ts'

const anEntry = (id: string) => ({ id, eventLabel: `Memory ${id}` }) as TimelineEntry
const signal = new AbortController().signal

/** A loader whose readings are noted; it knows every id but those that begin with `no`. */
function aLoader(options: Partial<Parameters<typeof createEntryLoader>[0]> = {}) {
  const readings: (readonly string[])[] = []
  const load = createEntryLoader({
    waitMs: 1,
    longestWaitMs: 5,
    mostIds: 3,
    read: async (ids) => {
      readings.push(ids)
      return ids.filter((id) => !id.startsWith('no')).map(anEntry)
    },
    ...options,
  })
  return { load, readings }
}

it('reads together what is asked for together, each id once', async () => {
  const { load, readings } = aLoader()
  const entries = await Promise.all(['a', 'b', 'a'].map((id) => load(id, signal)))
  expect(entries).toEqual([anEntry('a'), anEntry('b'), anEntry('a')])
  expect(readings).toEqual([['a', 'b']])
  await load('c', signal)
  expect(readings).toEqual([['a', 'b'], ['c']])
})

it('does not read for those who gave up before', async () => {
  const { load, readings } = aLoader()
  const passing = new AbortController()
  void load('passed', passing.signal)
  const stays = load('stays', signal)
  passing.abort()
  expect(await stays).toEqual(anEntry('stays'))
  expect(readings).toEqual([['stays']])
})

it('splits what is too long for one reading', async () => {
  const { load, readings } = aLoader()
  await Promise.all(['a', 'b', 'c', 'd'].map((id) => load(id, signal)))
  expect(readings).toEqual([['a', 'b', 'c'], ['d']])
})

it('fails for an id that is not there, and answers the others', async () => {
  const { load } = aLoader()
  const answers = await Promise.allSettled(['none', 'a'].map((id) => load(id, signal)))
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
})

it('fails for all of a reading that fails', async () => {
  const { load } = aLoader({ read: () => Promise.reject(new Error('unreachable')) })
  const answers = await Promise.allSettled(['a', 'b'].map((id) => load(id, signal)))
  expect(answers).toEqual([
    { status: 'rejected', reason: new Error('unreachable') },
    { status: 'rejected', reason: new Error('unreachable') },
  ])
})

it('does not let those who keep asking keep the first one waiting', async () => {
  const { load } = aLoader({ waitMs: 20, longestWaitMs: 40 })
  let isAnswered = false
  void load('first', signal).then(() => (isAnswered = true))
  for (let i = 0; !isAnswered && i < 200; i++) {
    void load(`later ${i}`, signal)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  expect(isAnswered).toBe(true)
})
