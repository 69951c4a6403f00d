import { createDraftsStore } from '../../lib/drafts-store.ts'
import { PopulationEdit } from './population-draft.ts'

export const useDraftsStore = createDraftsStore({
  name: 'workbench-population-drafts',
  schema: PopulationEdit,
})
