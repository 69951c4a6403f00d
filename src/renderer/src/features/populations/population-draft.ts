import { z } from 'zod'
import type { Margin, Population, PopulationBody } from '../../../../shared/contract/populations.ts'

/** A population as it is edited: shares in percent, to a tenth, always 100 together. */
export const PopulationEdit = z.object({
  name: z.string(),
  cohorts: z.array(z.object({ cohortId: z.string(), percent: z.number() })),
  // Not as strict as what is sent: what is being typed need not be right yet.
  margins: z.array(
    z.object({
      fields: z.array(z.string()),
      bands: z.array(z.number()).optional(),
      targets: z.array(z.object({ category: z.string(), share: z.number() })),
    }),
  ),
  trim: z.object({ lower: z.number(), upper: z.number() }).nullable(),
})
export type PopulationEdit = z.infer<typeof PopulationEdit>

export const emptyEdit: PopulationEdit = { name: '', cohorts: [], margins: [], trim: null }
/** Bounds to begin with: what surveys commonly take. */
export const usualTrim = { lower: 0.2, upper: 5 }

export function toEdit({
  name,
  cohorts,
  margins,
  trim,
}: PopulationBody | Population): PopulationEdit {
  const percents = to100(cohorts.map(({ targetShare }) => targetShare))
  return {
    name,
    cohorts: cohorts.map(({ cohortId }, i) => ({ cohortId, percent: percents[i] ?? 0 })),
    margins,
    trim: trim ?? null,
  }
}

/** What the preview and the gaps take; undefined while there is no cohort. */
export function toDraftBody({ cohorts, margins, trim }: PopulationEdit) {
  if (cohorts.length === 0) return undefined
  return {
    cohorts: cohorts.map(({ cohortId, percent }) => ({ cohortId, targetShare: percent / 100 })),
    margins,
    ...(trim ? { trim } : {}),
  }
}

/** Adds a cohort with an equal part; what the others had shrinks in proportion. */
export function withCohort(edit: PopulationEdit, cohortId: string): PopulationEdit {
  const count = edit.cohorts.length
  const shares = [...edit.cohorts.map(({ percent }) => percent), 100 / Math.max(1, count)]
  return withShares({ ...edit, cohorts: [...edit.cohorts, { cohortId, percent: 0 }] }, shares)
}

export function withoutCohort(edit: PopulationEdit, cohortId: string): PopulationEdit {
  const cohorts = edit.cohorts.filter((cohort) => cohort.cohortId !== cohortId)
  return withShares(
    { ...edit, cohorts },
    cohorts.map(({ percent }) => percent),
  )
}

/** Sets one share; the others keep their proportions within what is left. */
export function withPercent(edit: PopulationEdit, index: number, percent: number): PopulationEdit {
  const wanted = Math.min(100, Math.max(0, percent))
  const others = edit.cohorts.filter((_, i) => i !== index)
  const rest = to100(
    others.map((one) => one.percent),
    100 - wanted,
  )
  if (others.length === 0) return withShares(edit, [100])
  const cohorts = edit.cohorts.map((cohort, i) => {
    const place = i > index ? i - 1 : i
    return { ...cohort, percent: i === index ? tidy(wanted) : (rest[place] ?? 0) }
  })
  return { ...edit, cohorts }
}

/** Moves a cohort up or down: a persona in two counts in the first. */
export function withMoved(edit: PopulationEdit, index: number, by: -1 | 1): PopulationEdit {
  const cohorts = [...edit.cohorts]
  const [moved] = cohorts.splice(index, 1)
  if (!moved) return edit
  cohorts.splice(Math.max(0, index + by), 0, moved)
  return { ...edit, cohorts }
}

export function withShares(edit: PopulationEdit, shares: readonly number[]): PopulationEdit {
  const percents = to100(shares)
  return {
    ...edit,
    cohorts: edit.cohorts.map((cohort, i) => ({ ...cohort, percent: percents[i] ?? 0 })),
  }
}

/** Margins that are pasted replace those about the same variables. */
export function withMargins(edit: PopulationEdit, pasted: readonly Margin[]): PopulationEdit {
  const key = ({ fields }: Margin) => fields.join(' × ')
  const fresh = new Map(pasted.map((margin) => [key(margin), margin]))
  const kept = edit.margins.map((margin) => {
    const replacement = fresh.get(key(margin))
    fresh.delete(key(margin))
    return replacement ?? margin
  })
  return { ...edit, margins: [...kept, ...fresh.values()] }
}

/** Parts of a whole in proportion, to a tenth, by largest remainder: they sum to the whole exactly. */
export function to100(parts: readonly number[], whole = 100): number[] {
  const sum = parts.reduce((total, part) => total + part, 0)
  const tenths = Math.round(whole * 10)
  const exact = parts.map((part) => (sum > 0 ? part / sum : 1 / parts.length) * tenths)
  const given = exact.map(Math.floor)
  let rest = tenths - given.reduce((total, part) => total + part, 0)
  const order = exact
    .map((part, i) => ({ i, remainder: part - Math.floor(part) }))
    .toSorted((a, b) => b.remainder - a.remainder)
  for (const { i } of order) {
    if (rest <= 0) break
    given[i]! += 1
    rest -= 1
  }
  return given.map((part) => part / 10)
}

const tidy = (percent: number) => Math.round(percent * 10) / 10
