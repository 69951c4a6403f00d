import type { WorkThread } from '../workers/work-thread.ts'
import type { FindContradictions } from './find-contradictions.ts'
import type { FindInOpenAnswers } from './find-in-open-answers.ts'

/** What is found apart from all estimates, best in another thread: together it takes as long. */
export type Finders = {
  readonly findContradictions: FindContradictions
  readonly findInOpenAnswers: FindInOpenAnswers
}
type FinderName = keyof Finders
/** What a thread of finders is sent. */
export type FinderWork = {
  [Name in FinderName]: { readonly finder: Name; readonly of: Parameters<Finders[Name]>[0] }
}[FinderName]
export type FinderAnswer = Awaited<ReturnType<Finders[FinderName]>>

/** Finders that work in another thread. */
export function findersIn(thread: Pick<WorkThread<FinderWork, FinderAnswer>, 'ask'>): Finders {
  const finder =
    <Name extends FinderName>(name: Name) =>
    (of: Parameters<Finders[Name]>[0]) =>
      thread.ask({ finder: name, of } as FinderWork) as ReturnType<Finders[Name]>
  return {
    findContradictions: finder('findContradictions'),
    findInOpenAnswers: finder('findInOpenAnswers'),
  }
}
