import type { CriteriaTree } from '../../../../shared/contract/cohorts.ts'
import type { Margin } from '../../../../shared/contract/populations.ts'
import { seed31 } from '../random.ts'
import { keeps, limitsOf, overlap, type FieldLimit, type Limits } from './criteria-limits.ts'
import { CROSS, plainCategory } from './margin-of.ts'
import { bandLabel, boundsOf, readBandOrNumber, type Band } from './table-bands.ts'

/** What POST /cohorts/generate takes. */
export type GenerateRequest = {
  name: string
  count: number
  where?: Record<string, string | number | boolean>
  margins?: Margin[]
  joint?: { fields: string[]; cells: { categories: string[]; share: number }[] }[]
  randomSeed: number
}
export type GapCohort = {
  readonly name: string
  readonly targetShare: number
  readonly criteria: CriteriaTree
}
export type WantedGap = {
  /** Fixed by the gap: index into `margins` and the category. */
  readonly parts: readonly { readonly margin: number; readonly category: string }[]
  /** Index into `cohorts` where the gap is in one of them. */
  readonly cohort: number | undefined
  readonly missing: number
}
/** One field of the people to be: a category of `share`, and the numbers it stands for. */
type Option = { category: string; band: Band | undefined; share: number }

/**
 * Requests for the people a gap lacks: one per cohort that can hold them, in proportion to their
 * targets. Fixed is what the gap fixes and what the cohort's criteria ask for; every other margin
 * is met within that.
 */
export function gapRequests(
  margins: readonly Margin[],
  cohorts: readonly GapCohort[],
  gap: WantedGap,
): { requests: GenerateRequest[]; reason?: string } {
  const wanted = cohorts
    .map((cohort, index) => ({ cohort, index, limits: limitsOf(cohort.criteria) }))
    .filter(({ index }) => gap.cohort === undefined || gap.cohort === index)
  const readable = wanted.filter(({ limits }) => limits !== undefined)
  const possible = readable.flatMap(({ cohort, limits }) => {
    const people = peopleOf(margins, limits!, gap)
    return people ? [{ cohort, people }] : []
  })
  if (possible.length === 0)
    return {
      requests: [],
      reason:
        readable.length < wanted.length
          ? `The criteria of ${wanted.map(({ cohort }) => cohort.name).join(' and ')} are more than single values and ranges. Generate a cohort by hand.`
          : `No cohort takes such people: their criteria rule them out.`,
    }
  const total = possible.reduce((sum, { cohort }) => sum + cohort.targetShare, 0)
  const label = gap.parts.map(({ category }) => category).join(CROSS)
  const counts = apportion(
    gap.missing,
    possible.map(({ cohort }) => (total > 0 ? cohort.targetShare / total : 1 / possible.length)),
  )
  const requests = possible.map(({ cohort, people }, i) => {
    const name = [label, cohort.name].filter(Boolean).join(' for ')
    const count = counts[i]!
    return { name: name.slice(0, 200), count, ...people, randomSeed: seed31('gap', name, count) }
  })
  return { requests: requests.filter(({ count }) => count > 0) }
}

/** Fixed values and distributions of the people; undefined where there can be none. */
function peopleOf(margins: readonly Margin[], limits: Limits, { parts }: WantedGap) {
  const fixed = new Map<string, string>()
  for (const { margin, category } of parts) {
    const { fields } = margins[margin]!
    splitNames(category, fields.length).forEach((part, f) => fixed.set(fields[f]!, part))
  }
  const where: NonNullable<GenerateRequest['where']> = {}
  const single: Margin[] = []
  const joint: NonNullable<GenerateRequest['joint']> = []
  const settled = new Set<string>()
  // The largest crossing first: what it says about a variable, a smaller margin need not say again.
  const ordered = margins.toSorted((a, b) => b.fields.length - a.fields.length)
  for (const margin of ordered) {
    const open = margin.fields.filter((field) => !settled.has(field) && !fixed.has(field))
    if (open.length === 0) continue
    const cells = cellsWithin(margin, { fixed, limits })
    if (cells.length === 0) return undefined
    if (open.length === 1) {
      if (!put(open[0]!, optionsOf(margin, open[0]!, cells), { limits, where, single }))
        return undefined
    } else joint.push(toJoint(margin, open, cells))
    for (const field of open) settled.add(field)
  }
  for (const [field, category] of fixed) {
    const option = { category, band: readBandOrNumber(category), share: 1 }
    const isBanded = margins.some(({ fields, bands }) => bands && fields.includes(field))
    const fitting = isBanded ? option : { ...option, band: undefined }
    if (!put(field, [fitting], { limits, where, single })) return undefined
    settled.add(field)
  }
  for (const [field, limit] of limits)
    if (!settled.has(field) && !put(field, ofLimit(limit), { limits, where, single }))
      return undefined
  return {
    ...(Object.keys(where).length > 0 ? { where } : {}),
    ...(single.length > 0 ? { margins: single } : {}),
    ...(joint.length > 0 ? { joint } : {}),
  }
}

