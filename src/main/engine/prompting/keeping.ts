import type { ConsistencyIssue } from '../../../shared/contract/consistency.ts'
import type { Consolidation } from '../../../shared/contract/consolidation.ts'
import type { SessionId, TurnId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { WriteDb } from '../db/schema.ts'
import type { DraftTurn } from './turn.ts'

/** An exchange of an interview, complete and not yet stored. */
export type Said = {
  /** With the id that it will have: what is found about it names it. */
  readonly turn: DraftTurn & { readonly id: TurnId }
  readonly persona: Persona
  readonly sessionId: SessionId
  /** Milliseconds: nothing dated later exists for it; null: everything does. */
  readonly asOf: number | null
  /** Off the record nothing becomes memory and nothing is rehearsed. */
  readonly onTheRecord: boolean
}

/** What an exchange leaves behind, as the answer tells it. */
export type Keepsake = {
  readonly consolidation: Consolidation | null
  readonly issues: ConsistencyIssue[]
}

export type Weighed = {
  /** Stores what it leaves behind, in the transaction that stores the turn. */
  store(trx: WriteDb): Promise<Keepsake>
  /** Called once, whether or not that transaction was committed. */
  end(): void
}

/** Decides what becomes of what was said; whatever fails in it, the answer stands. */
export type Keeping = {
  /** Gets ready for an answer of this persona while a model is at it; waits for nothing. */
  prepare(persona: Persona): void
  /** Everything slow about it. @throws AbortError alone */
  weigh(said: Said, signal?: AbortSignal): Promise<Weighed>
}
