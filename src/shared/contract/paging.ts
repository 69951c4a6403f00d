import { z } from 'zod'

/** Query parameters every list takes. Numbers arrive as text, hence the coercion. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** Opaque: what the previous page answered as `nextCursor`. */
  cursor: z.string().max(500).optional(),
})
export type PageQuery = z.infer<typeof PageQuery>

/** `null` when this was the last page. */
export const NextCursor = z.string().nullable()
