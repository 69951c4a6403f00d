import { z } from 'zod'
import { CrosstabShow } from '../../../../shared/contract/crosstab.ts'

/** What the address of a crosstab keeps: the table, how it is seen, and the cell that is open. */
export const CrosstabSearch = z.object({
  rows: z.string().optional().catch(undefined),
  columns: z.string().optional().catch(undefined),
  nested: z.string().optional().catch(undefined),
  show: CrosstabShow.optional().catch(undefined),
  view: z.enum(['table', 'whiskers']).optional().catch(undefined),
  /** The column that rows are in the order of: see `readSort`. */
  sort: z.string().optional().catch(undefined),
  /** `row.column`, counted from 0; `all` for everybody there. */
  cell: z.string().optional().catch(undefined),
  task: z.string().optional().catch(undefined),
})
export type CrosstabSearch = z.infer<typeof CrosstabSearch>
