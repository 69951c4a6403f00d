import { CROSSED, fieldsIn } from '../../../../shared/contract/segment-field.ts'
import type { EvidenceInput } from './evidence-input.ts'

/** A named subset of the rows: a cohort, a condition or a segment. */
export type NamedDomain = {
  readonly by: string
  readonly value: string
  readonly label: string
  /** 1 = the row is inside: shape [rows]. */
  readonly rows: Uint8Array
}

export function everyone(input: Pick<EvidenceInput, 'rows'>): Uint8Array {
  return new Uint8Array(input.rows.length).fill(1)
}

export function cohortDomains({
  cohorts,
  rows,
}: Pick<EvidenceInput, 'cohorts' | 'rows'>): NamedDomain[] {
  return cohorts.map(({ id, name }, index) => ({
    by: 'cohort',
    value: id,
    label: name,
    rows: Uint8Array.from(rows, (row) => (row.cohort === index ? 1 : 0)),
  }))
}

export function conditionDomains({
  conditions,
  rows,
}: Pick<EvidenceInput, 'conditions' | 'rows'>): NamedDomain[] {
  return conditions.map(({ id, name }) => ({
    by: 'condition',
    value: id,
    label: name,
    rows: Uint8Array.from(rows, (row) => (row.condition === id ? 1 : 0)),
  }))
}

/**
 * Segments of a field, largest first; bands and numbers in their own order. Of two fields crossed,
 * in the order of the first, then of the second.
 */
export function segmentDomains(
  { rows }: Pick<EvidenceInput, 'rows'>,
  field: string,
): NamedDomain[] {
  const of = rows.map(({ segments }) => segments[field] ?? null)
  const found = of.filter((segment) => segment !== null)
  const partsOf = fieldsIn(field).length === 1 ? (one: string) => [one] : splitOnce
  const places = [0, 1].map((part) => placesOf(found.flatMap((one) => partsOf(one)[part] ?? [])))
  const order = (a: string, b: string) => {
    const [left, right] = [partsOf(a), partsOf(b)]
    const placeIn = (part: number, parts: string[]) => places[part]!.get(parts[part] ?? '') ?? 0
    return placeIn(0, left) - placeIn(0, right) || placeIn(1, left) - placeIn(1, right)
  }
  return [...new Set(found)].toSorted(order).map((segment) => ({
    by: field,
    value: segment,
    label: segment,
    rows: Uint8Array.from(of, (one) => (one === segment ? 1 : 0)),
  }))
}

function splitOnce(segment: string): string[] {
  const at = segment.indexOf(CROSSED)
  return [segment.slice(0, at), segment.slice(at + CROSSED.length)]
}

/** Where each category stands among the others: numbers before words, where most are numbers. */
function placesOf(categories: readonly string[]): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const category of categories) sizes.set(category, (sizes.get(category) ?? 0) + 1)
  const numbered = [...sizes.keys()].filter(isNumbered).length
  const areNumbers = numbered > sizes.size / 2
  const order = (a: string, b: string) => {
    const bySize = sizes.get(b)! - sizes.get(a)! || (a < b ? -1 : 1)
    if (!areNumbers) return bySize
    if (isNumbered(a) && isNumbered(b)) return leadingNumber(a) - leadingNumber(b)
    return Number(isNumbered(b)) - Number(isNumbered(a)) || bySize
  }
  return new Map([...sizes.keys()].toSorted(order).map((category, place) => [category, place]))
}

function isNumbered(category: string): boolean {
  return /^(under )?-?\d/.test(category)
}

// "under 18" comes before "18–34".
function leadingNumber(segment: string): number {
  const [digits = '0'] = /-?\d+(,\d{3})*(\.\d+)?/.exec(segment) ?? []
  const value = Number(digits.replaceAll(',', ''))
  return segment.startsWith('under') ? value - 0.5 : value
}
