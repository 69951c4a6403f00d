import { afterEach, expect, it } from 'vitest'
import type { Order } from '../../../../test/helpers/obedient.worker.ts'
import { EngineError } from '../errors.ts'
import { lastingThread } from './lasting-thread.ts'
import { startWorkThread, type WorkThread } from './work-thread.ts'

const helpers = new URL('../../../../test/helpers/test-engine.ts', import.meta.url).href
let thread: Pick<WorkThread<Order, number>, 'ask' | 'end'>
const start = (how?: 'at once') => (thread = lastingThread(helpers, 'obedient', how))
afterEach(() => thread.end())

it('hands expected errors over as they were thrown, and goes on', async () => {
  const { ask } = start()
  await ask({ do: 'count' })
  const refused = await ask({ do: 'refuse' }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(EngineError)
  expect(refused).toMatchObject({
    code: 'conflict',
    message: 'Not now',
    details: [{ path: 'when', message: 'must be later' }],
    retryAfterSeconds: 7,
    fields: {},
    modelStatus: undefined,
  })
  const bug = await ask({ do: 'stumble' }).catch((error: unknown) => error)
  expect(bug).not.toBeInstanceOf(EngineError)
  expect(bug).toMatchObject({ message: 'A bug', stack: expect.stringContaining('obedient') })
  expect(await ask({ do: 'count' })).toBe(2)
})

it('fails what is in hand when it crashes, and is another thread afterwards', async () => {
  const { ask } = start('at once')
  expect(await ask({ do: 'count' })).toBe(1)
  const waiting = ask({ do: 'wait' })
  const crashed = ask({ do: 'crash' })
  await expect(waiting).rejects.toThrow('Out of order')
  await expect(crashed).rejects.toThrow('Out of order')
  expect(await ask({ do: 'count' })).toBe(1)
})

it('never begins what was given up while it waited for its turn', async () => {
  const { ask } = start()
  const giveUp = new AbortController()
  const before = ask({ do: 'sleep' })
  const unwanted = ask({ do: 'count' }, { signal: giveUp.signal })
  const after = ask({ do: 'count' })
  giveUp.abort()
  await expect(unwanted).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
  expect(await before).toBe(0)
  expect(await after).toBe(1)
  await expect(ask({ do: 'count' }, { signal: giveUp.signal })).rejects.toThrow()
  expect(await ask({ do: 'count' })).toBe(2)
})

it('is told that what it works on is not wanted any more', async () => {
  const { ask } = start('at once')
  const giveUp = new AbortController()
  const unwanted = ask({ do: 'wait' }, { signal: giveUp.signal })
  expect(await ask({ do: 'given-up' })).toBe(0)
  giveUp.abort()
  await expect(unwanted).rejects.toThrow()
  expect(await ask({ do: 'given-up' })).toBe(1)
})

// Terminated there, it ends the process: Node-API cannot make an error in a thread that is stopped.
it('is not ended in the middle of loading a native module', async () => {
  const starting = startWorkThread<number, number>(helpers, 'loading', 200)
  await starting.end()
  await expect(starting.ask(1)).rejects.toThrow('was ended')

  const working = startWorkThread<number, number>(helpers, 'loading', 0)
  await working.ask(0)
  const inHand = working.ask(200)
  await working.end()
  expect(await inHand).toBeGreaterThan(0)
  expect(working.hasEnded()).toBe(true)
  await working.end()
})
