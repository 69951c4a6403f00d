import type { RecalledMemory } from '../../../shared/contract/recall.ts'
import { buildMessages } from '../domain/prompting/build-messages.ts'
import { withItsSubject } from '../domain/prompting/follow-up.ts'
import { releasableLength } from '../domain/prompting/release-clauses.ts'
import { moveMood } from '../domain/prompting/session-mood.ts'
import { EngineError } from '../errors.ts'
import { toIso } from '../memory/instant.ts'
import { recall } from '../memory/recall.ts'
import { getPersonaAt } from '../personas/persona-at.ts'
import type { ChatChunk, ChatRequest } from '../models/chat-model.ts'
import type { DraftTurn, Remembered, TurnDeps, TurnEvent, TurnInput } from './turn.ts'

/** Memories that one answer may draw on. */
const MEMORIES = 8

/**
 * One answer of a persona: safety, recall, prompt, model, safety. The only way anything in the
 * workbench speaks; it stores nothing, so a failure leaves nothing half-way.
 *
 * @throws EngineError `blocked_by_policy`, `model_failed`, `model_timeout` or `rate_limited`
 */
export async function* generateTurn(
  deps: TurnDeps,
  input: TurnInput,
  signal?: AbortSignal,
): AsyncGenerator<TurnEvent, void, undefined> {
  const startedAt = deps.now()
  const { tenantId, session, userPrompt } = input
  const clock = input.asOf ?? presentOf(input.persona, startedAt)
  const persona =
    input.atClock ?? (await getPersonaAt(deps.db, input.persona, clock, input.maxSequence))
  const { escalations } = await deps.safety.checkInbound(tenantId, userPrompt)
  const look = () => recallFor(deps, { ...input, persona }, startedAt, signal)
  const memory =
    input.recall === false
      ? { ...session, recalled: [], probed: [] }
      : await (input.keepRecall ? input.keepRecall(look) : look())
  const request = toRequest({ ...input, persona }, clock, memory)
  const check = (text: string) => deps.safety.checkOutbound(tenantId, text, input.persona)

  yield { type: 'ready' }

  let response = ''
  let released = 0
  let done: Extract<ChatChunk, { type: 'done' }> | undefined
  for await (const chunk of input.model.stream(request, signal)) {
    signal?.throwIfAborted()
    if (chunk.type === 'done') {
      done = chunk
      continue
    }
    response += chunk.text
    if (input.isUnheard) continue
    const releasable = releasableLength(response)
    if (releasable <= released) continue
    await check(response)
    yield { type: 'token', delta: response.slice(released, releasable) }
    released = releasable
  }
  if (!done) throw new EngineError('model_failed', `${input.model.name} stopped in mid-answer`)
  if (response.trim() === '') {
    throw new EngineError('model_failed', `${input.model.name} gave an empty answer`)
  }
  await check(response)
  if (released < response.length && !input.isUnheard)
    yield { type: 'token', delta: response.slice(released) }

  const [vector] = await deps.embedding.embed([response], signal)
  const turn: DraftTurn = {
    tenantId,
    personaId: persona.id,
    questionId: input.questionId ?? null,
    prompt: userPrompt,
    response,
    modelName: done.modelName,
    rehearsal: input.model.rehearsal,
    tokensIn: done.tokensIn,
    tokensOut: done.tokensOut,
    seed: input.seed,
    cacheKey: done.cacheKey ?? null,
    fromCache: done.fromCache ?? false,
    clock,
    latencyMs: Math.max(0, Math.round(deps.now() - startedAt)),
    recalled: memory.recalled,
    messages: request.messages,
    embedding: { model: deps.embedding.id, vector: vector! },
    session: {
      mood: moveMood(session.mood, persona, `${userPrompt}\n${response}`),
      pressure: memory.pressure,
      surfaced: memory.surfaced,
      history: [...session.history, { prompt: userPrompt, response }],
    },
    escalations,
  }
  yield { type: 'turn', turn }
}

async function recallFor(
  deps: TurnDeps,
  input: TurnInput,
  startedAt: number,
  signal?: AbortSignal,
): Promise<Remembered> {
  const { session, tenantId, persona, userPrompt } = input
  const { recalled, probed, pressure, surfaced } = await recall(
    deps,
    {
      ...horizonOf(input),
      tenantId,
      personaId: persona.id,
      query: input.recallQuery ?? withItsSubject(userPrompt, session.history),
      k: MEMORIES,
      session,
      pressureFloor: input.pressureFloor ?? 0,
      clock: input.asOf ?? startedAt,
    },
    signal,
  )
  return { recalled, probed, pressure, surfaced }
}

/** Where no instant is asked for, all of the profile exists: a clock set back does not undo it. */
function presentOf({ updatedAt }: TurnInput['persona'], now: number): number {
  return Math.max(now, Date.parse(updatedAt))
}

/** Output tokens one answer of this persona may take: talkative people get more room. */
export function maxTokensOf({ persona }: Pick<TurnInput, 'persona'>): number {
  return Math.round(160 + 4 * persona.communicationStyle.verbosity)
}

function toRequest(
  input: TurnInput,
  clock: number,
  { recalled: all, probed }: Pick<Remembered, 'recalled' | 'probed'>,
): ChatRequest {
  const { persona, session, userPrompt } = input
  // A shut memory that the question does not go to is no reason to avoid anything.
  const recalled = all.filter(
    ({ directive, entryId }) => directive.kind !== 'avoid' || probed.includes(entryId),
  )
  return {
    messages: buildMessages({
      persona,
      mood: session.mood,
      recalled,
      history: session.history,
      userPrompt,
      ...(input.instructions === undefined ? {} : { instructions: input.instructions }),
      ...(input.portrait === undefined ? {} : { portrait: input.portrait }),
      today: toIso(clock).slice(0, 10),
    }),
    seed: input.seed,
    temperature: input.temperature,
    maxTokens: maxTokensOf(input),
    context: {
      persona,
      mood: session.mood,
      recalled: recalled.map(withoutSecret),
      probed,
      history: session.history,
      userPrompt,
      ...(input.survey === undefined ? {} : { survey: input.survey }),
    },
  }
}

// The built-in model reads this structure instead of the messages: it may not tell more than they
// do. How a memory was found, and when it happened, can give away what its text holds back.
function withoutSecret(memory: RecalledMemory): RecalledMemory {
  return {
    ...memory,
    eventAt: '',
    foundBy: unsaid,
    ...(memory.directive.kind === 'avoid' ? { eventLabel: '', memoryStrength: 0 } : {}),
  }
}

const unsaid: RecalledMemory['foundBy'] = {
  vectorRank: null,
  textRank: null,
  cosine: null,
  matchedTerms: [],
  coverage: 0,
  context: 0,
}

function horizonOf({ asOf, maxSequence }: TurnInput) {
  return {
    ...(asOf === undefined ? {} : { asOf }),
    ...(maxSequence === undefined ? {} : { maxSequence }),
  }
}
