import type { CriteriaTree, Criterion } from '../../../../shared/contract/cohorts.ts'

/** The tree as people edit it: `none` is “not any”, and half-typed lines are allowed. */
export type CriteriaGroup = { kind: 'all' | 'any' | 'none'; items: CriteriaItem[] }
export type CriterionDraft = { field: string; op: Criterion['op']; value: Criterion['value'] }
export type CriteriaItem = CriterionDraft | CriteriaGroup

export const emptyGroup: CriteriaGroup = { kind: 'all', items: [] }
export const emptyCriterion: CriterionDraft = { field: 'age', op: 'gte', value: undefined }

export const isGroup = (item: CriteriaItem): item is CriteriaGroup => 'items' in item

export function toGroup(tree: CriteriaTree): CriteriaGroup {
  const item = toItem(tree)
  return isGroup(item) ? item : { kind: 'all', items: [item] }
}

function toItem(tree: CriteriaTree): CriteriaItem {
  if ('all' in tree) return { kind: 'all', items: tree.all.map(toItem) }
  if ('any' in tree) return { kind: 'any', items: tree.any.map(toItem) }
  if ('not' in tree) {
    const inner = tree.not
    return { kind: 'none', items: 'any' in inner ? inner.any.map(toItem) : [toItem(inner)] }
  }
  return { field: tree.field, op: tree.op, value: tree.value }
}

/** What can be sent: half-typed lines and empty groups are left out. */
export function toTree(group: CriteriaGroup): CriteriaTree {
  return toBranch(group) ?? { all: [] }
}

function toBranch(group: CriteriaGroup): CriteriaTree | null {
  const children = group.items
    .map((item) => (isGroup(item) ? toBranch(item) : toCriterion(item)))
    .filter((child) => child !== null)
  if (children.length === 0) return null
  if (group.kind === 'all') return { all: children }
  return group.kind === 'any' ? { any: children } : { not: { any: children } }
}

function toCriterion({ field, op, value }: CriterionDraft): Criterion | null {
  if (!isComplete({ field, op, value })) return null
  return op === 'exists' ? { field, op } : { field, op, value }
}

function isComplete({ field, op, value }: CriterionDraft): boolean {
  if (/^(attributes|knowledge)\.$/.test(field)) return false
  if (op === 'exists') return true
  if (Array.isArray(value)) return value.length > 0
  return value !== undefined && value !== ''
}

/** How many lines are still half-typed. */
export function countIncomplete(group: CriteriaGroup): number {
  return group.items.reduce(
    (sum, item) => sum + (isGroup(item) ? countIncomplete(item) : isComplete(item) ? 0 : 1),
    0,
  )
}

export function replaceItem(
  group: CriteriaGroup,
  index: number,
  item: CriteriaItem | null,
): CriteriaGroup {
  const items =
    item === null
      ? group.items.filter((_, place) => place !== index)
      : group.items.map((before, place) => (place === index ? item : before))
  return { ...group, items }
}

export function addItem(group: CriteriaGroup, item: CriteriaItem): CriteriaGroup {
  return { ...group, items: [...group.items, item] }
}
