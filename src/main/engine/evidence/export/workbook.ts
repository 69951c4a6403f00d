import type { Evidence } from '../../../../shared/contract/evidence.ts'
import { resultRows } from '../../domain/evidence/result-rows.ts'
import { interviewTable, type DataTable } from './data-table.ts'
import {
  associationRows,
  choiceRows,
  comparisonRows,
  priceRows,
  quoteRows,
  themeRows,
} from './finding-rows.ts'
import type { ExportSource } from './export-source.ts'
import { codebookRows } from './interview-table.ts'

export type SheetCell = string | number | null
/** A sheet: the first row is its header. Plain data: it crosses to a worker as it is. */
export type Sheet = {
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
  /** In characters; absent: as wide as the columns of tables are. */
  readonly widths?: readonly number[]
}

type Found = {
  readonly name: string
  /** What it holds, for the first sheet. */
  readonly about: string
  readonly rows: readonly Readonly<Record<string, SheetCell>>[]
}

/**
 * The run as sheets: what it is, every estimate, what differs, what goes together, themes with quotes,
 * models of choices and prices, the interviews, their codebook. A sheet that would be empty is not there.
 */
export async function workbookOf(source: ExportSource): Promise<Sheet[]> {
  const { record, about, codings } = source
  const evidence = source.evidence!
  const table = await interviewTable(record, about, codings)
  const codebook = [...codebookRows(record, codings)]
  const found = findings(evidence, source).filter(({ rows }) => rows.length > 0)
  return [
    readMe(evidence, table, found),
    ...found.map(({ name, rows }) => ({ name, rows: labelled(toRows(rows), about.rehearsal) })),
    {
      name: 'Interviews',
      rows: [
        table.variables.map(({ name }) => name),
        ...Array.from({ length: table.rows }, (_, row) =>
          table.columns.map((column) => column[row]!),
        ),
      ],
    },
    { name: 'Codebook', rows: labelled(toRows(codebook), about.rehearsal) },
  ]
}

function findings(evidence: Evidence, { codings }: ExportSource): Found[] {
  return [
    {
      name: 'Results',
      about: 'Every estimate with its 95 % interval, n and effective n. Shares are 0 to 1.',
      rows: [...resultRows(evidence)],
    },
    {
      name: 'Comparisons',
      about: 'Differences, b less a; those named before launch are primary (Holm).',
      rows: [...comparisonRows(evidence)],
    },
    {
      name: 'Associations',
      about: 'Whether answers go together with groups: tests of Rao & Scott as an F.',
      rows: [...associationRows(evidence)],
    },
    {
      name: 'Themes',
      about: 'What open answers are about: shares of everyone and of each group.',
      rows: [...themeRows(evidence, codings)],
    },
    {
      name: 'Quotes',
      about: 'Typical and dissenting answers of each theme.',
      rows: [...quoteRows(evidence, codings)],
    },
    {
      name: 'Choice models',
      about: 'Utilities from rankings, best–worst sets and offers: log odds against the average.',
      rows: [...choiceRows(evidence)],
    },
    {
      name: 'Prices',
      about: 'Who accepts each price, and what it earns per person asked.',
      rows: [...priceRows(evidence)],
    },
  ]
}

function readMe(
  evidence: Evidence,
  { about, rows }: DataTable,
  found: readonly Pick<Found, 'name' | 'about'>[],
): Sheet {
  const { run, headline, warnings, caveat } = evidence
  return {
    name: 'Read me',
    widths: [26, 110],
    rows: [
      ['Study', about.study],
      ...(about.rehearsal === null ? [] : [['Rehearsal', about.rehearsal]]),
      ...(about.provisional
        ? [['Provisional', 'The run is not finished: no p values are given.']]
        : []),
      ['Answer', headline],
      ['What an interval says', caveat],
      ['Run', `${about.run} of ${about.runs}`],
      ['Interviews', rows],
      ['Tasks done', `${run.tasks.succeeded} of ${run.tasks.total}`],
      ['Model', about.model],
      ['Finished', run.finishedAt ?? 'not finished'],
      ['Manifest', about.manifestHash],
      ['Written by', `Persona Workbench ${about.engineVersion}`],
      ...found.map((sheet) => [sheet.name, sheet.about]),
      [
        'Interviews',
        'A row per interview; weight, cohort (stratum) and personaId (unit) with each.',
      ],
      ['Codebook', 'What each column of the interviews holds.'],
      ...warnings.map(({ message }) => ['Read this first', message]),
    ],
  }
}

function toRows(objects: readonly Readonly<Record<string, SheetCell>>[]): SheetCell[][] {
  const names = Object.keys(objects[0] ?? { none: null })
  return [names, ...objects.map((row) => names.map((name) => row[name] ?? null))]
}

/** The rehearsal label in every row: a copied row keeps it. */
function labelled(rows: SheetCell[][], label: string | null): SheetCell[][] {
  if (label === null) return rows
  return rows.map((row, i) => [...row, i === 0 ? 'label' : label])
}
