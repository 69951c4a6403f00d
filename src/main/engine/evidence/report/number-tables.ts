import type {
  DomainEstimates,
  Estimate,
  QuestionEvidence,
} from '../../../../shared/contract/evidence.ts'
import { measurePanels } from '../../../../shared/measure-panels.ts'
import { modelEstimates } from '../../../../shared/model-estimates.ts'
import { decimal, percent } from '../../domain/evidence/words.ts'
import type { OpenCoding } from '../export/open-codings.ts'
import { groupsOf } from './groups.ts'
import type { Table } from './report-document.ts'
import { shareIn } from './theme-picture.ts'

/** Groups beside everyone that a page is wide enough for. */
const GROUPS_PER_TABLE = 4

type Row = {
  readonly name: string
  /** @param group  0 everyone, then the groups in their order */
  readonly cell: (estimates: DomainEstimates, group: number) => string
}

/** The numbers behind the pictures of a question: everyone, then a few groups to a table. */
export function numberTables(
  question: QuestionEvidence,
  number: number,
  coding: OpenCoding | undefined,
): Table[] {
  const rows = question.type === 'open' ? themeRows(coding) : rowsOf(question)
  if (rows.length === 0) return []
  const [everyone, ...groups] = groupsOf(question).map((group, at) => ({ ...group, at }))
  const parts = Array.from(
    { length: Math.max(1, Math.ceil(groups.length / GROUPS_PER_TABLE)) },
    (_, i) => groups.slice(i * GROUPS_PER_TABLE, (i + 1) * GROUPS_PER_TABLE),
  )
  return parts.map((part, i) => {
    const shown = [everyone!, ...part]
    const which = parts.length === 1 ? `${number}` : `${number}.${i + 1}`
    return {
      kind: 'table',
      caption: `Table ${which}. ${question.text} Estimate [95 % interval].`,
      head: ['', ...shown.map(({ label }) => label)],
      rows: rows.map(({ name, cell }) => [
        name,
        ...shown.map(({ estimates, at }) => cell(estimates, at)),
      ]),
    }
  })
}

function themeRows(coding: OpenCoding | undefined): Row[] {
  if (!coding || coding.details.length === 0) return []
  return [
    ...coding.details.map((theme) => ({
      name: theme.label,
      cell: (_: DomainEstimates, group: number) => cell(shareIn(theme, group), percent),
    })),
    ...SIZES,
  ]
}

/** How many are behind the numbers above. */
const SIZES: readonly Row[] = [
  { name: 'n', cell: ({ n }) => String(n) },
  { name: 'effective n', cell: ({ effectiveN }) => String(Math.round(effectiveN)) },
]

function rowsOf(question: QuestionEvidence): Row[] {
  const { overall, unit } = question
  const inUnit = (name: string) => (unit === null ? name : `${name} (${unit})`)
  return [
    ...(overall.shares ?? []).map(({ label }, i) => ({
      name: label,
      cell: ({ shares }: DomainEstimates) => cell(shares?.[i]?.share, percent),
    })),
    ...(overall.mean
      ? [{ name: inUnit('mean'), cell: ({ mean }: DomainEstimates) => cell(mean, decimal) }]
      : []),
    ...(overall.median
      ? [{ name: inUnit('median'), cell: ({ median }: DomainEstimates) => cell(median, decimal) }]
      : []),
    ...(overall.quartiles
      ? (['lower', 'upper'] as const).map((end) => ({
          name: inUnit(`${end} quartile`),
          cell: ({ quartiles }: DomainEstimates) => cell(quartiles?.[end], decimal),
        }))
      : []),
    ...measureRows(question),
    ...modelRows(overall),
    ...SIZES,
  ]
}

export function cell(estimate: Estimate | undefined, format: (value: number) => string): string {
  if (!estimate || estimate.estimate === null) return '–'
  const { lower, upper, cautious } = estimate
  // A number does not part from its sign at the end of a line.
  const number = format(estimate.estimate).replace(' %', '\u00a0%')
  const bare = (value: number) => format(value).replace(' %', '')
  const range = (from: number, to: number) => `[${bare(from)}; ${bare(to)}]`
  if (lower === null || upper === null) return number
  const wider = cautious ? `, cautious ${range(cautious.lower, cautious.upper)}` : ''
  return `${number} ${range(lower, upper)}${wider}`
}

function modelRows(overall: DomainEstimates): Row[] {
  return modelEstimates(overall).map(({ what }) => ({
    name: what,
    cell: (estimates) =>
      cell(modelEstimates(estimates).find((one) => one.what === what)?.value, decimal),
  }))
}

function measureRows(question: QuestionEvidence): Row[] {
  const of = ({ measures = [] }: DomainEstimates, name: string) =>
    measures.find((measure) => measure.name === name)
  return measurePanels(question).flatMap(({ heading, isShare, names }) =>
    names.map((name) => {
      const label = of(question.overall, name)!.label
      return {
        name: heading === null ? label : `${heading}: ${label}`,
        cell: (estimates: DomainEstimates) =>
          cell(of(estimates, name)?.estimate, isShare ? percent : decimal),
      }
    }),
  )
}
