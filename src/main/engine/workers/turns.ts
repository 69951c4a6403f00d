/**
 * Lets one work after the other begin, each when those before it are done, however they ended.
 *
 * @param signal  aborted before its turn, the work is not begun
 */
export type TakeTurn = <Result>(
  work: () => Promise<Result>,
  signal?: AbortSignal,
) => Promise<Result>

export function createTurns(): TakeTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work, signal) => {
    const done = last.then(() => {
      signal?.throwIfAborted()
      return work()
    })
    last = done.catch(() => {})
    return done
  }
}
