import { z } from 'zod'
import { PersonaSort } from '../../../../shared/contract/personas.ts'

/** What the address of the list keeps. An unreadable part counts as absent. */
export const PersonasSearch = z.object({
  q: z.string().max(200).optional().catch(undefined),
  sort: PersonaSort.optional().catch(undefined),
  order: z.enum(['asc', 'desc']).optional().catch(undefined),
  minAge: z.number().int().optional().catch(undefined),
  maxAge: z.number().int().optional().catch(undefined),
  location: z.string().max(200).optional().catch(undefined),
  gender: z.string().max(200).optional().catch(undefined),
  dialog: z.enum(['new', 'import']).optional().catch(undefined),
})
export type PersonasSearch = z.infer<typeof PersonasSearch>
