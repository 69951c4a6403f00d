import fc from 'fast-check'
import { expect, it } from 'vitest'
import { armSize, planArms } from './arms.ts'
import { planTasks, type PlanMember } from './plan-tasks.ts'

const members = (sizes: readonly number[]) =>
  sizes.flatMap((size, c) =>
    Array.from({ length: size }, (_, i): PlanMember => {
      const unit = `person-${c}-${i}`
      return { personaId: `id of ${unit}`, unit, cohortId: `cohort-${c}` }
    }),
  )
const both = { noPersona: true, demographicsOnly: true }

it.each([
  [undefined, 8, 30],
  [undefined, 60, 60],
  [undefined, 5000, 100],
  [{ ...both, tasks: 200 }, 5000, 200],
  [both, 0, 0],
])('sizes an arm %j beside %i tasks as %i', (arms, perReplicate, size) => {
  expect(armSize(arms, perReplicate)).toBe(size)
})

it('keeps shares of cohorts and conditions to within a task, and every task’s key its own', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 })
  const plans = fc.record({
    conditions: fc.constantFrom<string[]>([], ['a', 'b']),
    design: fc.constantFrom('between', 'within'),
    replicates: fc.integer({ min: 1, max: 3 }),
    randomSeed: fc.nat(),
  })
  fc.assert(
    fc.property(sizes, plans, (of, shape) => {
      const people = members(of)
      const plan = { ...shape, arms: both }
      const own = planTasks(people, plan)
      const beside = planArms(own, people, plan)
      const size = armSize(both, own.length / plan.replicates)
      expect(beside).toHaveLength(2 * size)
      const keys = [...own, ...beside].map(({ unitKey }) => unitKey)
      expect(new Set(keys).size).toBe(keys.length)
      // Within personas whole personas come one after the other: there cells are only roughly kept.
      if (plan.design === 'within') return
      const cells = Map.groupBy(own, (task) => `${task.member.cohortId} ${task.condition}`)
      const replicates = Math.max(1, Math.ceil(size / (own.length / plan.replicates)))
      for (const [cell, tasks] of cells) {
        const inArm = beside.filter(
          ({ arm, member, condition }) =>
            arm === 'no-persona' && `${member.cohortId} ${condition}` === cell,
        )
        const due = (size * tasks.length) / own.length
        expect(Math.abs(inArm.length - due)).toBeLessThanOrEqual(replicates + 1)
      }
    }),
  )
})

it('changes nothing where none is wanted', () => {
  const people = members([10])
  const plan = { conditions: [], design: 'between', replicates: 1, randomSeed: 1 } as const
  expect(planArms(planTasks(people, plan), people, plan)).toEqual([])
})
