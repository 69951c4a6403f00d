import type { RunId } from '../../../shared/contract/ids.ts'
import { compileOnce } from '../db/compile-once.ts'
import type { ReadDb, WriteDb } from '../db/schema.ts'
import type { GroupCommit } from '../db/group-commit.ts'
import { costMicro, fromMicro, type Price, type Tokens } from '../domain/studies/money.ts'
import { priceOf } from './runs.repo.ts'

/** What a run may take in all; null without a cap. */
export type Cap = { readonly tokensOut: number | null; readonly micro: number | null }

/** How a call ended: what it took, or the most it can have taken where nobody knows. */
export type CallEnd = {
  readonly spent: Tokens
  readonly lost: Tokens
  readonly fromCache?: boolean
}

/**
 * The tokens and the money of one run. A call is set aside in the database before it is made, and
 * settled after it; what is set aside when the process is killed counts as spent from then on.
 */
export type RunLedger = {
  /**
   * Sets the most a call can take aside, if there is a cap, and says how much that is. `wait`: calls
   * in flight may leave room; `full`: none will.
   */
  reserve(most: Tokens): Promise<Tokens | 'wait' | 'full'>
  /**
   * Ends a call that had so much set aside. `store` is committed with it; where there is nothing to
   * store and nothing was set aside, the next `flush` writes it.
   */
  settle(aside: Tokens, end: CallEnd, store?: (trx: WriteDb) => Promise<void>): Promise<void>
  /** Writes what calls of the built-in model took, with the task they belong to. */
  flush(trx: WriteDb): Promise<void>
  /** Resolves when a call was settled. */
  settled(): Promise<void>
  /** Whether something of this size would fit beside what is set aside and `promised`. */
  hasRoom(more: Tokens): boolean
  setCap(cap: Cap): void
  /** Why a run that has no room left is stopped. */
  describeCap(): string
}

export const NOTHING: Tokens = { tokensIn: 0, tokensOut: 0 }

export async function openLedger(
  { db, commit }: { readonly db: ReadDb; readonly commit: GroupCommit },
  runId: RunId,
): Promise<RunLedger> {
  const row = await db
    .selectFrom('run')
    .selectAll()
    .where('id', '=', runId)
    .executeTakeFirstOrThrow()
  const price: Price | null = priceOf(row)
  let cap: Cap = { tokensOut: row.budget_tokens, micro: row.budget_micro }
  let gone = plus(
    { tokensIn: row.tokens_in, tokensOut: row.tokens_out },
    { tokensIn: row.tokens_in_lost, tokensOut: row.tokens_out_lost },
  )
  let held: Tokens = { tokensIn: row.tokens_in_reserved, tokensOut: row.tokens_reserved }
  let callsHeld = 0
  let unwritten: Tokens = NOTHING
  let news = Promise.withResolvers<void>()

  const hasCap = () => cap.tokensOut !== null || (cap.micro !== null && price !== null)
  const hasRoom = (more: Tokens) => {
    const all = plus(plus(gone, held), more)
    if (cap.tokensOut !== null && all.tokensOut > cap.tokensOut) return false
    return cap.micro === null || price === null || costMicro(all, price) <= cap.micro
  }
  const change = (delta: { held: Tokens; end: CallEnd }, store?: (trx: WriteDb) => Promise<void>) =>
    commit(async (trx) => {
      await updateTokens(trx, {
        runId,
        spentIn: delta.end.spent.tokensIn,
        spentOut: delta.end.spent.tokensOut,
        lostIn: delta.end.lost.tokensIn,
        lostOut: delta.end.lost.tokensOut,
        heldIn: delta.held.tokensIn,
        heldOut: delta.held.tokensOut,
        cached: delta.end.fromCache ? 1 : 0,
      })
      await store?.(trx)
    })

  return {
    hasRoom,
    describeCap() {
      // Of two caps the one that is nearer.
      const byMoney =
        price !== null &&
        cap.micro !== null &&
        (cap.tokensOut === null ||
          costMicro(gone, price) / cap.micro > gone.tokensOut / cap.tokensOut)
      return !byMoney || cap.micro === null
        ? `The budget of ${cap.tokensOut} tokens would have been exceeded`
        : `The budget of ${fromMicro(cap.micro)} ${price.currency} would have been exceeded`
    },
    setCap: (next) => void (cap = next),
    settled: () => news.promise,
    async flush(trx) {
      const spent = unwritten
      if (spent === NOTHING) return
      await updateTokens(trx, {
        ...noChange,
        runId,
        spentIn: spent.tokensIn,
        spentOut: spent.tokensOut,
      })
      unwritten = NOTHING
    },
    async reserve(most) {
      if (!hasCap()) return NOTHING
      if (!hasRoom(most)) return callsHeld > 0 ? 'wait' : 'full'
      held = plus(held, most)
      callsHeld += 1
      try {
        await change({ held: most, end: { spent: NOTHING, lost: NOTHING } })
      } catch (error) {
        held = minus(held, most)
        callsHeld -= 1
        throw error
      }
      return most
    },
    async settle(aside, end, store) {
      const back = minus(NOTHING, aside)
      if (aside === NOTHING && !store && end.lost === NOTHING && !end.fromCache)
        unwritten = plus(unwritten, end.spent)
      // The row first: until it is settled there, room that is free here is not free after a kill.
      else await change({ held: back, end }, store)
      held = plus(held, back)
      gone = plus(gone, plus(end.spent, end.lost))
      if (aside !== NOTHING) callsHeld -= 1
      const told = news
      news = Promise.withResolvers()
      told.resolve()
    },
  }
}

const noChange = {
  spentIn: 0,
  spentOut: 0,
  lostIn: 0,
  lostOut: 0,
  heldIn: 0,
  heldOut: 0,
  cached: 0,
}

const updateTokens = compileOnce((db, delta: typeof noChange & { readonly runId: RunId }) =>
  db
    .updateTable('run')
    .set((eb) => ({
      tokens_in: eb('tokens_in', '+', delta.spentIn),
      tokens_out: eb('tokens_out', '+', delta.spentOut),
      tokens_in_lost: eb('tokens_in_lost', '+', delta.lostIn),
      tokens_out_lost: eb('tokens_out_lost', '+', delta.lostOut),
      tokens_in_reserved: eb('tokens_in_reserved', '+', delta.heldIn),
      tokens_reserved: eb('tokens_reserved', '+', delta.heldOut),
      answers_cached: eb('answers_cached', '+', delta.cached),
    }))
    .where('id', '=', delta.runId),
)

/** Before anything is claimed: what a process that is gone had set aside counts as spent. */
export async function loseReservations(db: WriteDb): Promise<void> {
  await db
    .updateTable('run')
    .set((eb) => ({
      tokens_in_lost: eb('tokens_in_lost', '+', eb.ref('tokens_in_reserved')),
      tokens_out_lost: eb('tokens_out_lost', '+', eb.ref('tokens_reserved')),
      tokens_in_reserved: 0,
      tokens_reserved: 0,
    }))
    .where((eb) => eb.or([eb('tokens_in_reserved', '>', 0), eb('tokens_reserved', '>', 0)]))
    .execute()
}

export function plus(a: Tokens, b: Tokens): Tokens {
  return { tokensIn: a.tokensIn + b.tokensIn, tokensOut: a.tokensOut + b.tokensOut }
}

function minus(a: Tokens, b: Tokens): Tokens {
  return { tokensIn: a.tokensIn - b.tokensIn, tokensOut: a.tokensOut - b.tokensOut }
}
