import type { CohortGenerationBody } from '../../../../../shared/contract/cohort-generation.ts'
import type { ErrorDetail } from '../../../../../shared/contract/errors.ts'
import { bandLabels } from '../../criteria/bands.ts'
import { CROSS, marginName, plainCategory } from '../../weighting/margin-of.ts'

/** Wanted shares of the combinations of some fields; they sum to 1. */
export type Table = {
  /** "age × gender". */
  readonly name: string
  readonly fields: readonly string[]
  readonly bands: readonly number[] | undefined
  readonly cells: readonly { readonly categories: readonly string[]; readonly share: number }[]
}

/** Shares typed from a publication: rounded, so seldom exactly 1. */
const SUM_TOLERANCE = 0.011
const givable =
  /^(?:age|location|baseOccupation|gender|education|income|household|language|attributes\..+)$/
const required = new Set(['age', 'location', 'baseOccupation'])
export const UNKNOWN_CATEGORY = 'unknown'

/**
 * The distributions of a request as tables, rescaled to sum to 1, or what is wrong with them, each
 * with its path.
 */
export function readTables(
  body: Pick<CohortGenerationBody, 'where' | 'margins' | 'joint'>,
): { readonly tables: Table[] } | { readonly faults: ErrorDetail[] } {
  const read = [
    ...body.margins.map(({ fields, bands, targets }, i) => ({
      path: `margins.${i}`,
      fields,
      bands,
      cells: targets.map(({ category, share }) => ({
        categories: fields.length === 1 ? [category.trim()] : splitCross(category),
        share,
      })),
    })),
    ...body.joint.map(({ fields, bands, cells }, i) => ({
      path: `joint.${i}`,
      fields,
      bands,
      cells: cells.map(({ categories, share }) => ({
        categories: categories.map((category) => category.trim()),
        share,
      })),
    })),
  ]
  const faults = [
    ...Object.keys(body.where ?? {}).flatMap((field) => fieldFault(field, `where.${field}`)),
    ...read.flatMap((table) => faultsOf(table, body.where ?? {})),
  ]
  if (faults.length > 0) return { faults }
  return {
    tables: read.map(({ fields, bands, cells }) => {
      const sum = cells.reduce((all, { share }) => all + share, 0)
      return {
        name: marginName({ fields }),
        fields,
        bands,
        cells: cells.map(({ categories, share }) => ({
          categories: categories.map((category, i) => asLabel(category, fields[i]!, bands)),
          share: share / sum,
        })),
      }
    }),
  }
}

type RawTable = Omit<Table, 'name'> & { readonly path: string }

function faultsOf(
  { path, fields, bands, cells }: RawTable,
  where: Readonly<Record<string, unknown>>,
): ErrorDetail[] {
  const faults = fields.flatMap((field) => [
    ...fieldFault(field, `${path}.fields`),
    ...(field in where
      ? [
          {
            path: `${path}.fields`,
            message: `"${field}" is already the same for everybody in where`,
          },
        ]
      : []),
  ])
  const sum = cells.reduce((all, { share }) => all + share, 0)
  if (Math.abs(sum - 1) > SUM_TOLERANCE)
    faults.push({ path, message: `the shares make ${Number(sum.toFixed(4))}, not 1` })
  const seen = new Set<string>()
  for (const { categories } of cells) {
    const named = categories.join(CROSS)
    if (categories.length !== fields.length)
      faults.push({ path, message: `"${named}" must name ${fields.length} categories` })
    else
      faults.push(
        ...categories.flatMap((category, i) =>
          categoryFault(category, fields[i]!, { path, bands }),
        ),
      )
    const key = categories.map(plainCategory).join(CROSS)
    if (seen.has(key)) faults.push({ path, message: `"${named}" is there twice` })
    seen.add(key)
  }
  return faults
}

function fieldFault(field: string, path: string): ErrorDetail[] {
  if (givable.test(field)) return []
  return [{ path, message: `"${field}" cannot be given: it is drawn to fit the rest` }]
}

function categoryFault(
  category: string,
  field: string,
  { path, bands }: { path: string; bands: readonly number[] | undefined },
): ErrorDetail[] {
  if (category === UNKNOWN_CATEGORY)
    return required.has(field) ? [{ path, message: `"${field}" cannot be unknown` }] : []
  if (field !== 'age') return []
  if (bands && !bandLabels(bands).some((label) => plainCategory(label) === plainCategory(category)))
    return [{ path, message: `"${category}" is not one of ${bandLabels(bands).join(', ')}` }]
  return ageRange(category)
    ? []
    : [{ path, message: `"${category}" is not an age or a band of ages` }]
}

/** The band as it is written everywhere, where it is one. */
function asLabel(category: string, field: string, bands: readonly number[] | undefined): string {
  if (field !== 'age' || !bands) return category
  return (
    bandLabels(bands).find((label) => plainCategory(label) === plainCategory(category)) ?? category
  )
}

function splitCross(category: string): string[] {
  return category.split(/\s*[×*]\s*/).map((part) => part.trim())
}

/** "34", "25–45", "55+" and "under 18" in whole years, both ends included. */
export function ageRange(category: string | number): readonly [number, number] | undefined {
  const text = plainCategory(String(category))
  const [, low, high] = /^(\d{1,3})-(\d{1,3})$/.exec(text) ?? []
  const [, from] = /^(\d{1,3})\+$/.exec(text) ?? []
  const [, under] = /^under (\d{1,3})$/.exec(text) ?? []
  const range: readonly [number, number] | undefined =
    low !== undefined
      ? [Number(low), Number(high)]
      : from !== undefined
        ? [Number(from), Math.max(Number(from), OLDEST)]
        : under !== undefined
          ? [Math.min(ADULT, Number(under) - 1), Number(under) - 1]
          : /^\d{1,3}$/.test(text)
            ? [Number(text), Number(text)]
            : undefined
  return range && range[0] <= range[1] && range[0] >= 0 && range[1] <= 120 ? range : undefined
}

/** Ends of what is left open: adults, and an age that many reach. */
export const ADULT = 18
export const OLDEST = 85
