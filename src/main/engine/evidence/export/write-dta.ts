import { ByteSink } from './byte-sink.ts'
import { codedColumns, fitBytes, namesFor, REASONS, type CodedColumn } from './coded-columns.ts'
import { aboutLines, type DataTable } from './data-table.ts'

// After "File formats .dta" of the Stata manual, release 118 (Stata 14 and later).

const TYPES = { text: 32_768, double: 65_526, long: 65_528 } as const
/** A longer text lies in a part of its own. */
const LONGEST_FIELD = 2045
/** Field widths in bytes, the closing zero included. */
const WIDTHS = { name: 129, format: 57, label: 321 } as const
const MOST_NAME = 32
const MOST_LABEL_CHARACTERS = 80
const SYSTEM_MISSING = 2_147_483_621
const RESERVED =
  /^(_all|_b|byte|_coef|_cons|double|float|if|in|int|long|_n|_pi|_pred|_rc|_skip|str\d+|strl|using|with)$/i

/** A column with its name and type in the file. */
type DtaColumn = {
  readonly column: CodedColumn
  readonly name: string
  readonly type: number
  /** What its value labels are called; empty without any. */
  readonly labels: string
}

/**
 * The table as a data set of Stata. Answers that are none are `.a` don't know, `.b` refused and `.c`
 * invalid, all labelled; `.` is not asked.
 */
export function writeDta(table: DataTable): Uint8Array<ArrayBuffer> {
  const sink = new ByteSink()
  const columns = dtaColumns(table)
  sink.ascii('<stata_dta>')
  writeHeader(sink, table)
  const offsets = [0, sink.length]
  sink.ascii('<map>')
  const mapAt = sink.length
  sink.padded(new Uint8Array(), 14 * 8, 0)
  sink.ascii('</map>')
  const part = (name: string, write: () => void) => {
    offsets.push(sink.length)
    element(sink, name, write)
  }
  writeDictionary(sink, columns, part)
  part('characteristics', () => writeNotes(sink, aboutLines(table.about)))
  part('data', () => writeData(sink, columns, table.rows))
  part('strls', () => writeLongTexts(sink, columns))
  part('value_labels', () => writeValueLabels(sink, columns))
  offsets.push(sink.length)
  sink.ascii('</stata_dta>')
  offsets.push(sink.length)
  offsets.forEach((offset, i) => sink.setUint64(mapAt + 8 * i, offset))
  return sink.done()
}

function dtaColumns(table: DataTable): DtaColumn[] {
  const columns = codedColumns(table)
  const names = namesFor(
    columns.map(({ variable }) => variable.name),
    {
      most: MOST_NAME,
      plain: (name) => {
        const plain = name.replaceAll(/[^A-Za-z0-9]+/g, '_').replaceAll(/_$/g, '')
        return /^[A-Za-z]/.test(plain) ? plain : `v${plain}`
      },
      reserved: RESERVED,
    },
  )
  return columns.map((column, i) => ({
    column,
    name: names[i]!,
    type: typeOf(column),
    labels: column.form === 'number' && hasLabels(column) ? names[i]! : '',
  }))
}

function hasLabels({ labels, canBeNone }: Extract<CodedColumn, { form: 'number' }>): boolean {
  return labels.length > 0 || canBeNone
}

function typeOf(column: CodedColumn): number {
  if (column.form === 'text') {
    const most = column.values.reduce((long, value) => Math.max(long, Buffer.byteLength(value)), 1)
    return most > LONGEST_FIELD ? TYPES.text : most
  }
  return column.isWhole ? TYPES.long : TYPES.double
}

function writeHeader(sink: ByteSink, { about, variables, rows }: DataTable): void {
  element(sink, 'header', () => {
    element(sink, 'release', () => sink.ascii('118'))
    element(sink, 'byteorder', () => sink.ascii('LSF'))
    element(sink, 'K', () => sink.uint16(variables.length))
    element(sink, 'N', () => sink.uint64(rows))
    element(sink, 'label', () => {
      const label = new TextEncoder().encode(firstCharacters(about.study))
      sink.uint16(label.length)
      sink.bytes(label)
    })
    element(sink, 'timestamp', () => {
      const [, date, time] = /^\w+, (\d\d \w{3} \d{4}) (\d\d:\d\d)/.exec(
        new Date(about.date).toUTCString(),
      )!
      sink.uint8(17)
      sink.ascii(`${date} ${time}`)
    })
  })
}

