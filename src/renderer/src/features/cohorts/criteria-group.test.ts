import { expect, it } from 'vitest'
import { CriteriaTree } from '../../../../shared/contract/cohorts.ts'
import { addItem, countIncomplete, replaceItem, toGroup, toTree } from './criteria-group.ts'

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
