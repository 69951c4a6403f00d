import { decide, type Evidence, type Verdict } from '../domain/consolidation/decide.ts'
import { findKnown } from '../domain/consolidation/known.ts'
import { Judgement, judgeMessages, toVerdict } from '../domain/consolidation/judge.ts'
import { seed31 } from '../domain/random.ts'
import { isAbort } from '../errors.ts'
import { findMemories } from '../memory/find-memories.ts'
import type { RecallDeps } from '../memory/recall.ts'
import type { ChatModel } from '../models/chat-model.ts'
import { askForShape } from '../models/structured-answer.ts'
import type { Said } from '../prompting/keeping.ts'
import { calendarOf, isShut, toKnown } from './read-exchange.ts'

/** Longest a judgement may take, ms: the answer is there already. */
const PATIENCE_MS = 30_000
const MAX_TOKENS = 400
/** Of a prompt or an answer, what the model reads. */
const READ = 4000

export type Judge = RecallDeps & { readonly model: ChatModel }

/**
 * Has a language model decide; where it fails, takes too long or makes no sense, the rules' decision
 * stands and says so.
 */
export async function judgeExchange(
  deps: Judge,
  said: Said,
  evidence: Evidence,
  signal?: AbortSignal,
): Promise<{ readonly verdict: Verdict; readonly decidedBy: 'rules' | 'model' }> {
  try {
    const verdict = await askModel(deps, said, signal)
    return { verdict, decidedBy: 'model' }
  } catch (error) {
    if (isAbort(error) && signal?.aborted) throw error
    const why = error instanceof Error ? error.message : String(error)
    const verdict = decide(evidence)
    const reason = `${verdict.reason}. By rules, since the model's judgement failed: ${why}`
    return { verdict: { ...verdict, reason: reason.slice(0, 500) }, decidedBy: 'rules' }
  }
}

async function askModel(deps: Judge, said: Said, signal?: AbortSignal): Promise<Verdict> {
  const { turn, persona } = said
  const text = `${turn.prompt.slice(0, READ)}\n${turn.response.slice(0, READ)}`
  const found = await findMemories(deps, turn, { text, asOf: turn.clock }, signal)
  // What is shut is nobody's to tell, a model's neither.
  const memories = found.filter((entry) => !isShut(entry, said)).slice(0, 8)
  const judged = {
    prompt: turn.prompt.slice(0, READ),
    response: turn.response.slice(0, READ),
    memories,
    calendar: calendarOf(said),
  }
  const judgement = await askForShape(
    deps.model,
    {
      name: 'consolidation',
      answer: Judgement,
      messages: judgeMessages(judged),
      seed: seed31('consolidation', persona.personaKey, turn.prompt, turn.response),
      temperature: 0,
      maxTokens: MAX_TOKENS,
      context: {
        persona,
        mood: turn.session.mood,
        recalled: [],
        history: [],
        userPrompt: turn.prompt,
      },
    },
    AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), ...(signal ? [signal] : [])]),
  )
  return onlyNews(deps, said, toVerdict(judgement, judged), signal)
}

/** A model may overlook that something is known: growth stays bounded whatever it says. */
async function onlyNews(
  deps: RecallDeps,
  { turn }: Said,
  verdict: Verdict,
  signal?: AbortSignal,
): Promise<Verdict> {
  if (verdict.action !== 'add') return verdict
  const text = verdict.statements.map((statement) => statement.text).join(' ')
  const entries = await findMemories(deps, turn, { text, asOf: turn.clock }, signal)
  const known = findKnown(text, entries.map(toKnown))
  if (!known) return verdict
  const { id: entryId, eventLabel } = known.entry
  return { action: 'reinforce', entryId, reason: `Known already, from "${eventLabel}"` }
}