function writeDictionary(
  sink: ByteSink,
  columns: readonly DtaColumn[],
  part: (name: string, write: () => void) => void,
): void {
  const fields = (name: string, width: number, textOf: (column: DtaColumn) => string) =>
    part(name, () => {
      for (const column of columns) sink.padded(fitBytes(textOf(column), width - 1), width, 0)
    })
  part('variable_types', () => {
    for (const { type } of columns) sink.uint16(type)
  })
  fields('varnames', WIDTHS.name, ({ name }) => name)
  part('sortlist', () => sink.padded(new Uint8Array(), 2 * (columns.length + 1), 0))
  fields('formats', WIDTHS.format, formatOf)
  fields('value_label_names', WIDTHS.name, ({ labels }) => labels)
  fields('variable_labels', WIDTHS.label, ({ column }) => firstCharacters(column.variable.label))
}

function formatOf({ column, type }: DtaColumn): string {
  if (column.form === 'text') return type === TYPES.text ? '%9s' : `%${Math.min(type, 40)}s`
  return column.isWhole ? '%12.0g' : '%10.0g'
}

/** Notes of the data set, as the command `notes` lists them. */
function writeNotes(sink: ByteSink, lines: readonly string[]): void {
  const notes = [
    ...lines,
    'svyset personaId [pweight = weight], strata(cohort) singleunit(centered)',
  ]
  const named = [
    ['note0', String(notes.length)],
    ...notes.map((text, i) => [`note${i + 1}`, text]),
  ] as [string, string][]
  for (const [name, text] of named)
    element(sink, 'ch', () => {
      const content = new TextEncoder().encode(text)
      sink.int32(2 * WIDTHS.name + content.length + 1)
      sink.padded(fitBytes('_dta', WIDTHS.name - 1), WIDTHS.name, 0)
      sink.padded(fitBytes(name, WIDTHS.name - 1), WIDTHS.name, 0)
      sink.padded(content, content.length + 1, 0)
    })
}

function writeData(sink: ByteSink, columns: readonly DtaColumn[], rows: number): void {
  for (let row = 0; row < rows; row++)
    columns.forEach(({ column, type }, i) => {
      if (column.form === 'number') return writeNumber(sink, column, row)
      const text = column.values[row]!
      if (type !== TYPES.text) return sink.padded(fitBytes(text, type), type, 0)
      // Which text it is: of the variable, 16 bits, and of the row, 48.
      if (text === '') return sink.uint64(0)
      sink.uint64(BigInt(i + 1) | (BigInt(row + 1) << 16n))
    })
}

function writeNumber(
  sink: ByteSink,
  { values, reasons, isWhole }: Extract<CodedColumn, { form: 'number' }>,
  row: number,
): void {
  const [value, reason] = [values[row]!, reasons[row]!]
  if (reason === 0 && !Number.isNaN(value)) return isWhole ? sink.int32(value) : sink.float64(value)
  if (isWhole) return sink.int32(SYSTEM_MISSING + reason)
  // 2^1023 and, for .a to .z, so many parts of 2^1023/4096 more.
  sink.uint64(0x7fe0_0000_0000_0000n + (BigInt(reason) << 40n))
}

function writeLongTexts(sink: ByteSink, columns: readonly DtaColumn[]): void {
  columns.forEach(({ column, type }, i) => {
    if (column.form !== 'text' || type !== TYPES.text) return
    column.values.forEach((text, row) => {
      if (text === '') return
      const bytes = new TextEncoder().encode(text)
      sink.ascii('GSO')
      sink.int32(i + 1)
      sink.uint64(row + 1)
      sink.uint8(130)
      sink.int32(bytes.length + 1)
      sink.padded(bytes, bytes.length + 1, 0)
    })
  })
}

function writeValueLabels(sink: ByteSink, columns: readonly DtaColumn[]): void {
  for (const { column, labels: name } of columns) {
    if (column.form === 'text' || name === '') continue
    const reasons = column.canBeNone ? REASONS : []
    const labels = [
      ...column.labels,
      ...reasons.map(({ label }, i) => ({ code: SYSTEM_MISSING + 1 + i, label })),
    ].toSorted((a, b) => a.code - b.code)
    const texts = labels.map(({ label }) => fitBytes(label, 32_000))
    const total = texts.reduce((sum, text) => sum + text.length + 1, 0)
    element(sink, 'lbl', () => {
      sink.int32(8 + 8 * labels.length + total)
      sink.padded(fitBytes(name, WIDTHS.name - 1), WIDTHS.name, 0)
      sink.padded(new Uint8Array(), 3, 0)
      sink.int32(labels.length)
      sink.int32(total)
      let offset = 0
      for (const text of texts) {
        sink.int32(offset)
        offset += text.length + 1
      }
      for (const { code } of labels) sink.int32(code)
      for (const text of texts) sink.padded(text, text.length + 1, 0)
    })
  }
}

/** Stata counts a label's characters, not its bytes. */
function firstCharacters(text: string): string {
  return Array.from(text).slice(0, MOST_LABEL_CHARACTERS).join('')
}

function element(sink: ByteSink, name: string, write: () => void): void {
  sink.ascii(`<${name}>`)
  write()
  sink.ascii(`</${name}>`)
}
