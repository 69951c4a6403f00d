import type { CategoryVariable, Fault, Variable } from './variables.ts'

const MAX_LEVELS = 30

/** A column of a model and what its coefficient is of. */
export type ModelColumn = {
  readonly name: string
  readonly label: string
  /** Name and label of the predictor; null for the intercept. */
  readonly term: { readonly name: string; readonly label: string } | null
  /** The category, and the one it is set against; null for numbers. */
  readonly category: {
    readonly label: string
    readonly reference: string
    /** Rows of the domain in the reference: shape [rows]. */
    readonly referenceRows: Uint8Array
  } | null
  /** What a coefficient is per; 1 for categories. */
  readonly per: number
  readonly unit: string | null
  readonly values: Float64Array
  /** Rows it rests on: those of the category, else all of the domain. Shape [rows]. */
  readonly rows: Uint8Array
}

/** The intercept, then the columns of each predictor in turn. */
export function modelColumns(
  variables: readonly Variable[],
  domain: Uint8Array,
): ModelColumn[] | Fault {
  const columns: ModelColumn[] = [
    {
      name: '(intercept)',
      label: 'Intercept',
      term: null,
      category: null,
      per: 1,
      unit: null,
      values: new Float64Array(domain.length).fill(1),
      rows: domain,
    },
  ]
  for (const [index, variable] of variables.entries()) {
    const found =
      variable.kind === 'number'
        ? [numberColumn(variable, domain)]
        : categoryColumns(variable, domain)
    if (!Array.isArray(found)) return { ...found, path: ['predictors', index, ...found.path] }
    columns.push(...found)
  }
  return columns
}

function numberColumn(
  { name, label, values, per, unit }: Extract<Variable, { kind: 'number' }>,
  domain: Uint8Array,
): ModelColumn {
  return {
    name,
    label: per === 1 ? label : `${label}, per ${per}`,
    term: { name, label },
    category: null,
    per,
    unit,
    values: values.map((value) => value / per),
    rows: domain,
  }
}

/** An indicator of each category met in the domain but the reference. */
function categoryColumns(variable: CategoryVariable, domain: Uint8Array): ModelColumn[] | Fault {
  const { name, label, levels, levelOf, reference: wanted } = variable
  const counts = new Int32Array(levels.length)
  domain.forEach((inside, row) => inside && (counts[levelOf[row]!]! += 1))
  const met = [...counts.keys()].filter((level) => counts[level]! > 0)
  if (met.length > MAX_LEVELS)
    return {
      path: [],
      message: `has ${met.length} categories; at most ${MAX_LEVELS} can be compared`,
    }
  const reference =
    wanted === undefined
      ? defaultReference(variable, met, counts)
      : met.find((level) => levels[level]!.value === wanted || levels[level]!.label === wanted)
  if (reference === undefined) {
    const known = met.map((level) => `"${levels[level]!.label}"`).join(', ')
    return { path: ['reference'], message: `is none of the categories with answers: ${known}` }
  }
  const rowsOf = (level: number) =>
    domain.map((inside, row) => (inside && levelOf[row] === level ? 1 : 0))
  const referenceRows = rowsOf(reference)
  return met
    .filter((level) => level !== reference)
    .map((level) => {
      const rows = rowsOf(level)
      return {
        name: `${name}: ${levels[level]!.value}`,
        label: `${label}: ${levels[level]!.label}`,
        term: { name, label },
        category: {
          label: levels[level]!.label,
          reference: levels[reference]!.label,
          referenceRows,
        },
        per: 1,
        unit: null,
        values: Float64Array.from(rows),
        rows,
      }
    })
}

function defaultReference(
  { defaultsTo }: CategoryVariable,
  met: readonly number[],
  counts: Int32Array,
): number {
  if (defaultsTo === 'first') return met[0]!
  return met.reduce((best, level) => (counts[level]! > counts[best]! ? level : best))
}
