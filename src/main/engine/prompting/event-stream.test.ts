import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { eventStream, type ServerEvent } from './event-stream.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const decoder = new TextDecoder()

async function* silent(signal: AbortSignal): AsyncGenerator<ServerEvent, void, undefined> {
  yield { event: 'ready', data: { at: 1 } }
  await new Promise((resolve) => signal.addEventListener('abort', resolve))
}

it('shows that it lives by a comment every fifteen seconds, until the client leaves', async () => {
  const abort = new AbortController()
  const reader = eventStream(silent(abort.signal), abort).getReader()
  const read = async () => decoder.decode((await reader.read()).value)
  expect(await read()).toBe('event: ready\ndata: {"at":1}\n\n')
  await vi.advanceTimersByTimeAsync(31_000)
  expect([await read(), await read()]).toEqual([': still here\n\n', ': still here\n\n'])
  await reader.cancel()
  expect({ aborted: abort.signal.aborted, timers: vi.getTimerCount() }).toEqual({
    aborted: true,
    timers: 0,
  })
})

it('ends with its events, and leaves no timer behind', async () => {
  async function* two(): AsyncGenerator<ServerEvent, void, undefined> {
    yield { event: 'a', data: 'line\nbreak' }
    yield { event: 'b', data: null }
  }
  const text = await new Response(eventStream(two(), new AbortController())).text()
  expect(text).toBe('event: a\ndata: "line\\nbreak"\n\nevent: b\ndata: null\n\n')
  expect(vi.getTimerCount()).toBe(0)
})
