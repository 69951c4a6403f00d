import { MemoryType } from '../../../../shared/contract/timeline.ts'
import { toIso } from '../personas/calendar.ts'
import { mapColumns, type Columns, type Field } from './csv-columns.ts'
import { findTimes, type TimeOptions } from './find-times.ts'
import { createCollector, type Limits, type Proposed } from './propose-from-text.ts'
import { MAX_FIELD, proposeMemory, type Life, type Proposal, type Told } from './propose.ts'
import { clampToLife, isWithinLife, resolveTime, type ResolvedTime } from './resolve-time.ts'
import { clip, cutAt } from './sentences.ts'

export type Row = {
  readonly cells: readonly string[]
  /** Counted from 1, the head included. */
  readonly row: number
}

/** A column whose cells are dates needs no name; so many are looked at. */
const SAMPLE = 50
const MAX_TAG = 100
const MAX_TAGS = 50
/** Words in a head that is one: data have longer cells. */
const MOST_WORDS_OF_A_NAME = 4

/**
 * Memories from the rows of a table, a row each.
 *
 * @param more  rows that the table has beyond these
 */
export function proposeFromRows(
  rows: readonly Row[],
  life: Life,
  limits: Limits,
  more = 0,
): Proposed {
  const [first, ...rest] = rows
  const hasHead = first !== undefined && isHead(first, rest)
  const data = hasHead ? rest : rows
  const columns = completeColumns(hasHead ? mapColumns(first.cells) : new Map(), data)
  const head = hasHead ? first.cells : []
  const options = optionsFor(data, columns)
  const collect = createCollector(limits)
  let before: Told | undefined
  for (const row of data) {
    if (collect.isFull()) {
      collect.leaveOut(1)
      continue
    }
    const where = `row ${row.row}`
    if (row.cells.every((cell) => cell.trim() === '')) continue
    if (hasHead && row.cells.length !== head.length) {
      const found = `${row.cells.length} columns where the head has ${head.length}`
      collect.skip({ where, reason: `It has ${found}.` })
      continue
    }
    const result = proposeRow({ row, where, columns, head, life, options, before })
    if ('reason' in result) collect.skip({ where, reason: result.reason })
    else {
      before = result.told
      collect.add(result.proposal)
    }
  }
  collect.leaveOut(more)
  return collect.result('rows')
}

type RowWork = {
  readonly row: Row
  readonly where: string
  readonly columns: Columns
  readonly head: readonly string[]
  readonly life: Life
  readonly options: TimeOptions
  readonly before: Told | undefined
}

type Outcome = { proposal: Omit<Proposal, 'key'>; told: Told } | { reason: string }

function proposeRow(work: RowWork): Outcome {
  const { row, where, columns, life, options, before } = work
  const cell = (field: Field) => row.cells[columns.get(field) ?? -1]?.trim() ?? ''
  const label = cell('label')
  const text = cell('facts') || restOf(work) || label
  if (!/[\p{L}\p{N}]/u.test(text)) return { reason: 'It says nothing that happened.' }
  const dated = timeOfRow(cell('date'), cell('age'), life, options)
  if (dated && 'reason' in dated) return dated

  // A table says what happened by being one: what its cells say is not doubted, only read.
  const told = `${/[.!?…]$/u.test(text) ? text : `${text}.`}`
  const read = proposeMemory({ text: told, where, headings: [] }, life, options, before)
  const base = 'reason' in read ? plainMemory(told, where, before, life) : read
  if ('reason' in base) return base
  const { proposal } = base
  const tag = cell('tags')
  const notes = dated
    ? [...dated.notes, ...proposal.notes.filter((note) => !base.told.time.notes.includes(note))]
    : [...proposal.notes]
  const type = typeOf(cell('type'), notes)
  const strength = strengthOf(cell('strength'), notes)
  const entry = {
    ...proposal.entry,
    ...(dated ? { eventAt: toIso(dated.ms).slice(0, 10) } : {}),
    ...(label === '' ? {} : { eventLabel: clip(label, 500) }),
    facts: within(text),
    ...(cell('feelings') === '' ? {} : { feelings: within(cell('feelings')) }),
    ...(cell('interpretation') === '' ? {} : { interpretation: within(cell('interpretation')) }),
    ...(tag === '' ? {} : { emotionTags: tagsOf(tag) }),
    ...(type === undefined ? {} : { memoryType: type }),
    ...(strength === undefined ? {} : { memoryStrength: strength }),
  }
  const isSaid: Readonly<Record<string, boolean>> = {
    'It names no feeling.': cell('feelings') !== '',
    'It says nothing about what it came to mean.': cell('interpretation') !== '',
  }
  return {
    told: dated ? { time: dated, dateFrom: 'column' } : base.told,
    proposal: {
      ...proposal,
      entry,
      dateFrom: dated ? 'column' : proposal.dateFrom,
      quote: clip(row.cells.join(' · '), 300),
      notes: notes.filter(
        (note) => !isSaid[note] && !(type !== undefined && note.startsWith('Taken for ')),
      ),
    },
  }
}

