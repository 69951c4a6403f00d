import type { ByteSink } from './byte-sink.ts'
import { fitBytes, namesFor } from './coded-columns.ts'
import type { DataTable } from './data-table.ts'
import {
  fieldsOf,
  LONGEST_FIELD,
  MEASURES,
  MOST_LABEL,
  plainName,
  type SavVariable,
} from './sav-dictionary.ts'

// What "System File Format" of the PSPP developers' guide calls extension records.

export function writeExtensions(
  sink: ByteSink,
  variables: readonly SavVariable[],
  { rows, sets }: Pick<DataTable, 'rows' | 'sets'>,
): void {
  extension(sink, 3, 4, 8)
  // Version, no machine, IEEE 754, bytecodes, little-endian, UTF-8.
  for (const value of [0, 1, 0, -1, 1, 1, 2, 65001]) sink.int32(value)
  extension(sink, 4, 8, 3)
  for (const value of [-Number.MAX_VALUE, Number.MAX_VALUE, LOWEST]) sink.float64(value)
  writeSets(sink, variables, sets)
  const fields = variables.flatMap(({ column, width }) =>
    fieldsOf(width).map((field) => ({ column, field })),
  )
  extension(sink, 11, 4, 3 * fields.length)
  for (const { column, field } of fields) {
    sink.int32(MEASURES[column.form === 'text' ? 'nominal' : column.measure])
    sink.int32(column.form === 'text' ? Math.max(1, Math.min(field, 40)) : 10)
    sink.int32(column.form === 'text' ? 0 : 1)
  }
  const names = variables.map(({ shortName, longName }) => `${shortName}=${longName}`)
  textExtension(sink, 13, names.join('\t'))
  const long = variables.filter(({ width }) => width > LONGEST_FIELD)
  if (long.length > 0)
    textExtension(
      sink,
      14,
      long
        .map(({ shortName, width }) => `${shortName}=${String(width).padStart(5, '0')}\0\t`)
        .join(''),
    )
  extension(sink, 16, 8, 2)
  sink.uint64(1)
  sink.uint64(rows)
  textExtension(sink, 20, 'UTF-8')
  sink.int32(999)
  sink.int32(0)
}

/** Questions with several answers: the variables of each, of which 1 says chosen. */
function writeSets(
  sink: ByteSink,
  variables: readonly SavVariable[],
  sets: DataTable['sets'],
): void {
  if (sets.length === 0) return
  const byName = new Map(variables.map((one) => [one.column.variable.name, one.shortName]))
  const names = namesFor(
    sets.map(({ name }) => name),
    { most: MOST_SET_NAME, plain: plainName, reserved: /^$/ },
  )
  const lines = sets.map(({ label, variables: members }, i) => {
    const text = fitBytes(label.replaceAll(/\s+/g, ' '), MOST_LABEL)
    const shortNames = members.map((name) => byName.get(name)!.toLowerCase())
    return `$${names[i]!}=D1 1 ${text.length} ${new TextDecoder().decode(text)} ${shortNames.join(' ')}\n`
  })
  textExtension(sink, 7, lines.join(''))
}

/** Of the set, behind its `$`. */
const MOST_SET_NAME = 63

/** The number next to the least, which itself means that there is none. */
const LOWEST = -1.797_693_134_862_315_5e308

function extension(sink: ByteSink, subtype: number, size: number, count: number): void {
  for (const value of [7, subtype, size, count]) sink.int32(value)
}

function textExtension(sink: ByteSink, subtype: number, text: string): void {
  const bytes = new TextEncoder().encode(text)
  extension(sink, subtype, 1, bytes.length)
  sink.bytes(bytes)
}
