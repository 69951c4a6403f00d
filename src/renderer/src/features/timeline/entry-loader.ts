import type { TimelineEntry } from '../../../../shared/contract/timeline.ts'

type Asked = {
  id: string
  signal: AbortSignal
  answer: (entry: TimelineEntry) => void
  fail: (error: unknown) => void
}

type Options = {
  read: (ids: readonly string[]) => Promise<readonly TimelineEntry[]>
  /** What is asked within this time of each other is read together. */
  waitMs: number
  /** Nobody waits longer for others to ask. */
  longestWaitMs: number
  mostIds: number
}

/**
 * Reads entries one by one for whoever asks, many at a time from the engine. Who gave up before the
 * reading began, as a row does that is scrolled past, is not read for.
 */
export function createEntryLoader({ read, waitMs, longestWaitMs, mostIds }: Options) {
  let asked: Asked[] = []
  let firstAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const readAsked = () => {
    const wanted = asked.filter(({ signal }) => !signal.aborted)
    asked = []
    for (let start = 0; start < wanted.length; start += mostIds)
      void answerTogether(wanted.slice(start, start + mostIds))
  }
  const answerTogether = async (together: readonly Asked[]) => {
    try {
      const entries = await read([...new Set(together.map(({ id }) => id))])
      const byId = new Map<string, TimelineEntry>(entries.map((entry) => [entry.id, entry]))
      for (const { id, answer, fail } of together) {
        const entry = byId.get(id)
        if (entry) answer(entry)
        else fail(new Error('This memory is not on the timeline'))
      }
    } catch (error) {
      for (const { fail } of together) fail(error)
    }
  }
  return (id: string, signal: AbortSignal): Promise<TimelineEntry> => {
    if (asked.length === 0) firstAt = performance.now()
    clearTimeout(timer)
    const left = longestWaitMs - (performance.now() - firstAt)
    timer = setTimeout(readAsked, Math.max(0, Math.min(waitMs, left)))
    return new Promise((answer, fail) => asked.push({ id, signal, answer, fail }))
  }
}
