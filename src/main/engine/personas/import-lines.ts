import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { parse, type CsvError, type Info } from 'csv-parse'
import { EngineError } from '../errors.ts'
import { readHeader, readRecord, type Column } from './import-columns.ts'

/** One record of a file: what it says, or why it cannot be read. */
export type ImportLine =
  | { line: number; value: unknown; error?: undefined }
  | { line: number; error: string; value?: undefined }

export type ImportFormat = 'csv' | 'jsonl' | 'json'
type Source = string | AsyncIterable<string>

/** Characters handed on between two turns of the event loop: about 2 ms of parsing. */
const SLICE = 32_768

/**
 * Records of a file with the line each begins on; the header of a CSV is line 1, an item of a JSON
 * array counts as a line.
 *
 * @throws EngineError `invalid_input` when the file as a whole cannot be read
 */
export function readLines(source: Source, format: ImportFormat): AsyncGenerator<ImportLine> {
  return { csv: readCsv, jsonl: readJsonl, json: readJson }[format](source)
}

type CsvRecord = { record: string[]; info: Info }

async function* readCsv(source: Source): AsyncGenerator<ImportLine> {
  const slices = slicesOf(source)
  const head = await firstLineOf(slices)
  let unfinished: string | undefined
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    // A stray quote stays a letter: as an error it would take the next records with it.
    relax_quotes: true,
    skip_records_with_error: true,
    ltrim: true,
    delimiter: delimiterOf(head),
    // With the two relaxations the one error left is a quote that is still open at the end.
    on_skip: (error: CsvError | undefined) => {
      unfinished = error?.message ?? 'cannot be read'
      return undefined
    },
  })
  const text = Readable.from(startingWith(head, slices), { objectMode: false })
  // A pipe hands on no failure of its source: the reader would wait for ever.
  text.once('error', (error) => parser.destroy(error)).pipe(parser)
  let columns: Column[] | undefined
  let nextLine = 1
  for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
    const line = nextLine
    nextLine = info.lines + 1
    if (record.every((cell) => cell === '')) continue
    if (columns) yield { line, ...checkedRecord(columns, record) }
    else columns = readHeader(record)
  }
  if (unfinished !== undefined) yield { line: nextLine, error: unfinished }
  if (!columns) readHeader([])
}

function checkedRecord(columns: readonly Column[], record: readonly string[]) {
  if (record.length <= columns.length) return { value: readRecord(columns, record) }
  const error = `has ${record.length} cells where the header has ${columns.length}`
  return { error }
}

/** The separator that occurs most in the header: comma, semicolon or tab. */
function delimiterOf(head: string): string {
  const header = head.split(/\r?\n/, 1)[0]!.replaceAll(/"[^"]*"/g, '')
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: header.split(mark).length }))
  return counts.toSorted((a, b) => b.count - a.count)[0]!.mark
}

async function* readJsonl(source: Source): AsyncGenerator<ImportLine> {
  let line = 0
  let rest = ''
  for await (const slice of slicesOf(source)) {
    const texts = (rest + slice).split('\n')
    rest = texts.pop()!
    for (const text of texts) yield* parseLine(text, ++line)
  }
  yield* parseLine(rest, line + 1)
}

function* parseLine(text: string, line: number): Generator<ImportLine> {
  const json = line === 1 ? text.replace(/^\uFEFF/, '') : text
  if (json.trim() === '') return
  try {
    yield { line, value: JSON.parse(json) as unknown }
  } catch (error) {
    yield { line, error: `Not JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
}

async function* readJson(source: Source): AsyncGenerator<ImportLine> {
  let text = ''
  for await (const slice of slicesOf(source)) text += slice
  const whole = parseWhole(text.replace(/^\uFEFF/, ''))
  // Several objects, one a line, are often sent as plain JSON.
  if (whole === undefined) return yield* readJsonl(text)
  const items: unknown[] = Array.isArray(whole.value) ? whole.value : [whole.value]
  for (const [i, value] of items.entries()) yield { line: i + 1, value }
}

function parseWhole(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    if (text.trimStart().startsWith('[')) {
      throw new EngineError('invalid_input', 'The file is not a JSON array that can be read')
    }
    return undefined
  }
}

async function* slicesOf(source: Source): AsyncGenerator<string> {
  if (typeof source !== 'string') return yield* source
  for (let i = 0; i < source.length; i += SLICE) {
    if (i > 0) await setImmediate()
    yield source.slice(i, i + SLICE)
  }
}

/** At least the first line, whatever the size of the pieces. */
async function firstLineOf(slices: AsyncIterator<string>): Promise<string> {
  let head = ''
  while (!head.includes('\n')) {
    const { value, done } = await slices.next()
    if (done) break
    head += value
  }
  return head
}

async function* startingWith(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield head
  yield* rest
}
