import { z } from 'zod'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { CrosstabSearch } from './crosstab.search.ts'

/** A table that somebody wants to come back to. */
export const KeptTable = CrosstabSearch.pick({
  rows: true,
  columns: true,
  nested: true,
  show: true,
})
export type KeptTable = z.infer<typeof KeptTable>

const MOST_KEPT = 20

type KeptState = {
  /** By run. */
  kept: Record<string, KeptTable[]>
  keep: (runId: string, table: KeptTable) => void
  drop: (runId: string, table: KeptTable) => void
}

/** Tables kept in this browser. */
export const useKeptTables = create<KeptState>()(
  persist(
    (set) => ({
      kept: {},
      keep: (runId, table) =>
        set(({ kept }) => ({
          kept: {
            ...kept,
            [runId]: [...without(kept[runId], table), pick(table)].slice(-MOST_KEPT),
          },
        })),
      drop: (runId, table) =>
        set(({ kept }) => ({ kept: { ...kept, [runId]: without(kept[runId], table) } })),
    }),
    {
      name: 'crosstabs',
      storage: createJSONStorage(() => localStorage),
      merge: (stored, current) => {
        const found = z.object({ kept: z.record(z.string(), z.array(KeptTable)) }).safeParse(stored)
        return found.success ? { ...current, ...found.data } : current
      },
    },
  ),
)

export function isSameTable(a: KeptTable, b: KeptTable): boolean {
  return JSON.stringify(pick(a)) === JSON.stringify(pick(b))
}

function without(tables: readonly KeptTable[] = [], table: KeptTable): KeptTable[] {
  return tables.filter((one) => !isSameTable(one, table))
}

function pick({ rows, columns, nested, show }: KeptTable): KeptTable {
  return { rows, columns, nested, show }
}
