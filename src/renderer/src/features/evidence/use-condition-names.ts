import { useQuery } from '@tanstack/react-query'
import { runQuery } from '../runs/runs.queries.ts'
import { studyQuery } from '../studies/studies.queries.ts'

/** What the conditions of a run's study are called, by id; an id itself where that is not known. */
export function useConditionNames(runId: string): (id: string | null) => string | null {
  const { data: run } = useQuery(runQuery(runId))
  const { data: study } = useQuery({
    ...studyQuery(run?.studyId ?? ''),
    enabled: run !== undefined,
  })
  return (id) => study?.conditions.find((condition) => condition.id === id)?.name ?? id
}
