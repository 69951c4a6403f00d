import { z } from 'zod'
import { TimelineMap } from '../../../../shared/contract/timeline-map.ts'

/**
 * The map, checked column by column. The contract's schema looks at each of 110,000 values and
 * holds the page up for several frames; here each costs a comparison.
 */
export const CheckedMap = z.custom<TimelineMap>(isTimelineMap, 'must be a timeline in columns')

const names = Object.keys(TimelineMap.shape) as (keyof TimelineMap)[]
const texts: ReadonlySet<string> = new Set(['ids', 'labels'])
const words: Record<string, ReadonlySet<unknown>> = {
  types: new Set(TimelineMap.shape.types.element.options),
  sources: new Set(TimelineMap.shape.sources.element.options),
}

function isTimelineMap(value: unknown): value is TimelineMap {
  if (typeof value !== 'object' || value === null) return false
  const columns = value as Record<string, unknown>
  const { ids } = columns
  return Array.isArray(ids) && names.every((name) => isColumn(name, columns[name], ids.length))
}

function isColumn(name: string, column: unknown, length: number): boolean {
  if (!Array.isArray(column) || column.length !== length) return false
  const known = words[name]
  if (known) return column.every((value) => known.has(value))
  const type = texts.has(name) ? 'string' : 'number'
  return column.every((value) => typeof value === type)
}