/** A cell too short or too plain to be told an event by its words is one by its row. */
function plainMemory(text: string, where: string, before: Told | undefined, life: Life): Outcome {
  const read = proposeMemory(
    { text: `It happened that ${text}`, where, headings: [] },
    life,
    {},
    before,
  )
  if ('reason' in read) return read
  const eventLabel = clip(text.replace(/\.$/, ''), 80)
  return { ...read, proposal: { ...read.proposal, entry: { ...read.proposal.entry, eventLabel } } }
}

function timeOfRow(
  date: string,
  age: string,
  life: Life,
  options: TimeOptions,
): ResolvedTime | { reason: string } | undefined {
  const said = date !== '' ? date : /^\d{1,3}$/.test(age) ? `at age ${age}` : ''
  if (said === '') return undefined
  const [mention] = findTimes(said, options)
  const time = mention && resolveTime(mention, life)
  if (!time) return { reason: `“${clip(said, 60)}” is no date that can be read.` }
  if (isWithinLife(time, life)) return clampToLife(time, life)
  const day = toIso(time.ms).slice(0, 10)
  return time.ms > life.nowMs
    ? { reason: `It lies in the future (${day}).` }
    : { reason: `It was before ${life.firstName} was born (${day}).` }
}

/** Cells that no field takes, with their names. */
function restOf({ row, columns, head }: RowWork): string {
  const taken = new Set(columns.values())
  return row.cells
    .map((value, i) => ({ value: value.trim(), name: head[i]?.trim(), i }))
    .filter(({ value, i }) => value !== '' && !taken.has(i))
    .map(({ value, name }) => (name ? `${name}: ${value}` : value))
    .join('. ')
}

function isHead({ cells }: Row, rest: readonly Row[]): boolean {
  if (mapColumns(cells).size > 0 && cells.every((cell) => findTimes(cell).length === 0)) return true
  const isShort = cells.every((cell) => cell.trim().split(/\s+/).length <= MOST_WORDS_OF_A_NAME)
  const hasNoDate = cells.every((cell) => findTimes(cell).length === 0)
  const [next] = rest
  return (
    isShort &&
    hasNoDate &&
    next !== undefined &&
    next.cells.some((cell) => findTimes(cell).length > 0)
  )
}

/** Where no name tells: the column of dates, and of the others that with the longest texts. */
function completeColumns(named: Columns, data: readonly Row[]): Columns {
  const columns = new Map(named)
  const sample = data.slice(0, SAMPLE)
  const width = Math.max(0, ...sample.map(({ cells }) => cells.length))
  const free = () =>
    Array.from({ length: width }, (_, i) => i).filter((i) => ![...columns.values()].includes(i))
  const share = (i: number) =>
    sample.filter(({ cells }) => isDateCell(cells[i] ?? '')).length / Math.max(1, sample.length)
  if (!columns.has('date')) {
    const dates = free().find((i) => share(i) > 0.6)
    if (dates !== undefined) columns.set('date', dates)
  }
  if (!columns.has('facts') && (columns.size === 0 || !columns.has('label'))) {
    const length = (i: number) =>
      sample.reduce((sum, { cells }) => sum + (cells[i] ?? '').length, 0)
    const longest = free().toSorted((a, b) => length(b) - length(a) || a - b)[0]
    if (longest !== undefined && length(longest) > 0) columns.set('facts', longest)
  }
  return columns
}

function isDateCell(cell: string): boolean {
  const [time] = findTimes(cell)
  return time?.kind === 'date' && cell.trim().length <= 40
}

function optionsFor(data: readonly Row[], columns: Columns): TimeOptions {
  const column = columns.get('date')
  if (column === undefined) return {}
  const numbers = data
    .map(({ cells }) => /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{4}/.exec(cells[column] ?? ''))
    .filter((match) => match !== null)
  const dayFirst = numbers.some((match) => Number(match[1]) > 12)
  const monthFirst = numbers.some((match) => Number(match[2]) > 12)
  return { dayFirst: dayFirst === monthFirst ? undefined : dayFirst }
}

function typeOf(cell: string, notes: string[]): MemoryType | undefined {
  if (cell === '') return undefined
  const type = MemoryType.safeParse(cell.toLowerCase())
  // A revision needs an entry that it revises: a file has none.
  if (type.success && type.data !== 'revised') return type.data
  notes.push(`“${clip(cell, 40)}” is no type of memory: normal is taken.`)
  return 'normal'
}

function strengthOf(cell: string, notes: string[]): number | undefined {
  if (cell === '') return undefined
  const number = Number(cell.replace('%', '').replace(',', '.').trim())
  if (Number.isFinite(number) && number >= 0 && number <= 100) return number
  notes.push(`“${clip(cell, 40)}” is no strength from 0 to 100: it was guessed.`)
  return undefined
}

function tagsOf(cell: string): string[] {
  const tags = cell.split(/[;,|/]/).map((tag) => tag.trim().toLowerCase().slice(0, MAX_TAG))
  return [...new Set(tags.filter(Boolean))].slice(0, MAX_TAGS)
}

function within(text: string): string {
  return cutAt(text, MAX_FIELD)[0] ?? text
}
