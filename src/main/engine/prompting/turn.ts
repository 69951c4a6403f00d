import type { EntryId, PersonaId, TenantId, TurnId } from '../../../shared/contract/ids.ts'
import type { Mood, Persona } from '../../../shared/contract/personas.ts'
import type { RecalledMemory } from '../../../shared/contract/recall.ts'
import type { PressureByEntry } from '../domain/memory/pressure.ts'
import type { Exchange } from '../domain/prompting/build-messages.ts'
import type { Portrait } from '../domain/prompting/portrait.ts'
import type { Recalled, RecallDeps } from '../memory/recall.ts'
import type { ChatMessage, ChatModel, SurveyContext } from '../models/chat-model.ts'
import type { SafetyGuard } from '../safety/safety-guard.ts'

export type TurnDeps = RecallDeps & {
  readonly safety: SafetyGuard
  /** Milliseconds. */
  readonly now: () => number
}

/** What a session carries from one turn to the next. */
export type SessionState = {
  readonly mood: Mood
  readonly pressure: PressureByEntry
  /** Repressed memories that came up and stay up. */
  readonly surfaced: readonly EntryId[]
  /** Oldest first. */
  readonly history: readonly Exchange[]
}

export type TurnInput = {
  readonly tenantId: TenantId
  readonly persona: Persona
  /** The same persona as it was at the clock; absent: it is looked up. */
  readonly atClock?: Persona
  readonly session: SessionState
  readonly userPrompt: string
  /** What recall goes by, where the prompt holds more than the question; default: the prompt. */
  readonly recallQuery?: string
  readonly model: ChatModel
  /** 0 … 2³¹−1. */
  readonly seed: number
  readonly temperature: number
  /** Floor, 0–1, on the memories this prompt probes. */
  readonly pressureFloor?: number
  /** Milliseconds: nothing dated later exists. */
  readonly asOf?: number
  /** The last timeline sequence that exists. */
  readonly maxSequence?: number
  readonly survey?: SurveyContext
  /** False: no memory is looked for. Default true. */
  readonly recall?: boolean
  /** Keeps what this recall finds, or knows it already; absent: it is looked for. */
  readonly keepRecall?: (look: () => Promise<Remembered>) => Promise<Remembered>
  /** True where nobody listens while it is said: it is checked once, whole. */
  readonly isUnheard?: boolean
  /** What a study tells every participant. */
  readonly instructions?: string
  /** What the prompt tells of the persona; absent: everything. */
  readonly portrait?: Portrait
  readonly questionId?: string
}

/** One exchange, complete and checked, that nobody has stored yet. */
export type DraftTurn = {
  /** Given where something is to name it before it is stored; else it gets one then. */
  readonly id?: TurnId
  readonly tenantId: TenantId
  readonly personaId: PersonaId
  readonly questionId: string | null
  readonly prompt: string
  readonly response: string
  readonly modelName: string
  readonly rehearsal: boolean
  readonly tokensIn: number
  readonly tokensOut: number
  /** 0 … 2³¹−1. */
  readonly seed: number
  /** What equal calls have in common; null where none was looked for. */
  readonly cacheKey: string | null
  /** Whether an equal earlier call answered. */
  readonly fromCache: boolean
  readonly latencyMs: number
  /** The session's clock, milliseconds: `asOf`, or when it was asked. */
  readonly clock: number
  readonly recalled: RecalledMemory[]
  readonly messages: readonly ChatMessage[]
  /** Of the response. */
  readonly embedding: { readonly model: string; readonly vector: Float32Array }
  /** The session after this turn, this exchange in its history. */
  readonly session: SessionState
  readonly escalations: string[]
}

export type TurnEvent =
  /** Comes once, first: every check before the model has passed. */
  | { readonly type: 'ready' }
  | { readonly type: 'token'; readonly delta: string }
  /** Comes once, last. */
  | { readonly type: 'turn'; readonly turn: DraftTurn }

/** What came to mind, and what the session carries because of it. */
export type Remembered = Pick<Recalled, 'recalled' | 'probed' | 'pressure' | 'surfaced'>

/** A conversation that has not begun. */
export function newSession(persona: Persona): SessionState {
  return { mood: persona.moodBaseline, pressure: {}, surfaced: [], history: [] }
}
