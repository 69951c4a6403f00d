import { z } from 'zod'
import { Vividness } from '../../../../shared/contract/recall.ts'
import { EntrySource, MemoryType } from '../../../../shared/contract/timeline.ts'
import { foldedWords } from '../../../../shared/fold-text.ts'
import { everything, type TimelineFilter } from './filter-entries.ts'
import { endOfDay } from './time-words.ts'

const text = z.string().max(200).optional().catch(undefined)
const date = z.iso.date().optional().catch(undefined)
const flag = z.literal(true).optional().catch(undefined)

/** What the address of a persona keeps of its timeline. An unreadable part counts as absent. */
export const TimelineSearch = z.object({
  /** The entry that is open beside the timeline. */
  entry: text,
  q: text,
  /** Lists, separated by commas. */
  types: text,
  vividness: text,
  sources: text,
  from: date,
  to: date,
  revised: flag,
  issues: flag,
  replaced: flag,
  asOf: date,
  zoom: z.enum(['years', 'lines', 'read']).optional().catch(undefined),
  /** What stands beside the timeline while no entry is open. */
  panel: z.enum(['recall', 'issues', 'numbers']).optional().catch(undefined),
})
export type TimelineSearch = z.infer<typeof TimelineSearch>

/** What filters, as opposed to what is looked at and how. */
export const noFilter = {
  q: undefined,
  types: undefined,
  vividness: undefined,
  sources: undefined,
  from: undefined,
  to: undefined,
  revised: undefined,
  issues: undefined,
} satisfies Partial<TimelineSearch>

export function hasFilter(search: TimelineSearch): boolean {
  return Object.keys(noFilter).some((name) => search[name as keyof typeof noFilter] !== undefined)
}

/** A list of the address as the set it means; null where it says nothing that is known. */
export function toSet<Value extends string>(
  values: z.ZodEnum<Record<Value, Value>>,
  list: string | undefined,
): ReadonlySet<Value> | null {
  const known = (list?.split(',') ?? []).flatMap((word) => values.safeParse(word).data ?? [])
  return known.length === 0 ? null : new Set(known as Value[])
}

/** The list with a value put in or taken out, as the address has it. */
export function toggled(list: string | undefined, value: string): string | undefined {
  const values = list?.split(',').filter(Boolean) ?? []
  const next = values.includes(value) ? values.filter((v) => v !== value) : [...values, value]
  return next.length === 0 ? undefined : next.join(',')
}

export function toFilter(search: TimelineSearch): TimelineFilter {
  const { q, types, vividness, sources, from, to, revised, replaced, asOf } = search
  return {
    ...everything,
    types: toSet(MemoryType, types),
    vividness: toSet(Vividness, vividness),
    sources: toSet(EntrySource, sources),
    from: from === undefined ? -Infinity : Date.parse(from),
    to: to === undefined ? Infinity : endOfDay(to),
    words: foldedWords(q ?? ''),
    onlyRevised: revised ?? false,
    includeReplaced: replaced ?? false,
    asOf: asOf === undefined ? Infinity : endOfDay(asOf),
  }
}
