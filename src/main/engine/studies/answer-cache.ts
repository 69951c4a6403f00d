import { z } from 'zod'
import { compileOnce } from '../db/compile-once.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import { sha256 } from '../domain/canonical-json.ts'
import type { ChatModel, ChatRequest } from '../models/chat-model.ts'

/** An answer as it was once given, with what it took then. */
const CachedAnswer = z.object({
  text: z.string(),
  /** The model id that the endpoint returned. */
  modelName: z.string(),
  tokensIn: z.number().int(),
  tokensOut: z.number().int(),
})
export type CachedAnswer = z.infer<typeof CachedAnswer>

/**
 * What makes two requests equal: the model where it is reached, the messages, and what shapes the
 * answer. The same name at another address is another model.
 */
export function cacheKey(model: ChatModel, request: ChatRequest): string {
  const { messages, seed, temperature, maxTokens, answerSchema } = request
  return sha256({
    endpoint: model.endpoint ?? null,
    model: model.name,
    messages: messages.map(({ role, content }) => [role, content]),
    seed,
    temperature,
    maxTokens,
    ...(answerSchema ? { answerSchema: answerSchema.schema } : {}),
  })
}

export async function findCached(db: ReadDb, key: string): Promise<CachedAnswer | undefined> {
  const row = await db
    .selectFrom('answer_cache')
    .select('response')
    .where('key', '=', key)
    .executeTakeFirst()
  return row && CachedAnswer.parse(JSON.parse(row.response))
}

/** Append-only: of two answers to equal requests the first stays. */
export async function keepAnswer(
  trx: WriteDb,
  key: string,
  answer: CachedAnswer,
  now: number,
): Promise<void> {
  await insertAnswer(trx, { key, response: JSON.stringify(answer), createdAt: now })
}

type NewAnswer = { readonly key: string; readonly response: string; readonly createdAt: number }

const insertAnswer = compileOnce((db, { key, response, createdAt }: NewAnswer) =>
  db
    .insertInto('answer_cache')
    .values({ key, response, created_at: createdAt })
    .onConflict((conflict) => conflict.column('key').doNothing()),
)
