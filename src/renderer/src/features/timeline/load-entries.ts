import { TimelineAnswer, type TimelineEntry } from '../../../../shared/contract/timeline.ts'
import { request } from '../../lib/api.ts'

/** What comes within this time goes in one request; a row scrolled past is not asked for. */
const waitMs = 50
const longestWaitMs = 200
const mostIds = 100

type Asked = {
  id: string
  signal: AbortSignal
  answer: (entry: TimelineEntry) => void
  fail: (error: unknown) => void
}
type Batch = { asked: Asked[]; firstAt: number; timer: ReturnType<typeof setTimeout> | undefined }

const batches = new Map<string, Batch>()

/** One entry of a timeline, read together with the others that are asked for at the same time. */
export function loadEntry(
  personaId: string,
  id: string,
  signal: AbortSignal,
): Promise<TimelineEntry> {
  const batch: Batch = batches.get(personaId) ?? {
    asked: [],
    firstAt: Date.now(),
    timer: undefined,
  }
  batches.set(personaId, batch)
  clearTimeout(batch.timer)
  const left = longestWaitMs - (Date.now() - batch.firstAt)
  batch.timer = setTimeout(() => sendBatch(personaId), Math.max(0, Math.min(waitMs, left)))
  return new Promise((answer, fail) => batch.asked.push({ id, signal, answer, fail }))
}

function sendBatch(personaId: string): void {
  const asked = batches.get(personaId)?.asked ?? []
  batches.delete(personaId)
  const wanted = asked.filter(({ signal }) => !signal.aborted)
  for (let start = 0; start < wanted.length; start += mostIds)
    void answerTogether(personaId, wanted.slice(start, start + mostIds))
}

async function answerTogether(personaId: string, asked: readonly Asked[]): Promise<void> {
  try {
    const { entries } = await request('GET', `/personas/${personaId}/timeline`, {
      answer: TimelineAnswer,
      query: { ids: [...new Set(asked.map(({ id }) => id))].join(','), limit: mostIds },
    })
    const byId = new Map<string, TimelineEntry>(entries.map((entry) => [entry.id, entry]))
    for (const { id, answer, fail } of asked) {
      const entry = byId.get(id)
      if (entry) answer(entry)
      else fail(new Error('This memory is not on the timeline'))
    }
  } catch (error) {
    for (const { fail } of asked) fail(error)
  }
}
