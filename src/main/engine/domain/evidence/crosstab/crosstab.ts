import type {
  Crosstab,
  CrosstabCell,
  CrosstabQuery,
  CrosstabShow,
} from '../../../../../shared/contract/crosstab.ts'
import { splitVariable } from '../../../../../shared/contract/task-conditions.ts'
import { countRows, kishEffectiveN, type SurveyDesign } from '../../statistics/design.ts'
import { differenceOfMeans } from '../../statistics/difference.ts'
import { meanEstimate } from '../../statistics/mean.ts'
import { pairedDifference } from '../../statistics/paired.ts'
import { quantileEstimate } from '../../statistics/quantile.ts'
import { shareEstimate } from '../../statistics/share.ts'
import { hasTooFew, toEstimate } from '../estimates.ts'
import { CAVEAT } from '../caveat.ts'
import { designOf } from '../design-of.ts'
import type { EvidenceInput } from '../evidence-input.ts'
import { restatesFields } from '../restates.ts'
import type { Category, Classification } from './classification.ts'
import { letterOf, lettersOf, MAX_LETTERED_COLUMNS, type Pair } from './column-letters.ts'
import { rowSpecs, showsOf, type RowSpec } from './crosstab-rows.ts'
import { testOfTable } from './table-test.ts'

export type CrosstabParts = {
  readonly query: CrosstabQuery
  readonly rows: Classification
  /** Crossed already where two variables make the columns. */
  readonly columns: Classification
  readonly outer: Classification
  readonly nested: Classification | null
}

const FLUID =
  'The themes can still be changed: nothing is tested, for they could be fitted to the differences. Freeze them on the page of themes first.'

type Table = {
  readonly design: SurveyDesign
  readonly show: CrosstabShow
  readonly columns: Classification
  /** Rows of the design that the table is about: shape [rows]. */
  readonly base: Uint8Array
  /** Columns hold the same personas: they are compared with themselves. */
  readonly paired: boolean
}

/**
 * A table of one variable by one or two others, every cell a domain of the survey design. Pure.
 * R: `svyby` of `svyciprop` or `svymean`, `svychisq`, `svyttest` of pairs of columns.
 */
export function computeCrosstab(input: EvidenceInput, parts: CrosstabParts): Crosstab {
  const { rows, columns, outer, nested, query } = parts
  const shows = showsOf(rows)
  const show = query.show ?? shows[0]!
  const base = both(rows.known, columns.known)
  const innermost = nested ?? outer
  const table: Table = {
    design: designOf(input),
    show,
    columns,
    base,
    paired: input.withinPersonas && innermost.variable === 'condition',
  }
  const specs = rowSpecs(input, rows, show)
  const provisional = input.run.status !== 'succeeded'
  const isFluid = (rows.isFluid ?? false) || (columns.isFluid ?? false)
  const lettersNote = isFluid ? FLUID : whyNoLetters(table, provisional)
  const pairs = lettersNote === null ? specs.flatMap((spec, row) => pairsOf(table, spec, row)) : []
  const { letters, tested } = lettersOf(pairs, specs.length, columns.categories.length)
  return {
    run: input.run,
    rowVariable: variableOf(rows),
    columnVariable: variableOf(outer),
    nestedVariable: nested && variableOf(nested),
    show,
    shows,
    unit: rows.question?.type === 'numeric' ? (rows.question.unit ?? null) : null,
    base: {
      n: countRows(base),
      effectiveN: kishEffectiveN(table.design, base),
      where: [...rows.knownWhere, ...columns.knownWhere],
    },
    leftOut: countRows(rows.known) - countRows(base),
    columns: columns.categories.map((category, index) => columnOf(table, rows, category, index)),
    rows: specs.map((spec, row) => ({
      ...described(table, spec),
      total: show === 'row' ? null : totalOf(table, spec),
      cells: columns.categories.map((category, column) =>
        cellOf(table, spec, category, letters[row]![column]!),
      ),
    })),
    columnsOverlap: !columns.isExclusive,
    ...(isFluid ? { test: null, testNote: FLUID } : testOfTable({ ...table, rows }, provisional)),
    comparisons: tested,
    lettersNote,
    kind: isNamed(input, parts) ? 'primary' : 'exploratory',
    trueByConstruction: restates(rows, columns),
    provisional,
    rehearsal: input.run.rehearsal,
    caveat: CAVEAT,
    method: methodOf(table, {
      hasLetters: lettersNote === null,
      hasQuantiles: specs.some(({ kind }) => kind === 'quantile'),
    }),
  }
}

function variableOf({ variable, label, question }: Classification) {
  return { variable, label, questionId: question?.id ?? null }
}

function columnOf(
  { design, base }: Table,
  rows: Classification,
  { value, label, parent, rows: inside, where }: Category,
  index: number,
) {
  const domain = both(base, inside)
  return {
    value,
    label,
    parent,
    letter: letterOf(index),
    n: countRows(domain),
    effectiveN: kishEffectiveN(design, domain),
    where: [...rows.knownWhere, ...where],
  }
}

