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

/** Segments of a field, largest first; bands and numbers in their own order. */
export function segmentDomains(
  { rows }: Pick<EvidenceInput, 'rows'>,
  field: string,
): NamedDomain[] {
  const of = rows.map(({ segments }) => segments[field] ?? null)
  const sizes = new Map<string, number>()
  for (const segment of of) if (segment !== null) sizes.set(segment, (sizes.get(segment) ?? 0) + 1)
  const numbered = [...sizes.keys()].every((segment) => /^(under )?\d/.test(segment))
  const order = (a: string, b: string) =>
    numbered
      ? leadingNumber(a) - leadingNumber(b)
      : sizes.get(b)! - sizes.get(a)! || (a < b ? -1 : 1)
  return [...sizes.keys()].toSorted(order).map((segment) => ({
    by: field,
    value: segment,
    label: segment,
    rows: Uint8Array.from(of, (found) => (found === segment ? 1 : 0)),
  }))
}

// "under 18" comes before "18–34".
function leadingNumber(segment: string): number {
  const value = Number(/\d+(\.\d+)?/.exec(segment)?.[0] ?? 0)
  return segment.startsWith('under') ? value - 0.5 : value
}
