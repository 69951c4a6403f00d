import { expect, it } from 'vitest'
import { CriteriaTree } from '../../../../shared/contract/cohorts.ts'
import {
  addItem,
  countIncomplete,
  duplicateItem,
  isTyping,
  moveItem,
  replaceItem,
  toGroup,
  toTree,
  unwrapItem,
  wrapItem,
} from './criteria-group.ts'

const nurse = { field: 'baseOccupation', op: 'eq', value: 'Nurse' } as const
const adult = { field: 'age', op: 'gte', value: 25 } as const

it.each<{ name: string; tree: CriteriaTree }>([
  { name: 'everyone', tree: { all: [] } },
  { name: 'nested groups', tree: { all: [nurse, { any: [adult, { not: { any: [nurse] } }] }] } },
])('gives $name back unchanged', ({ tree }) => {
  expect(toTree(toGroup(tree))).toEqual(tree)
})

it('reads a single criterion and a bare not as groups of one', () => {
  expect(toGroup(nurse)).toEqual({ kind: 'all', items: [nurse] })
  expect(toTree(toGroup({ not: nurse }))).toEqual({ not: { any: [nurse] } })
})

it('leaves half-typed lines and empty groups out, so that what is sent always parses', () => {
  const group = addItem(
    addItem(toGroup({ all: [nurse] }), { field: 'attributes.', op: 'eq', value: 'x' }),
    { kind: 'any', items: [{ field: 'age', op: 'gte', value: undefined }] },
  )
  expect(toTree(group)).toEqual({ all: [nurse] })
  expect(CriteriaTree.safeParse(toTree(group)).success).toBe(true)
  expect(countIncomplete(group)).toBe(2)
})

it('replaces and removes by place', () => {
  const group = toGroup({ all: [nurse, adult] })
  expect(toTree(replaceItem(group, 0, adult))).toEqual({ all: [adult, adult] })
  expect(toTree(replaceItem(group, 1, null))).toEqual({ all: [nurse] })
})

it('moves, copies, wraps and unwraps by place', () => {
  const group = toGroup({ all: [nurse, adult] })
  expect(toTree(moveItem(group, 1, -1))).toEqual({ all: [adult, nurse] })
  expect(moveItem(group, 0, -1)).toBe(group)
  expect(toTree(duplicateItem(group, 0))).toEqual({ all: [nurse, nurse, adult] })
  const wrapped = wrapItem(group, 1)
  expect(toTree(wrapped)).toEqual({ all: [nurse, { any: [adult] }] })
  expect(unwrapItem(wrapped, 1)).toEqual(group)
})

it('tells typing from a change of what there is', () => {
  const group = toGroup({ all: [nurse, { any: [adult] }] })
  expect(isTyping(group, replaceItem(group, 0, { ...nurse, value: 'Nur' }))).toBe(true)
  expect(isTyping(group, replaceItem(group, 0, adult))).toBe(false)
  expect(isTyping(group, replaceItem(group, 1, null))).toBe(false)
  expect(isTyping(group, { ...group, kind: 'any' })).toBe(false)
})
