import type { Margin, Population, PopulationBody } from '../../../../shared/contract/populations.ts'
import { marginName } from './margin-of.ts'

type NameOf = (cohortId: string) => string

/** What differs between two definitions of a population, a sentence each. */
export function definitionChanges(
  from: PopulationBody,
  to: PopulationBody,
  nameOf: NameOf,
): string[] {
  return [
    ...(from.name === to.name ? [] : [`Renamed from “${from.name}” to “${to.name}”.`]),
    ...cohortChanges(from, to, nameOf),
    ...marginChanges(from.margins, to.margins),
    ...trimChange(from.trim, to.trim),
  ]
}

function cohortChanges(from: PopulationBody, to: PopulationBody, nameOf: NameOf): string[] {
  const before = new Map(from.cohorts.map(({ cohortId, targetShare }) => [cohortId, targetShare]))
  const after = new Map(to.cohorts.map(({ cohortId, targetShare }) => [cohortId, targetShare]))
  const added = to.cohorts.filter(({ cohortId }) => !before.has(cohortId))
  const removed = from.cohorts.filter(({ cohortId }) => !after.has(cohortId))
  const moved = to.cohorts.filter(({ cohortId, targetShare }) => {
    const share = before.get(cohortId)
    return share !== undefined && Math.abs(share - targetShare) > 1e-9
  })
  return [
    ...added.map((one) => `${nameOf(one.cohortId)} was added with ${percent(one.targetShare)}.`),
    ...removed.map(({ cohortId }) => `${nameOf(cohortId)} was taken out.`),
    ...moved.map(
      ({ cohortId, targetShare }) =>
        `${nameOf(cohortId)} went from ${percent(before.get(cohortId)!)} to ${percent(targetShare)}.`,
    ),
  ]
}

function marginChanges(from: readonly Margin[], to: readonly Margin[]): string[] {
  const before = new Map(from.map((margin) => [marginName(margin), margin]))
  const after = new Map(to.map((margin) => [marginName(margin), margin]))
  return [
    ...[...after.keys()]
      .filter((name) => !before.has(name))
      .map((name) => `The margin ${name} was added.`),
    ...[...before.keys()]
      .filter((name) => !after.has(name))
      .map((name) => `The margin ${name} was taken out.`),
    ...[...after].flatMap(([name, margin]) => {
      const known = before.get(name)
      return known && JSON.stringify(known) !== JSON.stringify(margin)
        ? [`The targets of ${name} changed.`]
        : []
    }),
  ]
}

function trimChange(from: Population['trim'], to: Population['trim']): string[] {
  const say = (trim: Population['trim']) =>
    trim ? `between ${trim.lower} and ${trim.upper} times the mean` : 'without bounds'
  return say(from) === say(to) ? [] : [`Weights were ${say(from)} and are ${say(to)}.`]
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`
}
