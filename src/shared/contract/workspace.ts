import { z } from 'zod'
import { TenantId } from './ids.ts'

/** GET /workspace: what the page's frame shows. */
export const WorkspaceAnswer = z
  .object({
    tenantId: TenantId,
    name: z.string(),
    /** Where REST listens; null inside the desktop window without a server. */
    url: z.string().nullable(),
    models: z.array(z.object({ name: z.string(), rehearsal: z.boolean() })),
    vectorIndex: z.object({
      kind: z.enum(['lancedb', 'exact']),
      pending: z.number().int(),
      notice: z.string().nullable(),
    }),
    counts: z.object({
      personas: z.number().int(),
      cohorts: z.number().int(),
      populations: z.number().int(),
      skills: z.number().int(),
      studies: z.number().int(),
      runsActive: z.number().int(),
    }),
  })
  .meta({ id: 'Workspace' })
export type WorkspaceAnswer = z.infer<typeof WorkspaceAnswer>

/** POST /ui/session: swaps the one-time token of the address for an in-memory key. */
export const UiSessionRequest = z.strictObject({ token: z.string().max(200) })
export const UiSessionAnswer = z.object({ key: z.string() })
/** POST /downloads: a ticket for one download within 60 s, for links that send no header. */
export const DownloadRequest = z.strictObject({ path: z.string().startsWith('/').max(2000) })
export const DownloadAnswer = z.object({ url: z.string() })
