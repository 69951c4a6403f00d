import { randomUUID } from 'node:crypto'
import type { SessionId, TenantId, TurnId } from '../../../shared/contract/ids.ts'
import type { PromptAnswer, StreamPromptRequest } from '../../../shared/contract/prompts.ts'
import type { WriteDb } from '../db/schema.ts'
import { seed31 } from '../domain/random.ts'
import type { ChatModel } from '../models/chat-model.ts'
import { getPersona } from '../personas/find-personas.ts'
import { getPersonaAt } from '../personas/persona-at.ts'
import type { Limits, UsageLog } from '../tenancy/limits.ts'
import { generateTurn, maxTokensOf } from './generate-turn.ts'
import type { Keeping, Said } from './keeping.ts'
import { insertTurns, type SessionSpec } from './persist-turn.ts'
import type { SessionLocks } from './session-locks.ts'
import { loadSessionState } from './session-state.ts'
import type { TurnDeps } from './turn.ts'

const TEMPERATURE = 0.7
const TITLE_LENGTH = 80

export type PromptDeps = TurnDeps & {
  readonly db: WriteDb
  readonly chatModels: { get(name?: string): ChatModel }
  readonly limits: Pick<Limits, 'requireCredits' | 'settle'>
  readonly usage: UsageLog
  readonly locks: SessionLocks
  readonly keeping: Keeping
}

export type PromptEvent =
  /** Every check before the model has passed. */
  | { readonly type: 'ready' }
  | { readonly type: 'token'; readonly delta: string }
  /** Comes once, last: the answer, stored. */
  | { readonly type: 'done'; readonly answer: PromptAnswer }

/** Runs `write` in a transaction; a job adds its own end to it. */
export type Commit = (write: (trx: WriteDb) => Promise<PromptAnswer>) => Promise<void>

/**
 * One exchange with a persona in an interview, stored when it is complete and not before. Leaving
 * the generator, or aborting the signal, stops the model.
 *
 * @throws EngineError for what is wrong with the request, the plan, the policy or the model
 */
export async function* streamPrompt(
  deps: PromptDeps,
  tenantId: TenantId,
  request: StreamPromptRequest,
  options: { readonly signal?: AbortSignal; readonly commit?: Commit } = {},
): AsyncGenerator<PromptEvent, void, undefined> {
  const {
    signal,
    commit = (write) =>
      deps.db
        .transaction()
        .execute(write)
        .then(() => {}),
  } = options
  const persona = await getPersona(deps.db, tenantId, request.personaId)
  await deps.limits.requireCredits(tenantId, maxTokensOf({ persona }))
  const sessionId = request.sessionId ?? (randomUUID() as SessionId)
  const leave = await deps.locks.enter(sessionId, signal)
  try {
    const asOf = asOfOf(request)
    const state = await loadSessionState(deps, persona, {
      tenantId,
      sessionId: request.sessionId,
      asOf,
    })
    const model = deps.chatModels.get()
    if (!model.rehearsal) deps.keeping.prepare(persona)
    const turn = generateTurn(
      deps,
      {
        tenantId,
        persona,
        session: state,
        userPrompt: request.userPrompt,
        model,
        seed: seed31('interview', persona.personaKey, state.turnCount, request.userPrompt),
        temperature: TEMPERATURE,
        pressureFloor: request.pressure ?? 0,
        ...(asOf === null ? {} : { asOf }),
      },
      signal,
    )
    for await (const event of turn) {
      if (event.type !== 'turn') {
        yield event
        continue
      }
      signal?.throwIfAborted()
      const onTheRecord = request.remember ?? true
      const spoken = { ...event.turn, id: randomUUID() as TurnId }
      const said = { turn: spoken, persona, sessionId, asOf, onTheRecord }
      yield { type: 'done', answer: await store(deps, said, commit, signal) }
    }
  } finally {
    leave()
  }
}

/** One exchange, answered when it is complete. */
export async function promptPersona(
  deps: PromptDeps,
  tenantId: TenantId,
  request: StreamPromptRequest,
  options: { readonly signal?: AbortSignal; readonly commit?: Commit } = {},
): Promise<PromptAnswer> {
  for await (const event of streamPrompt(deps, tenantId, request, options)) {
    if (event.type === 'done') return event.answer
  }
  throw new Error('A prompt ended without an answer')
}

/**
 * Refuses what a prompt would be refused for before the model is asked.
 *
 * @throws EngineError as `streamPrompt` does
 */
export async function checkPrompt(
  deps: PromptDeps,
  tenantId: TenantId,
  request: StreamPromptRequest,
): Promise<void> {
  const persona = await getPersona(deps.db, tenantId, request.personaId)
  await deps.limits.requireCredits(tenantId, maxTokensOf({ persona }))
  const { sessionId } = request
  const asOf = asOfOf(request)
  await loadSessionState(deps, persona, { tenantId, sessionId, asOf })
  if (asOf !== null) await getPersonaAt(deps.db, persona, asOf)
  await deps.safety.checkInbound(tenantId, request.userPrompt)
}

/** Milliseconds; null: everything exists. */
function asOfOf({ asOf }: StreamPromptRequest): number | null {
  return asOf === undefined ? null : Date.parse(asOf)
}

async function store(
  deps: PromptDeps,
  said: Said,
  commit: Commit,
  signal?: AbortSignal,
): Promise<PromptAnswer> {
  const { turn: draft, sessionId } = said
  const { tenantId, personaId } = draft
  const title = draft.prompt.replace(/\s+/g, ' ').slice(0, TITLE_LENGTH)
  const spec: SessionSpec = { sessionId, kind: 'interview', title, personaId, tenantId }
  const weighed = await deps.keeping.weigh(said, signal)
  let answer: PromptAnswer | undefined
  const write = async (trx: WriteDb) => {
    await insertTurns(trx, spec, [draft], deps.now())
    answer = {
      prompt: draft.prompt,
      response: draft.response,
      sessionId,
      turnId: draft.id,
      modelName: draft.modelName,
      rehearsal: draft.rehearsal,
      tokensIn: draft.tokensIn,
      tokensOut: draft.tokensOut,
      latencyMs: draft.latencyMs,
      recalled: draft.recalled,
      mood: draft.session.mood,
      escalations: draft.escalations,
      ...(await weighed.store(trx)),
    }
    return answer
  }
  await commit(write).finally(weighed.end)
  if (!answer) throw new Error('A turn was committed without being stored')
  await deps.limits.settle(tenantId, draft.tokensOut)
  deps.usage.record(tenantId, 'persona_prompt', {
    personaId,
    prompt: draft.prompt,
    response: draft.response,
    sessionId,
    tokensIn: draft.tokensIn,
    tokensOut: draft.tokensOut,
    modelName: draft.modelName,
    latencyMs: draft.latencyMs,
  })
  return answer
}
