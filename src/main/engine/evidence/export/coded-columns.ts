import type { Cell } from '../../domain/evidence/answer-columns.ts'
import type { ColumnKind } from '../../domain/evidence/column-kinds.ts'
import type { DataTable, Variable } from './data-table.ts'

/** Why an answer is none, in the order of their codes. */
export const REASONS = [
  { status: 'dont_know', label: 'Don’t know' },
  { status: 'refused', label: 'Refused' },
  { status: 'invalid', label: 'Invalid' },
] as const

/** A column as SPSS and Stata have it: text, or numbers of which some have labels. */
export type CodedColumn = { readonly variable: Variable } & (
  | { readonly form: 'text'; readonly values: readonly string[] }
  | {
      readonly form: 'number'
      readonly isWhole: boolean
      readonly measure: ColumnKind['measure']
      /** NaN where there is none: shape [rows]. */
      readonly values: Float64Array
      /** 1 + index into `REASONS` where the answer is none; else 0: shape [rows]. */
      readonly reasons: Uint8Array
      /** Whether answers to it can be none at all. */
      readonly canBeNone: boolean
      readonly labels: readonly { readonly code: number; readonly label: string }[]
    }
)

export function codedColumns({ variables, columns }: DataTable): CodedColumn[] {
  const byName = new Map(variables.map(({ name }, i) => [name, columns[i]!]))
  return variables.map((variable, i) => {
    const { kind, status } = variable
    const cells = columns[i]!
    if (kind.form === 'text' && !kind.codes)
      return { variable, form: 'text', values: cells.map((cell) => String(cell ?? '')) }
    const statuses = status === null ? undefined : byName.get(status)
    return {
      variable,
      form: 'number',
      isWhole: kind.form === 'integer' || kind.codes !== undefined,
      measure: kind.measure,
      values: numbersOf(cells, kind),
      reasons: Uint8Array.from(
        cells,
        (_, row) => 1 + REASONS.findIndex((reason) => reason.status === statuses?.[row]),
      ),
      canBeNone: statuses !== undefined,
      labels: (kind.codes ?? []).map(({ code, label }) => ({ code, label })),
    }
  })
}

function numbersOf(cells: readonly Cell[], { codes }: ColumnKind): Float64Array {
  const codeOf = codes && new Map(codes.map(({ code, value }) => [value, code]))
  return Float64Array.from(cells, (cell) => {
    if (cell === null) return Number.NaN
    return codeOf?.get(cell) ?? (typeof cell === 'number' ? cell : Number.NaN)
  })
}

/**
 * Names that a program takes, different from each other also where case does not count.
 *
 * @param plain  makes a name of allowed characters that begins with a letter
 */
export function namesFor(
  names: readonly string[],
  { most, plain, reserved }: { most: number; plain: (name: string) => string; reserved: RegExp },
): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const base = plain(name)
    for (let copy = 1; ; copy++) {
      const suffix = copy === 1 && !reserved.test(base) ? '' : `_${copy}`
      const found = `${base.slice(0, most - suffix.length)}${suffix}`
      if (taken.has(found.toLowerCase())) continue
      taken.add(found.toLowerCase())
      return found
    }
  })
}

/** As much of a text as fits into so many bytes of UTF-8, whole characters only. */
export function fitBytes(text: string, most: number): Uint8Array {
  const bytes = encoder.encode(text)
  if (bytes.length <= most) return bytes
  let end = most
  // 10xxxxxx goes on with a character that began before.
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end -= 1
  return bytes.subarray(0, end)
}

const encoder = new TextEncoder()
