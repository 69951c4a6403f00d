import type { CohortBody, CriteriaTree } from '../../../../shared/contract/cohorts.ts'
import { canonicalJson } from '../canonical-json.ts'
import { clauseOf, sentence } from '../criteria/sentence.ts'

/** What differs between two definitions of a cohort, a sentence each. */
export function definitionChanges(from: CohortBody, to: CohortBody): string[] {
  return [
    ...(from.name === to.name ? [] : [`Renamed from “${from.name}” to “${to.name}”.`]),
    ...criteriaChanges(from.criteria, to.criteria),
    ...pickedChanges(from.additions, to.additions, 'added by hand'),
    ...pickedChanges(from.exclusions, to.exclusions, 'taken out by hand'),
  ]
}

function criteriaChanges(from: CriteriaTree, to: CriteriaTree): string[] {
  if (canonicalJson(from) === canonicalJson(to)) return []
  const [before, after] = [partsOf(from), partsOf(to)]
  if (before === undefined || after === undefined) return whole(from, to)
  const [gone, come] = [missingFrom(after, before), missingFrom(before, after)]
  // Only the order: the same people by the same words.
  if (gone.length + come.length === 0) return ['The criteria stand in another order.']
  const [taken] = gone
  const [added] = come
  if (taken && added && gone.length === 1 && come.length === 1)
    return [`“${clauseOf(taken)}” became “${clauseOf(added)}”.`]
  return [
    ...come.map((part) => `The criterion “${clauseOf(part)}” was added.`),
    ...gone.map((part) => `The criterion “${clauseOf(part)}” was taken out.`),
  ]
}

/** Criteria that must all hold; undefined for what is no such list. */
function partsOf(tree: CriteriaTree): readonly CriteriaTree[] | undefined {
  if ('all' in tree) return tree.all
  return 'field' in tree ? [tree] : undefined
}

/** Those of `parts` that `others` lacks; one that is there twice must be there twice. */
function missingFrom(
  others: readonly CriteriaTree[],
  parts: readonly CriteriaTree[],
): CriteriaTree[] {
  const left = others.map(canonicalJson)
  return parts.filter((part) => {
    const at = left.indexOf(canonicalJson(part))
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
}

function whole(from: CriteriaTree, to: CriteriaTree): string[] {
  return [`The criteria went from “${sentence(from)}” to “${sentence(to)}”.`]
}

function pickedChanges(from: readonly string[], to: readonly string[], how: string): string[] {
  const [before, after] = [new Set(from), new Set(to)]
  const come = to.filter((id) => !before.has(id)).length
  const gone = from.filter((id) => !after.has(id)).length
  return [
    ...(come > 0 ? [`${people(come)} more ${come === 1 ? 'was' : 'were'} ${how}.`] : []),
    ...(gone > 0 ? [`${people(gone)} ${gone === 1 ? 'is' : 'are'} no longer ${how}.`] : []),
  ]
}

function people(n: number): string {
  return n === 1 ? 'One person' : `${n} people`
}