type Cell = { parts: readonly string[]; share: number }

/** A margin's cells that agree with what is fixed and with the criteria. */
function cellsWithin(
  { fields, bands, targets }: Margin,
  { fixed, limits }: { fixed: ReadonlyMap<string, string>; limits: Limits },
): Cell[] {
  return targets
    .map(({ category, share }) => ({ parts: splitNames(category, fields.length), share }))
    .filter(({ parts, share }) => {
      if (share === 0) return false
      return fields.every((field, f) => {
        const wanted = fixed.get(field)
        if (wanted !== undefined && plainCategory(wanted) !== plainCategory(parts[f]!)) return false
        const limit = limits.get(field)
        return !limit || narrow(toOption(parts[f]!, share, bands), limit) !== undefined
      })
    })
}

function optionsOf({ fields, bands }: Margin, field: string, cells: readonly Cell[]): Option[] {
  const at = fields.indexOf(field)
  const shares = new Map<string, number>()
  for (const { parts, share } of cells)
    shares.set(parts[at]!, (shares.get(parts[at]!) ?? 0) + share)
  return [...shares].map(([category, share]) => toOption(category, share, bands))
}

function toOption(category: string, share: number, bands: readonly number[] | undefined): Option {
  return { category, share, band: bands ? readBandOrNumber(category) : undefined }
}

function ofLimit(limit: FieldLimit): Option[] {
  if ('band' in limit) return [{ category: '', band: limit.band, share: 1 }]
  return limit.values.map((value) => ({
    category: String(value),
    band: undefined,
    share: 1 / limit.values.length,
  }))
}

type Place = { limits: Limits; where: Record<string, string | number | boolean>; single: Margin[] }

/** Adds one field's distribution; false where the criteria leave nothing of it. */
function put(field: string, options: readonly Option[], { limits, where, single }: Place): boolean {
  const limit = limits.get(field)
  const left = options.flatMap((option) => (limit ? (narrow(option, limit) ?? []) : option))
  const [first] = left
  if (!first) return false
  if (left.length === 1 && !first.band) {
    where[field] = typedValue(first.category, limit)
    return true
  }
  const sum = left.reduce((total, { share }) => total + share, 0)
  const bands = left.every(({ band }) => band) ? boundsOf(left.map(({ band }) => band!)) : undefined
  single.push({
    fields: [field],
    ...(bands ? { bands } : {}),
    targets: left.map(({ category, band, share }) => ({
      category: (bands && bandLabel(band!, bands)) ?? category,
      share: share / sum,
    })),
  })
  return true
}

/** An option within a limit, a band cut to it; undefined where nothing is left. */
function narrow(option: Option, limit: FieldLimit): Option | undefined {
  if (!option.band) return keeps(limit, option.category) ? option : undefined
  if ('values' in limit) {
    const inside = limit.values.filter((value) => keeps({ band: option.band! }, value))
    const [from, to] = [Math.min(...inside.map(Number)), Math.max(...inside.map(Number)) + 1]
    return inside.length === 0 ? undefined : { ...option, band: { from, to } }
  }
  const band = overlap(option.band, limit.band)
  return band.to > band.from ? { ...option, band } : undefined
}

function toJoint({ fields }: Margin, open: readonly string[], cells: readonly Cell[]) {
  const sum = cells.reduce((total, { share }) => total + share, 0)
  const at = open.map((field) => fields.indexOf(field))
  return {
    fields: [...open],
    cells: cells.map(({ parts, share }) => ({
      categories: at.map((place) => parts[place]!),
      share: share / sum,
    })),
  }
}

/** As the criteria write it, where they name it: 1 and "1" are different values of an attribute. */
function typedValue(category: string, limit: FieldLimit | undefined): string | number | boolean {
  const named =
    limit && 'values' in limit
      ? limit.values.find((value) => plainCategory(String(value)) === plainCategory(category))
      : undefined
  return named ?? category
}

/** Parts of a crossing's category as they are written. */
function splitNames(category: string, fields: number): string[] {
  if (fields === 1) return [category]
  return category.split(/\s*[×*]\s*/)
}

/** Whole numbers in proportion to shares, by largest remainder. */
function apportion(total: number, shares: readonly number[]): number[] {
  const exact = shares.map((share) => share * total)
  const counts = exact.map(Math.floor)
  let rest = total - counts.reduce((sum, count) => sum + count, 0)
  const order = exact
    .map((value, i) => ({ i, remainder: value - counts[i]! }))
    .toSorted((a, b) => b.remainder - a.remainder)
  for (const { i } of order) {
    if (rest <= 0) break
    counts[i]! += 1
    rest -= 1
  }
  return counts
}
