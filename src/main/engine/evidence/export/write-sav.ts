import { ByteSink } from './byte-sink.ts'
import { codedColumns, fitBytes } from './coded-columns.ts'
import { aboutLines, type DataTable } from './data-table.ts'
import {
  BIAS,
  fieldsOf,
  LONGEST_TEXT,
  savVariables,
  slotsOf,
  writeDocuments,
  writeHeader,
  writeValueLabels,
  writeVariables,
  type SavVariable,
} from './sav-dictionary.ts'
import { writeExtensions } from './sav-extensions.ts'

const SPACES = new Uint8Array(8).fill(0x20)
const CODE = { end: 252, number: 253, spaces: 254, none: 255 } as const

/** The table as a system file of SPSS, compressed by bytecodes, with `weight` as its weight. */
export function writeSav(table: DataTable): Uint8Array<ArrayBuffer> {
  const sink = new ByteSink()
  const variables = savVariables(codedColumns(table))
  writeHeader(sink, variables, table)
  writeVariables(sink, variables)
  writeValueLabels(sink, variables)
  writeDocuments(sink, aboutLines(table.about))
  writeExtensions(sink, variables, table)
  const cells = new Bytecodes(sink)
  for (let row = 0; row < table.rows; row++)
    for (const variable of variables) writeCell(cells, variable, row)
  cells.end()
  return sink.done()
}

function writeCell(cells: Bytecodes, { column, width, missing }: SavVariable, row: number): void {
  if (column.form === 'number') {
    const reason = column.reasons[row]!
    cells.number(reason > 0 ? (missing[reason - 1] ?? Number.NaN) : column.values[row]!)
    return
  }
  const bytes = fitBytes(column.values[row]!, Math.min(width, LONGEST_TEXT))
  fieldsOf(width).forEach((field, i) => {
    const part = bytes.subarray(i * 255, i * 255 + Math.min(field, 255))
    for (let slot = 0; slot < slotsOf(field); slot++)
      cells.text(part.subarray(slot * 8, slot * 8 + 8))
  })
}

/** Eight codes, then the numbers and texts of those that stand for more than themselves. */
class Bytecodes {
  readonly #sink: ByteSink
  #codes: number[] = []
  #bodies: Uint8Array[] = []
  constructor(sink: ByteSink) {
    this.#sink = sink
  }

  number(value: number): void {
    if (Number.isNaN(value)) return this.#add(CODE.none)
    const code = value + BIAS
    if (Number.isInteger(code) && code >= 1 && code <= 251) return this.#add(code)
    const body = new Uint8Array(8)
    new DataView(body.buffer).setFloat64(0, value, true)
    this.#add(CODE.number, body)
  }

  /** At most 8 bytes. */
  text(bytes: Uint8Array): void {
    if (bytes.every((byte) => byte === 0x20)) return this.#add(CODE.spaces)
    const body = SPACES.slice()
    body.set(bytes)
    this.#add(CODE.number, body)
  }

  end(): void {
    this.#add(CODE.end)
    while (this.#codes.length > 0) this.#add(0)
  }

  #add(code: number, body?: Uint8Array): void {
    this.#codes.push(code)
    if (body) this.#bodies.push(body)
    if (this.#codes.length < 8) return
    for (const each of this.#codes) this.#sink.uint8(each)
    for (const each of this.#bodies) this.#sink.bytes(each)
    this.#codes = []
    this.#bodies = []
  }
}
