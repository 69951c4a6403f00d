import type { Comparison, Evidence } from '../../../../shared/contract/evidence.ts'
import { resultRows } from '../../domain/evidence/result-rows.ts'
import type { RunRecord } from '../gather.ts'
import type { DataTable } from './data-table.ts'
import { codebookRows } from './interview-table.ts'

export type SheetCell = string | number | null
/** A sheet: the first row is its header. Plain data: it crosses to a worker as it is. */
export type Sheet = {
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
  /** In characters; absent: as wide as the columns of tables are. */
  readonly widths?: readonly number[]
}

/** The run as sheets: what it is, every estimate, what differs, the interviews, their codebook. */
export function workbookOf(record: RunRecord, evidence: Evidence, table: DataTable): Sheet[] {
  const about = table.about.rehearsal
  return [
    readMe(evidence, table),
    { name: 'Results', rows: labelled(toRows([...resultRows(evidence)]), about) },
    { name: 'Comparisons', rows: labelled(toRows([...comparisonRows(evidence)]), about) },
    {
      name: 'Interviews',
      rows: [
        table.variables.map(({ name }) => name),
        ...Array.from({ length: table.rows }, (_, row) =>
          table.columns.map((column) => column[row]!),
        ),
      ],
    },
    { name: 'Codebook', rows: labelled(toRows([...codebookRows(record)]), about) },
  ]
}

function readMe(evidence: Evidence, { about, rows }: DataTable): Sheet {
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
      ['Results', 'Every estimate with its 95 % interval, n and effective n. Shares are 0 to 1.'],
      ['Comparisons', 'Differences, b less a; those named before launch are primary (Holm).'],
      [
        'Interviews',
        'A row per interview; weight, cohort (stratum) and personaId (unit) with each.',
      ],
      ['Codebook', 'What each column of the interviews holds.'],
      ...warnings.map(({ message }) => ['Read this first', message]),
    ],
  }
}

function* comparisonRows({ questions }: Evidence) {
  for (const { questionId, text, comparisons } of questions)
    for (const comparison of comparisons) yield { questionId, question: text, ...flat(comparison) }
}

function flat({ by, a, b, measureLabel, isShare, difference, ...rest }: Comparison) {
  return {
    by,
    a: a.label,
    b: b.label,
    measure: measureLabel,
    scale: isShare ? 'share, 0 to 1' : 'units of the answer',
    difference: difference.estimate,
    standardError: difference.standardError,
    lower: difference.lower,
    upper: difference.upper,
    n: difference.n,
    effectiveN: difference.effectiveN,
    p: rest.p,
    pAdjusted: rest.pAdjusted,
    kind: rest.kind,
    verdict: rest.verdict,
    trueByConstruction: rest.trueByConstruction ? 'yes' : 'no',
    sentence: rest.sentence,
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
