import type { ByteSink } from './byte-sink.ts'
import { fitBytes, namesFor, REASONS, type CodedColumn } from './coded-columns.ts'
import type { TableAbout } from './data-table.ts'

// After "System File Format" of the PSPP developers' guide (Free Software Foundation).

const SPACE = 0x20
export const BIAS = 100
/** A longer string is several fields on end: 255 bytes of it each, and a count as if they were 252. */
export const LONGEST_FIELD = 255
const COUNTED_FIELD = 252
export const LONGEST_TEXT = 32_767
export const MOST_LABEL = 255
const MOST_VALUE_LABEL = 120
const LETTERS = { numeric: 5, text: 1 } as const
export const MEASURES = { nominal: 1, ordinal: 2, scale: 3 } as const

/** A variable with its place in the file. */
export type SavVariable = {
  readonly column: CodedColumn
  readonly shortName: string
  readonly longName: string
  /** Bytes of text; 0 for a number. */
  readonly width: number
  /** Place of its first 8 bytes in a case, 1 first. */
  readonly index: number
  /** Codes of `REASONS`; empty where answers cannot be none. */
  readonly missing: readonly number[]
}

export function savVariables(columns: readonly CodedColumn[]): SavVariable[] {
  const names = namesFor(
    columns.map(({ variable }) => variable.name),
    {
      most: 64,
      plain: plainName,
      reserved: /^(all|and|by|eq|ge|gt|le|lt|ne|not|or|to|with)$/i,
    },
  )
  let index = 1
  return columns.map((column, i) => {
    const width = column.form === 'text' ? widthOf(column.values) : 0
    const variable = {
      column,
      shortName: `V${i + 1}`,
      longName: names[i]!,
      width,
      index,
      missing: missingCodes(column),
    }
    index += fieldsOf(width).reduce((sum, field) => sum + slotsOf(field), 0)
    return variable
  })
}

export function plainName(name: string): string {
  const plain = name.replaceAll(/[^A-Za-z0-9._]/g, '_').replaceAll(/[._]+$/g, '')
  return /^[A-Za-z]/.test(plain) ? plain : `v_${plain}`
}

function widthOf(values: readonly string[]): number {
  const most = values.reduce((longest, value) => Math.max(longest, Buffer.byteLength(value)), 1)
  return Math.min(LONGEST_TEXT, most)
}

/** −97, −98, −99, or as many nines more as it takes to be below every answer. */
function missingCodes(column: CodedColumn): number[] {
  if (column.form === 'text' || !column.canBeNone) return []
  const least = column.values.reduce((low, value) => (value < low ? value : low), 0)
  for (let power = 100; power <= 1e12; power *= 10)
    if (least > 3 - power) return REASONS.map((_, i) => 3 - power - i)
  return []
}

/** Widths of the fields that a variable takes in a case. */
export function fieldsOf(width: number): number[] {
  if (width <= LONGEST_FIELD) return [width]
  const count = Math.ceil(width / COUNTED_FIELD)
  return Array.from({ length: count }, (_, i) =>
    i < count - 1 ? LONGEST_FIELD : width - i * COUNTED_FIELD,
  )
}

/** Fields of 8 bytes that a field takes. */
export function slotsOf(width: number): number {
  return Math.max(1, Math.ceil(width / 8))
}

export function writeHeader(
  sink: ByteSink,
  variables: readonly SavVariable[],
  { about, rows }: { about: TableAbout; rows: number },
): void {
  const last = variables.at(-1)!
  const slots = last.index - 1 + fieldsOf(last.width).reduce((sum, one) => sum + slotsOf(one), 0)
  const weight = variables.find(({ column }) => column.variable.name === 'weight')
  sink.ascii('$FL2')
  sink.padded(fitBytes(`@(#) SPSS DATA FILE Persona Workbench`, 60), 60, SPACE)
  sink.int32(2)
  sink.int32(slots)
  sink.int32(1)
  sink.int32(weight?.index ?? 0)
  sink.int32(rows)
  sink.float64(BIAS)
  const [date, time] = stamp(about.date)
  sink.ascii(date)
  sink.ascii(time)
  sink.padded(fitBytes(about.study, 64), 64, SPACE)
  sink.padded(new Uint8Array(), 3, 0)
}

/** "28 Nov 26" and "01:02:03", of an instant in ISO. */
function stamp(instant: string): [string, string] {
  const [, day, month, year, time] = /^\w+, (\d\d) (\w{3}) \d\d(\d\d) ([\d:]{8})/.exec(
    new Date(instant).toUTCString(),
  )!
  return [`${day} ${month} ${year}`, time!]
}

export function writeVariables(sink: ByteSink, variables: readonly SavVariable[]): void {
  let extra = variables.length
  for (const variable of variables) {
    const fields = fieldsOf(variable.width)
    fields.forEach((width, i) => {
      // Further fields of a long text have names that nobody sees.
      const name = i === 0 ? variable.shortName : `V${++extra}`
      writeField(sink, variable, { name, width, isFirst: i === 0 })
    })
  }
}

function writeField(
  sink: ByteSink,
  { column, missing }: SavVariable,
  { name, width, isFirst }: { name: string; width: number; isFirst: boolean },
): void {
  const format = formatOf(column, width)
  const label = fitBytes(isFirst ? column.variable.label : '', MOST_LABEL)
  sink.int32(2)
  sink.int32(width)
  sink.int32(label.length > 0 ? 1 : 0)
  sink.int32(missing.length)
  sink.int32(format)
  sink.int32(format)
  sink.padded(fitBytes(name, 8), 8, SPACE)
  if (label.length > 0) {
    sink.int32(label.length)
    sink.padded(label, Math.ceil(label.length / 4) * 4, SPACE)
  }
  for (const code of missing) sink.float64(code)
  for (let slot = 1; slot < slotsOf(width); slot++) {
    sink.int32(2)
    sink.int32(-1)
    for (let i = 0; i < 4; i++) sink.int32(0)
    sink.padded(new Uint8Array(), 8, SPACE)
  }
}

function formatOf(column: CodedColumn, width: number): number {
  if (column.form === 'text') return (LETTERS.text << 16) | (Math.min(width, 255) << 8)
  return (LETTERS.numeric << 16) | (column.isWhole ? 8 << 8 : (14 << 8) | 6)
}

export function writeValueLabels(sink: ByteSink, variables: readonly SavVariable[]): void {
  for (const { column, missing, index } of variables) {
    if (column.form === 'text') continue
    const labels = [
      ...column.labels,
      ...missing.map((code, i) => ({ code, label: REASONS[i]!.label })),
    ]
    if (labels.length === 0) continue
    sink.int32(3)
    sink.int32(labels.length)
    for (const { code, label } of labels) {
      const text = fitBytes(label, MOST_VALUE_LABEL)
      sink.float64(code)
      sink.uint8(text.length)
      sink.padded(text, Math.ceil((text.length + 1) / 8) * 8 - 1, SPACE)
    }
    sink.int32(4)
    sink.int32(1)
    sink.int32(index)
  }
}

/** Lines of text that travel with the file. */
export function writeDocuments(sink: ByteSink, lines: readonly string[]): void {
  const cut = lines.flatMap((line) => {
    const parts: Uint8Array[] = []
    for (let rest = line; rest !== '';) {
      const part = fitBytes(rest, 80)
      parts.push(part)
      rest = rest.slice(new TextDecoder().decode(part).length)
    }
    return parts
  })
  sink.int32(6)
  sink.int32(cut.length)
  for (const line of cut) sink.padded(line, 80, SPACE)
}
