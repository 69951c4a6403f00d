import { z } from 'zod'
import { EngineError } from '../errors.ts'
import type { ChatModel, ChatRequest } from './chat-model.ts'

export type StructuredRequest<T> = Omit<ChatRequest, 'answerSchema'> & {
  /** Letters, digits, dashes and underscores. */
  readonly name: string
  /** A strict object without optional fields. */
  readonly answer: z.ZodType<T>
}

/**
 * Asks a model for an answer of a shape, and checks that it has it.
 *
 * @throws EngineError `model_failed` when it has not; else as `ChatModel` does
 */
export async function askForShape<T>(
  model: ChatModel,
  { name, answer, ...request }: StructuredRequest<T>,
  signal?: AbortSignal,
): Promise<T> {
  const { $schema: _, ...schema } = z.toJSONSchema(answer) as Record<string, unknown>
  let text = ''
  for await (const chunk of model.stream({ ...request, answerSchema: { name, schema } }, signal)) {
    if (chunk.type === 'delta') text += chunk.text
  }
  const parsed = answer.safeParse(readJson(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.length ? `${issue.path.join('.')}: ` : ''
  throw new EngineError(
    'model_failed',
    `${model.name} did not answer in the shape asked for: ${where}${issue?.message ?? 'invalid'}`,
  )
}

/** The first JSON object of a text; models that know no schema like to wrap it. */
function readJson(text: string): unknown {
  const [begin, end] = [text.indexOf('{'), text.lastIndexOf('}')]
  if (begin === -1 || end <= begin) return undefined
  try {
    return JSON.parse(text.slice(begin, end + 1))
  } catch {
    // Not JSON: the schema says what was wanted.
    return undefined
  }
}
