import type { TenantId } from '../../../shared/contract/ids.ts'
import type { StreamPromptRequest } from '../../../shared/contract/prompts.ts'
import { isAbort, toHttpError } from '../errors.ts'
import { toIso } from '../memory/instant.ts'
import { eventStream, type ServerEvent } from './event-stream.ts'
import { streamPrompt, type PromptDeps, type PromptEvent } from './prompt.ts'

export type StreamDeps = PromptDeps & { readonly logError: (error: unknown) => void }

/**
 * One exchange as server-sent events: ready, token…, then done or error.
 *
 * @param requestSignal  aborted when the client goes away
 * @throws EngineError for what fails before `ready`: that becomes a status
 */
export async function openPromptStream(
  deps: StreamDeps,
  tenantId: TenantId,
  request: StreamPromptRequest,
  requestSignal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const abort = new AbortController()
  const signal = AbortSignal.any([abort.signal, requestSignal])
  const prompt = streamPrompt(deps, tenantId, request, { signal })
  await prompt.next()
  // However the client leaves, and whether or not anybody reads on: the session is free again.
  signal.addEventListener('abort', () => void prompt.return(), { once: true })
  return eventStream(toServerEvents(deps, prompt), abort)
}

async function* toServerEvents(
  deps: StreamDeps,
  prompt: AsyncGenerator<PromptEvent, void, undefined>,
): AsyncGenerator<ServerEvent, void, undefined> {
  try {
    yield { event: 'ready', data: { startedAt: toIso(deps.now()) } }
    for await (const event of prompt) {
      if (event.type === 'token') yield { event: 'token', data: { delta: event.delta } }
      if (event.type === 'done') yield { event: 'done', data: event.answer }
    }
  } catch (error) {
    // The client left: there is nobody to tell.
    if (isAbort(error)) return
    const { status, body } = toHttpError(error)
    if (status === 500) deps.logError(error)
    yield { event: 'error', data: { error: body.error, code: body.code } }
  }
}
