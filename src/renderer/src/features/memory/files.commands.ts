import type { NewTimelineEntry } from '../../../../shared/contract/timeline.ts'
import { KeepMemoriesAnswer, MemoryFileAnswer } from '../../../../shared/contract/memory-files.ts'
import { perform, request } from '../../lib/api.ts'

/** Reads a file and proposes memories; nothing is remembered yet. */
export async function readFile(personaId: string, file: File, signal: AbortSignal) {
  const form = new FormData()
  form.append('file', file)
  const path = `/personas/${personaId}/files`
  return (await request('POST', path, { answer: MemoryFileAnswer, form, signal })).file
}

export function keepMemories(
  personaId: string,
  fileId: string,
  entries: readonly NewTimelineEntry[],
) {
  const path = `/personas/${personaId}/files/${fileId}/keep`
  return request('POST', path, { answer: KeepMemoriesAnswer, body: { entries } })
}

export async function discardFile(personaId: string, fileId: string): Promise<void> {
  await perform('DELETE', `/personas/${personaId}/files/${fileId}`)
}
