import type {
  PreviewSurveyRequest,
  SurveyColumn,
  SurveyColumnChoice,
  SurveyItem,
  SurveyPreview,
} from '../../../shared/contract/human-surveys.ts'
import { missingAmong } from '../domain/surveys/value-text.ts'
import { proposeColumns } from '../domain/surveys/propose-roles.ts'
import { SurveyFault } from '../domain/surveys/column-data.ts'
import { readSurvey } from '../domain/surveys/read-survey.ts'
import { sharesOf, type SurveyData } from '../domain/surveys/survey-data.ts'
import { effectiveSampleSize } from '../domain/weighting/kish.ts'
import { answerOnce } from '../workers/answer-once.ts'
import { packBytes, packTexts } from './pack.ts'
import { linesOfTable, type SurveyTable } from './survey-lines.ts'

export type SurveyWork = Pick<PreviewSurveyRequest, 'text' | 'layout' | 'base' | 'columns'>

/** Packed as the tables hold it. */
export type PackedSurvey = {
  readonly weights: Uint8Array
  readonly persons: Uint8Array | null
  /** One per item of the preview. */
  readonly codes: readonly Uint8Array[]
}
export type SurveyWorkResult =
  | { readonly fault: string }
  /** `packed` is null where the preview has a problem. */
  | { readonly preview: SurveyPreview; readonly packed: PackedSurvey | null }

const BAD_LINES_SHOWN = 100
const SAMPLE_ROWS = 8

answerOnce<SurveyWork, SurveyWorkResult>((work) => {
  try {
    return read(work)
  } catch (error) {
    if (error instanceof SurveyFault) return { fault: error.message }
    throw error
  }
})

function read({ text, layout: wanted, base, columns: chosen }: SurveyWork): SurveyWorkResult {
  const table = linesOfTable(text)
  const proposed = proposeColumns(
    table.header.map((name, at) => ({ name, cells: table.lines.map(({ cells }) => cells[at]!) })),
    wanted,
  )
  const columns = proposed.columns.map((column, at) =>
    asChosen(column, { chosen, text: table.texts[at]! }),
  )
  const strange = chosen.find(({ name }) => !table.header.includes(name))
  if (strange) throw new SurveyFault(`The file has no column “${strange.name}”.`)
  const choices = columns.map(({ choice }) => choice)
  const how = { layout: proposed.layout, choices, base: base ?? null, separator: table.separator }
  const found = attempt(() => readSurvey(table.header, table.lines, how))
  const shown = { layout: proposed.layout, columns: columns.map(({ column }) => column) }
  if ('problem' in found)
    return { preview: { ...unread(table), ...shown, problem: found.problem }, packed: null }
  const { data, fromShares, badLines, notes } = found
  const bad = [...table.badLines, ...badLines].toSorted((a, b) => a.line - b.line)
  const [worst] = bad
  // The same people answer several questions: the one that most were asked tells how many they are.
  const people =
    data.layout === 'counts'
      ? Math.max(0, ...data.items.map(({ asked }) => asked ?? 0))
      : data.weights.length
  const preview: SurveyPreview = {
    ...shown,
    problem:
      data.weights.length > 0 ? null : `No row can be read: line ${worst?.line} ${worst?.message}.`,
    items: data.items.map((item) => describeItem(data, item)),
    rows: data.weights.length,
    people,
    effectiveN: data.layout === 'counts' ? people : effectiveSampleSize(data.weights),
    weighted: data.weighted,
    fromShares,
    badLines: bad.slice(0, BAD_LINES_SHOWN),
    badCount: bad.length,
    notes: [...table.notes, ...notes, ...layoutNotes(data)],
    sample: sampleOf(table),
  }
  const packed = {
    weights: packBytes(data.weights),
    persons: data.persons && packTexts(data.persons),
    codes: data.items.map(({ codes }) => packBytes(codes)),
  }
  return { preview, packed: preview.problem === null ? packed : null }
}

/** What is wrong with the choices is told beside the columns, so that others can be made. */
function attempt<T extends object>(read: () => T): T | { problem: string } {
  try {
    return read()
  } catch (error) {
    if (error instanceof SurveyFault) return { problem: error.message }
    throw error
  }
}

function unread(table: SurveyTable) {
  const { badLines } = table
  return {
    items: [],
    rows: 0,
    people: 0,
    effectiveN: 0,
    weighted: false,
    fromShares: false,
    badLines: badLines.slice(0, BAD_LINES_SHOWN),
    badCount: badLines.length,
    notes: [...table.notes],
    sample: sampleOf(table),
  }
}

/** The column as the client wants it read, or as proposed. */
function asChosen(
  column: SurveyColumn,
  { chosen, text }: { chosen: readonly SurveyColumnChoice[]; text: string },
): { column: SurveyColumn; choice: SurveyColumnChoice } {
  const own = chosen.find(({ name }) => name === column.name)
  const said = text === '' ? {} : { text }
  if (!own)
    return {
      column,
      choice: withMissing(column, { ...said, name: column.name, role: column.role }),
    }
  const choice = withMissing(column, { ...said, ...own })
  return {
    column: { ...column, role: own.role, reason: '', missing: choice.missing ?? [] },
    choice,
  }
}

function withMissing(column: SurveyColumn, choice: SurveyColumnChoice): SurveyColumnChoice {
  if (choice.missing !== undefined || choice.role === 'ignore') return choice
  const missing =
    column.missing.length > 0
      ? column.missing
      : missingAmong(column.values.map(({ value }) => value))
  return { ...choice, missing }
}

function describeItem(data: SurveyData, item: SurveyData['items'][number]): SurveyItem {
  const { weighted, counts, n, effectiveN, missing } = sharesOf(data, item)
  const sum = weighted.reduce((a, b) => a + b, 0)
  return {
    id: item.id,
    kind: item.kind,
    text: item.text,
    ordered: item.ordered,
    values: item.values.map((value, k) => ({
      value,
      label: item.labels[k]!,
      count: counts[k]!,
      share: sum > 0 ? weighted[k]! / sum : 0,
    })),
    n,
    effectiveN,
    missing: item.asked === undefined ? missing : item.asked - n,
    usedFor: [...item.usedFor],
  }
}

function layoutNotes({ layout, weighted, persons }: SurveyData): string[] {
  if (layout === 'counts')
    return ['Counts cannot show how answers to two questions go together: no correlations.']
  return [
    ...(weighted ? [] : ['No column is a weight: everybody counts the same.']),
    ...(persons ? [] : ['No column names the people: they cannot be paired with twins.']),
  ]
}

function sampleOf({ header, lines }: SurveyTable): string[][] {
  return [header, ...lines.slice(0, SAMPLE_ROWS).map(({ cells }) => cells)].map((row) => [...row])
}
