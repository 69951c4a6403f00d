import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Life } from './life.ts'
import { lifeQuery } from './timeline.queries.ts'

/**
 * The life with strengths as they were on a day. What exists then follows from the entries' own
 * dates; only where the workspace forgets must the engine be asked.
 *
 * @param asOf  a day; undefined: now
 */
export function useLifeAt(personaId: string, life: Life, asOf: string | undefined): Life {
  const { strengths, effectiveStrengths } = life.map
  const fades = useMemo(
    () => effectiveStrengths.some((strength, index) => strength !== strengths[index]),
    [strengths, effectiveStrengths],
  )
  const { data: then } = useQuery({
    ...lifeQuery(personaId, asOf),
    enabled: fades && asOf !== undefined,
    placeholderData: keepPreviousData,
  })
  return useMemo(() => {
    if (!fades || asOf === undefined || !then) return life
    const known = new Map(then.map.ids.map((id, i) => [id, then.map.effectiveStrengths[i]!]))
    const stand = life.map.ids.map((id, index) => known.get(id) ?? strengths[index]!)
    return { ...life, map: { ...life.map, effectiveStrengths: stand } }
  }, [life, fades, asOf, then, strengths])
}
