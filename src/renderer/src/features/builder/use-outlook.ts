import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { DesignPreview } from '../../../../shared/contract/study-planning.ts'
import { request } from '../../lib/api.ts'
import { peopleKey, useBuilderStore, useSavedStore } from './builder.store.ts'
import { toPreviewRequest } from './to-requests.ts'
import { useAsked } from './use-asked.ts'

const SETTLE_MS = 300

/** What the study as it is now would take and could see; asked for once typing pauses. */
export function useOutlook() {
  const { draft } = useBuilderStore()
  const { asked } = useAsked()
  const { saved } = useSavedStore()
  const own = saved.population?.people === peopleKey(draft) ? saved.population.id : null
  const populationId = draft.populationId ?? own
  const wanted = useMemo(
    () => toPreviewRequest(draft, asked, populationId),
    [draft, asked, populationId],
  )
  // By what it says: a new object that says the same is not asked again.
  const [settled] = useDebouncedValue(wanted && JSON.stringify(wanted), SETTLE_MS)
  const query = useQuery({
    queryKey: ['studies', 'preview', settled],
    queryFn: ({ signal }) =>
      request('POST', '/studies/preview', {
        answer: DesignPreview,
        body: JSON.parse(settled ?? '{}') as unknown,
        signal,
      }),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
  })
  return { ...query, data: settled === null ? undefined : query.data, isAsked: settled !== null }
}
