import { useMemo } from 'react'
import { usePreview } from '../studies/use-preview.ts'
import { peopleKey, useBuilderStore, useSavedStore } from './builder.store.ts'
import { toPreviewRequest } from './to-requests.ts'
import { useAsked } from './use-asked.ts'

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
  return usePreview(wanted)
}
