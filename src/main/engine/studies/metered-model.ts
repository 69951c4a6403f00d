import type { RunId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import type { Tokens } from '../domain/studies/money.ts'
import { mostTokensIn } from '../domain/studies/most-tokens.ts'
import { EngineError } from '../errors.ts'
import type { CallGate, CallOutcome, Slot } from '../models/call-gate.ts'
import type { ChatChunk, ChatModel, ChatRequest } from '../models/chat-model.ts'
import { cacheKey, findCached, keepAnswer, type CachedAnswer } from './answer-cache.ts'
import { NOTHING, plus, type CallEnd, type RunLedger } from './run-ledger.ts'

/** The run may not spend what the next call can take. */
export class BudgetReached extends Error {
  override readonly name = 'BudgetReached'
}

/** What one task has paid for so far. */
export type TaskUsage = { spent: Tokens; calls: number; fromCache: number }

export type Metering = {
  readonly db: ReadDb
  readonly now: () => number
  readonly gate: CallGate
  readonly ledger: RunLedger
  readonly runId: RunId
  /** Whether equal earlier calls may answer, and this one later ones. */
  readonly useCache: boolean
}

/**
 * A model as one task of a run may use it: from the cache where an equal request was answered, else
 * when the endpoint has a place and the run the means. Every call is set aside and settled.
 */
export function meterModel(model: ChatModel, metering: Metering, usage: TaskUsage): ChatModel {
  return {
    ...model,
    async *stream(request, signal = new AbortController().signal) {
      const key = metering.useCache ? cacheKey(model, request) : undefined
      const known = key && (await findCached(metering.db, key))
      usage.calls += 1
      if (known) yield* replay({ ...known, cacheKey: key }, metering, usage)
      else yield* callOnce({ model, metering, usage, key }, request, signal)
    },
  }
}

async function* replay(
  { text, ...facts }: CachedAnswer & { cacheKey: string },
  { ledger }: Metering,
  usage: TaskUsage,
): AsyncIterable<ChatChunk> {
  usage.fromCache += 1
  await ledger.settle(NOTHING, { spent: NOTHING, lost: NOTHING, fromCache: true })
  yield { type: 'delta', text }
  yield { type: 'done', ...facts, fromCache: true }
}

type Call = {
  readonly model: ChatModel
  readonly metering: Metering
  readonly usage: TaskUsage
  readonly key: string | undefined
}

async function* callOnce(
  { model, metering, usage, key }: Call,
  request: ChatRequest,
  signal: AbortSignal,
): AsyncIterable<ChatChunk> {
  const { ledger, now } = metering
  const most = {
    tokensIn: mostTokensIn(request.messages),
    tokensOut: request.maxTokens,
  }
  const { slot, aside } = await begin(metering, most, signal)
  let outcome: CallOutcome = { kind: 'other' }
  let end: CallEnd = { spent: NOTHING, lost: most }
  let store: CachedAnswer | undefined
  try {
    let text = ''
    for await (const chunk of model.stream(request, signal)) {
      if (chunk.type === 'delta') text += chunk.text
      else {
        const { modelName, tokensIn, tokensOut } = chunk
        store = { text, modelName, tokensIn, tokensOut }
        end = { spent: { tokensIn, tokensOut }, lost: NOTHING }
        outcome = { kind: 'answered' }
      }
      // Paid for and kept before anybody judges it: what follows may refuse the answer.
      if (chunk.type === 'done') await finish()
      yield chunk.type === 'done' && key !== undefined ? { ...chunk, cacheKey: key } : chunk
    }
  } catch (error) {
    outcome = outcomeOf(error, signal)
    // Refused at the door: nothing was generated.
    if (isRefusal(error)) end = { spent: NOTHING, lost: NOTHING }
    throw error
  } finally {
    slot.leave(outcome)
    if (!store) await ledger.settle(aside, end)
  }

  async function finish(): Promise<void> {
    usage.spent = plus(usage.spent, end.spent)
    slot.leave(outcome)
    const answer = store!
    const keep = key !== undefined && answer.text.trim() !== ''
    // What a rehearsal takes costs nothing: it is written with its task.
    if (model.rehearsal) return ledger.settle(aside, end)
    await ledger.settle(aside, end, async (trx) => {
      if (keep) await keepAnswer(trx, key, answer, now())
    })
  }
}

/** A place at the endpoint and the means: one alone is given back, so that nobody waits holding it. */
async function begin(
  { gate, ledger, runId }: Metering,
  most: Tokens,
  signal: AbortSignal,
): Promise<{ slot: Slot; aside: Tokens }> {
  for (;;) {
    const slot = await gate.enter(runId, signal)
    let aside: Tokens | 'wait' | 'full'
    try {
      const settled = ledger.settled()
      aside = await ledger.reserve(most)
      if (aside === 'wait') {
        slot.leave({ kind: 'other' })
        await settled
        continue
      }
    } catch (error) {
      slot.leave({ kind: 'other' })
      throw error
    }
    if (aside === 'full') {
      slot.leave({ kind: 'other' })
      throw new BudgetReached()
    }
    return { slot, aside }
  }
}

/** Refused with a status: the endpoint has not begun to answer. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof EngineError &&
    (error.code === 'rate_limited' || error.modelStatus !== undefined)
  )
}

const OVERLOADED = new Set([408, 502, 503, 504, 529])

function outcomeOf(error: unknown, signal: AbortSignal): CallOutcome {
  if (signal.aborted || !(error instanceof EngineError)) return { kind: 'other' }
  const { code, modelStatus, retryAfterSeconds } = error
  const retryAfterMs = retryAfterSeconds === undefined ? undefined : retryAfterSeconds * 1000
  if (code === 'rate_limited') return { kind: 'rate_limited', retryAfterMs }
  if (code === 'model_timeout' || (modelStatus !== undefined && OVERLOADED.has(modelStatus)))
    return { kind: 'overloaded', retryAfterMs }
  return { kind: 'other' }
}
