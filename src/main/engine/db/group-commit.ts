import { setImmediate } from 'node:timers/promises'
import type { Transaction } from 'kysely'
import { noLogSync, type LogSync } from './log-sync.ts'
import { relaxedTransaction } from './relaxed.ts'
import type { Database, WriteDb } from './schema.ts'

type Work<T> = (trx: Transaction<Database>) => Promise<T>
type Waiting = {
  readonly work: Work<unknown>
  readonly resolve: (value: never) => void
  readonly reject: (error: unknown) => void
}

/** Work committed in one transaction before the event loop goes on: a few milliseconds' worth. */
const MOST = 20

/**
 * Commits what is asked for at about the same time in one transaction, so that many small writes wait
 * for the disk once (group commit; Gray & Reuter 1993, 9.4.7). Each still resolves only when it will
 * last. Where one fails, the others are done again without it: work must not count on being done once.
 */
export type GroupCommit = <T>(work: Work<T>) => Promise<T>

export function createGroupCommit(
  db: WriteDb,
  { sync }: Pick<LogSync, 'sync'> = noLogSync,
): GroupCommit {
  let waiting: Waiting[] = []
  let isFlushing = false

  async function flush(): Promise<void> {
    isFlushing = true
    try {
      while (waiting.length > 0) {
        // Answers that came in together are given the time to ask.
        await setImmediate()
        const batch = waiting.slice(0, MOST)
        waiting = waiting.slice(MOST)
        await commitTogether({ db, sync }, batch)
      }
    } finally {
      isFlushing = false
    }
  }

  return <T>(work: Work<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as (value: never) => void, reject })
      if (!isFlushing) void flush()
    })
}

type Target = { readonly db: WriteDb; readonly sync: LogSync['sync'] }

async function commitTogether(target: Target, batch: readonly Waiting[]): Promise<void> {
  let results: unknown[]
  try {
    results = await relaxedTransaction(target.db, async (trx) => {
      const done: unknown[] = []
      for (const { work } of batch) done.push(await work(trx))
      return done
    })
  } catch (error) {
    if (batch.length === 1) batch[0]!.reject(error)
    else for (const one of batch) await commitTogether(target, [one])
    return
  }
  try {
    await target.sync()
    batch.forEach(({ resolve }, i) => resolve(results[i] as never))
  } catch (error) {
    // Committed, but nobody can say that it will last: not to be done again, not to be relied on.
    batch.forEach(({ reject }) => reject(error))
  }
}
