import type { CodebookProposals } from '../../../shared/contract/codebooks.ts'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import { seed31 } from '../domain/random.ts'
import { foldCodebook } from '../domain/themes/codebook.ts'
import { proposalMessages, ProposedEdits, readProposals } from '../domain/themes/proposals.ts'
import { EngineError } from '../errors.ts'
import { getOpenAnswers } from '../evidence/open-answers.ts'
import type { ChatModel } from '../models/chat-model.ts'
import { askForShape } from '../models/structured-answer.ts'
import { findPersonas } from '../personas/find-personas.ts'
import { startCodebook, type Place, type ThemesDeps } from './codebooks.ts'

const PATIENCE_MS = 120_000
const MAX_TOKENS = 1500

export type ProposalDeps = ThemesDeps & {
  /** Undefined where only the built-in model answers: it has no opinion on themes. */
  readonly judge: () => ChatModel | undefined
}

/**
 * Asks the language model for better names and merges. Nothing is applied: each is an edit that
 * somebody accepts or not.
 *
 * @throws EngineError `conflict` without a language model; `model_failed` when it answers otherwise
 */
export async function proposeEdits(
  deps: ProposalDeps,
  tenantId: TenantId,
  place: Place,
  signal?: AbortSignal,
): Promise<CodebookProposals> {
  const { answers, text } = await getOpenAnswers(deps.db, tenantId, place, {
    withVectors: false,
  })
  const model = deps.judge()
  if (!model)
    throw new EngineError('conflict', 'Proposals need a language model: choose one in the settings')
  const { start, events } = await startCodebook(deps, tenantId, place)
  const state = foldCodebook(start, events)
  if (state.themes.length === 0) return { modelName: model.name, proposals: [], unusable: 0 }
  const messages = proposalMessages(text, state, answers)
  const persona = await somebodyAsked(deps, tenantId, place)
  const answer = await askForShape(
    model,
    {
      name: 'codebook_proposals',
      answer: ProposedEdits,
      messages,
      seed: seed31('proposals', messages[1]!.content),
      temperature: 0,
      maxTokens: MAX_TOKENS,
      // A model that answers here reads the messages alone.
      context: { persona, mood: persona.moodBaseline, recalled: [], history: [], userPrompt: '' },
    },
    AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), ...(signal ? [signal] : [])]),
  )
  return { modelName: model.name, ...readProposals(answer, state.themes) }
}

async function somebodyAsked({ db }: ThemesDeps, tenantId: TenantId, { runId }: Place) {
  const member = await db
    .selectFrom('run_member')
    .where('run_id', '=', runId)
    .select('persona_id')
    .executeTakeFirstOrThrow()
  const id = member.persona_id as PersonaId
  const persona = (await findPersonas(db, tenantId, [id])).get(id)
  if (!persona) throw new EngineError('not_found', 'Nobody of this run is left')
  return persona
}
