import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import {
  DesignPreview,
  type DesignPreviewRequest,
} from '../../../../shared/contract/study-planning.ts'
import { request } from '../../lib/api.ts'
import { studiesKey } from './studies.queries.ts'

const SETTLE_MS = 300

/** Power and estimate of a design that need not be saved, asked for once typing pauses; null: none. */
export function usePreview(wanted: z.input<typeof DesignPreviewRequest> | null) {
  // By what it says: a new object that says the same is not asked again.
  const [settled] = useDebouncedValue(wanted && JSON.stringify(wanted), SETTLE_MS)
  const query = useQuery({
    queryKey: [...studiesKey, 'preview', settled],
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
