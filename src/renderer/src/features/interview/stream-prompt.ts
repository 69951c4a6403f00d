import {
  PromptAnswer,
  StreamError,
  StreamToken,
  type StreamPromptRequest,
} from '../../../../shared/contract/prompts.ts'
import { ErrorCode } from '../../../../shared/contract/errors.ts'
import { ApiError } from '../../lib/api-error.ts'
import { send } from '../../lib/api.ts'
import { readSse } from '../../lib/sse.ts'

const path = '/personas/prompt/stream'
const call = `POST ${path}`

type Options = { onDelta: (delta: string) => void; signal: AbortSignal }

/** Asks, hands over the words as they come, and gives the whole answer at the end. */
export async function streamPrompt(
  body: StreamPromptRequest,
  { onDelta, signal }: Options,
): Promise<PromptAnswer> {
  const response = await send('POST', path, { body, signal })
  for await (const { event, data } of readSse(response)) {
    if (event === 'token') onDelta(StreamToken.parse(JSON.parse(data)).delta)
    if (event === 'done') return PromptAnswer.parse(JSON.parse(data))
    if (event === 'error') throw toError(StreamError.parse(JSON.parse(data)))
  }
  signal.throwIfAborted()
  throw new ApiError('The answer broke off', { status: 200, code: 'model_failed', call })
}

function toError({ error, code }: { error: string; code?: string | undefined }): ApiError {
  const known = ErrorCode.safeParse(code)
  return new ApiError(error, { status: 200, code: known.data ?? 'model_failed', call })
}
