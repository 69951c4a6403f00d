import type { ConsistencyIssue } from '../../../shared/contract/consistency.ts'
import type { EntryId } from '../../../shared/contract/ids.ts'
import type { MemorySettings } from '../../../shared/contract/memory-settings.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { ExchangeFindings } from '../consolidation/keeping.ts'
import { statementsOf } from '../consolidation/read-exchange.ts'
import { checkAnswer } from '../domain/consistency/check-answer.ts'
import type { ClaimIndex } from '../domain/consistency/claim-index.ts'
import type { Finding } from '../domain/consistency/finding.ts'
import { findMemories } from '../memory/find-memories.ts'
import { listVisibleIds } from '../memory/read-timeline.ts'
import type { RecallDeps } from '../memory/recall.ts'
import type { ChatModel } from '../models/chat-model.ts'
import type { Said } from '../prompting/keeping.ts'
import type { ClaimCache } from './claim-cache.ts'
import { listEarlierAnswers } from './earlier-answers.repo.ts'
import { judgePairs } from './judge-pairs.ts'
import { toPassage } from './judge-timeline.ts'
import { withoutEvasions } from './without-evasions.ts'

export type ExchangeCheckDeps = RecallDeps & {
  readonly claims: ClaimCache
  readonly judge: () => ChatModel | undefined
  readonly logError: (error: unknown) => void
}

/**
 * What an answer, and what the interviewer told the persona, contradict: the timeline as it is
 * visible to the session, and the earlier answers of the session.
 */
export async function checkExchange(
  deps: ExchangeCheckDeps,
  said: Said,
  { consistency }: MemorySettings,
  signal?: AbortSignal,
): Promise<ExchangeFindings> {
  if (!consistency.onAnswers) return { answer: [], told: [] }
  const index = await visibleClaims(deps, said)
  const { turn, persona } = said
  const base = { persona, entries: [], question: turn.prompt, nowMs: turn.clock, index }
  const answer = { turnId: turn.id, text: turn.response }
  const earlierAnswers = await listEarlierAnswers(deps.db, said)
  const byRules = checkAnswer({ ...base, earlierAnswers, answer })
  const told = statementsOf(said)
    .filter(({ by }) => by === 'interviewer')
    .map(({ text }) => text)
    .join(' ')
  const inPrompt =
    told === ''
      ? []
      : checkAnswer({
          ...base,
          question: '',
          earlierAnswers: [],
          answer: { turnId: turn.id, text: told },
        })
  const model = consistency.useModel && !turn.rehearsal ? deps.judge() : undefined
  const judged = model ? await judgeAnswer({ ...deps, model }, said, byRules, signal) : []
  const owner = { tenantId: persona.tenantId, personaId: persona.id }
  const answering = { recalled: turn.recalled, surfaced: turn.session.surfaced }
  const found = await withoutEvasions(deps.db, owner, answering, [...byRules, ...judged])
  return {
    answer: found.map(toIssue),
    told: inPrompt.map(toIssue),
  }
}

/** Reads the claims of a timeline that an answer will be held against. */
export async function readClaimsAhead(
  deps: Pick<ExchangeCheckDeps, 'db' | 'claims'>,
  persona: Persona,
  { consistency }: MemorySettings,
): Promise<void> {
  if (consistency.onAnswers) await deps.claims.get(deps.db, persona)
}

/** Claims of what exists for the session: later ones are left out, and what they superseded is in. */
async function visibleClaims(
  deps: ExchangeCheckDeps,
  { persona, asOf }: Said,
): Promise<ClaimIndex> {
  const index = await deps.claims.get(deps.db, persona)
  if (asOf === null) return index
  const owner = { tenantId: persona.tenantId, personaId: persona.id }
  const visible = await listVisibleIds(deps.db, owner, asOf)
  const byKey: ClaimIndex['byKey'] = new Map()
  for (const [key, claims] of index.byKey) {
    const told = claims.filter(({ source }) => source.entryId && visible.has(source.entryId))
    if (told.length > 0) byKey.set(key, told)
  }
  return { byKey, entryIds: new Set(visible), superseded: new Set<EntryId>() }
}

/** A failure of the model leaves what the rules found. */
async function judgeAnswer(
  deps: ExchangeCheckDeps & { readonly model: ChatModel },
  { turn, persona }: Said,
  byRules: readonly Finding[],
  signal?: AbortSignal,
): Promise<Finding[]> {
  try {
    const query = { text: turn.response.slice(0, 2000), asOf: turn.clock }
    const memories = await findMemories(deps, turn, query, signal)
    const settled = new Set(byRules.flatMap(({ entryIds }) => entryIds))
    const answer = { turnId: turn.id, text: turn.response }
    const pairs = memories
      .filter(({ id, memoryType }) => !settled.has(id) && memoryType !== 'repressed')
      .slice(0, 6)
      .map((entry) => [toPassage(entry), answer] as const)
    return await judgePairs(deps.model, persona, pairs, signal)
  } catch (error) {
    signal?.throwIfAborted()
    deps.logError(error)
    return []
  }
}

function toIssue(finding: Finding): ConsistencyIssue {
  return { ...finding, dismissedAt: null }
}
