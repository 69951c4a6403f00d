import { z } from 'zod'
import { Criterion, type CriteriaTree } from '../../../../shared/contract/cohorts.ts'

/** The tree as people edit it: `none` is “not any”, and half-typed lines are allowed. */
export type CriteriaGroup = { kind: 'all' | 'any' | 'none'; items: CriteriaItem[] }
export type CriterionDraft = { field: string; op: Criterion['op']; value?: Criterion['value'] }
export type CriteriaItem = CriterionDraft | CriteriaGroup

/** As drafts are kept in the page's storage. */
export const CriteriaGroup: z.ZodType<CriteriaGroup> = z.object({
  kind: z.enum(['all', 'any', 'none']),
  get items() {
    return z.array(
      z.union([
        CriteriaGroup,
        z.object({ field: z.string(), op: Criterion.shape.op, value: Criterion.shape.value }),
      ]),
    )
  },
})

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

/** Whether only what is in the lines differs: then it is typing, and one step of undo. */
export function isTyping(before: CriteriaGroup, after: CriteriaGroup): boolean {
  return (
    before.kind === after.kind &&
    before.items.length === after.items.length &&
    before.items.every((item, i) => {
      const other = after.items[i]!
      if (isGroup(item)) return isGroup(other) && isTyping(item, other)
      return !isGroup(other) && item.field === other.field
    })
  )
}

/** The item a place up or down; at the ends it stays. */
export function moveItem(group: CriteriaGroup, index: number, by: -1 | 1): CriteriaGroup {
  const to = index + by
  const [moved, other] = [group.items[index], group.items[to]]
  if (!moved || !other) return group
  const items = group.items.map((item, place) =>
    place === index ? other : place === to ? moved : item,
  )
  return { ...group, items }
}

/** A copy right after the item. */
export function duplicateItem(group: CriteriaGroup, index: number): CriteriaGroup {
  const copied = group.items[index]
  return copied ? { ...group, items: group.items.toSpliced(index + 1, 0, copied) } : group
}

/** The item in a group of its own, to be combined in another way. */
export function wrapItem(group: CriteriaGroup, index: number): CriteriaGroup {
  const item = group.items[index]
  return item ? replaceItem(group, index, { kind: 'any', items: [item] }) : group
}

/** What a nested group held, in its place. */
export function unwrapItem(group: CriteriaGroup, index: number): CriteriaGroup {
  const item = group.items[index]
  if (!item || !isGroup(item)) return group
  return { ...group, items: group.items.toSpliced(index, 1, ...item.items) }
}

export function addItem(group: CriteriaGroup, item: CriteriaItem): CriteriaGroup {
  return { ...group, items: [...group.items, item] }
}
