import { TimelineAnswer, type TimelineEntry } from '../../../../shared/contract/timeline.ts'
import { request } from '../../lib/api.ts'
import { createEntryLoader } from './entry-loader.ts'

const mostIds = 100
const loaders = new Map<string, ReturnType<typeof createEntryLoader>>()

/** One entry of a timeline, read together with the others that are asked for at the same time. */
export function loadEntry(
  personaId: string,
  id: string,
  signal: AbortSignal,
): Promise<TimelineEntry> {
  let load = loaders.get(personaId)
  if (!load) {
    const read = (ids: readonly string[]) => readEntries(personaId, ids)
    load = createEntryLoader({ read, waitMs: 50, longestWaitMs: 200, mostIds })
    loaders.set(personaId, load)
  }
  return load(id, signal)
}

async function readEntries(
  personaId: string,
  ids: readonly string[],
): Promise<readonly TimelineEntry[]> {
  const query = { ids: ids.join(','), limit: mostIds }
  const path = `/personas/${personaId}/timeline`
  return (await request('GET', path, { answer: TimelineAnswer, query })).entries
}