function described({ base }: Table, spec: RowSpec) {
  const { value, label, kind, group, measure, isShare, where } = spec
  const inside = spec.kind === 'share' ? Uint8Array.from(spec.values) : spec.known
  return {
    value,
    label,
    kind,
    group,
    measure,
    isShare,
    where: [...where],
    n: countRows(both(inside, base)),
  }
}

/** A share of a column, a row or all, or a mean of a column: each by the domain it is of. */
function cellOf(
  { design, base, show }: Table,
  spec: RowSpec,
  { rows: inColumn }: Category,
  letters: string[],
): CrosstabCell {
  const domain = both(base, inColumn)
  if (spec.kind !== 'share') return numberCell(design, spec, domain, letters)
  const inRow = Uint8Array.from(spec.values)
  const inCell = both(domain, inRow)
  const [indicator, of] =
    show === 'row'
      ? [inColumn, both(base, inRow)]
      : show === 'total'
        ? [both(inColumn, inRow), base]
        : [inRow, domain]
  return {
    estimate: toEstimate(shareEstimate(design, indicator, of)),
    count: countRows(inCell),
    letters,
  }
}

function totalOf({ design, base }: Table, spec: RowSpec): CrosstabCell {
  if (spec.kind !== 'share') return numberCell(design, spec, base, [])
  const inRow = Uint8Array.from(spec.values)
  return {
    estimate: toEstimate(shareEstimate(design, inRow, base)),
    count: countRows(both(base, inRow)),
    letters: [],
  }
}

function numberCell(
  design: SurveyDesign,
  { values, known, probability }: RowSpec,
  within: Uint8Array,
  letters: string[],
): CrosstabCell {
  const domain = both(within, known)
  const estimate = toEstimate(
    probability === undefined
      ? meanEstimate(design, values, domain)
      : quantileEstimate(design, values, domain, probability),
  )
  return { estimate, count: estimate.n, letters }
}

/** Siblings, two by two: columns under one head, compared on one row. */
function pairsOf(table: Table, spec: RowSpec, row: number): Pair[] {
  // The mean of the same numbers is compared.
  if (spec.kind === 'quantile') return []
  const { design, columns, base, paired } = table
  const { categories } = columns
  const domains = categories.map(({ rows }) => both(both(base, rows), spec.known))
  const differ = paired ? pairedDifference : differenceOfMeans
  return categories.flatMap((one, a) =>
    categories.flatMap((other, b): Pair[] => {
      if (b <= a || one.parent?.value !== other.parent?.value) return []
      const [inA, inB] = [domains[a]!, domains[b]!]
      if (hasTooFew(design, inA) || hasTooFew(design, inB)) return []
      const { estimate, p } = differ(design, spec.values, inA, inB)
      return [{ row, a, b, difference: estimate, p }]
    }),
  )
}

function whyNoLetters({ show, columns: { categories } }: Table, provisional: boolean) {
  if (show === 'row' || show === 'total') return 'Letters compare columns: show column shares.'
  if (provisional) return 'The run is not finished: nothing is tested.'
  const siblings = Map.groupBy(categories, ({ parent }) => parent?.value).values()
  if (siblings.some((group) => group.length > MAX_LETTERED_COLUMNS))
    return `More than ${MAX_LETTERED_COLUMNS} columns beside each other are not compared in pairs.`
  return null
}

/** Named before launch: this question by these columns, and by nothing else. */
function isNamed({ comparisons }: EvidenceInput, { rows, outer, nested }: CrosstabParts): boolean {
  const { kind, name } = splitVariable(outer.variable)
  const by = kind === 'field' ? name : kind
  return (
    nested === null &&
    comparisons.some((named) => named.questionId === rows.question?.id && named.by === by)
  )
}

function restates(rows: Classification, columns: Classification): boolean {
  if (rows.question) return restatesFields(rows.question, columns.fields)
  return rows.fields.some((field) => columns.fields.includes(field))
}

function methodOf(
  { paired }: Table,
  { hasLetters, hasQuantiles }: { hasLetters: boolean; hasQuantiles: boolean },
): string {
  const quantiles = hasQuantiles ? ', quantiles with Woodruff’s' : ''
  const shares = `Shares are weighted, with Korn–Graubard intervals; means with Taylor-linearised ones${quantiles}; personas are the sampling units, cohorts the strata, every cell a domain of that design.`
  if (!hasLetters) return shares
  const pairs = paired ? 'paired differences within personas' : 'design-based t-tests'
  return `${shares} A letter: higher than the column that it names, by ${pairs}, p < 0.05 after Holm’s correction over all pairs of the table.`
}

function both(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((inside, row) => inside & b[row]!)
}
