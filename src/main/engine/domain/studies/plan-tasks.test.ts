import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planTasks, type PlanMember, type TaskPlan } from './plan-tasks.ts'

const cohorts = fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 4 })
const members = cohorts.map((sizes) =>
  sizes.flatMap((size, c) =>
    Array.from({ length: size }, (_, i): PlanMember => {
      const unit = `person-${c}-${i}`
      return { personaId: `id of ${unit}`, unit, cohortId: `cohort-${c}` }
    }),
  ),
)
const plan: fc.Arbitrary<TaskPlan> = fc.record({
  conditions: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }),
  design: fc.constantFrom('between', 'within'),
  replicates: fc.integer({ min: 1, max: 4 }),
  randomSeed: fc.nat(),
})

const cellOf = (task: { member: PlanMember; condition: string | null }) =>
  `${task.member.cohortId} × ${task.condition}`

function count<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}

it('asks every unit exactly once', () => {
  fc.assert(
    fc.property(members, plan, (members, plan) => {
      const tasks = planTasks(members, plan)
      const perPersona =
        plan.replicates * (plan.design === 'within' ? Math.max(1, plan.conditions.length) : 1)
      expect(new Set(tasks.map(({ unitKey }) => unitKey)).size).toBe(tasks.length)
      expect(count(tasks, ({ member }) => member.unit)).toEqual(
        new Map(tasks.map(({ member }) => [member.unit, perPersona])),
      )
      expect(tasks).toHaveLength(members.length * perPersona)
    }),
  )
})

it('gives one persona the same condition in every replicate of a between design', () => {
  fc.assert(
    fc.property(members, plan, (members, plan) => {
      const tasks = planTasks(members, { ...plan, design: 'between' })
      const pairs = new Set(tasks.map(({ member, condition }) => `${member.unit} ${condition}`))
      expect(pairs.size).toBe(members.length)
    }),
  )
})

it('splits each cohort over the conditions to within one persona', () => {
  fc.assert(
    fc.property(members, plan, (members, plan) => {
      fc.pre(plan.conditions.length > 0)
      const tasks = planTasks(members, { ...plan, design: 'between', replicates: 1 })
      for (const cohort of new Set(members.map(({ cohortId }) => cohortId))) {
        const sizes = plan.conditions.map(
          (id) => tasks.filter((it) => it.member.cohortId === cohort && it.condition === id).length,
        )
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      }
    }),
  )
})

it('has asked any two cells in proportion to their sizes, to within a task, wherever it stops', () => {
  fc.assert(
    fc.property(members, plan, (members, plan) => {
      const tasks = planTasks(members, { ...plan, replicates: 1 })
      const sizes = count(tasks, cellOf)
      const asked = new Map([...sizes.keys()].map((cell) => [cell, 0]))
      for (const task of tasks) {
        asked.set(cellOf(task), asked.get(cellOf(task))! + 1)
        // A common time t exists with |asked − t·size| ≤ 1 in every cell.
        const low = [...sizes].map(([cell, size]) => (asked.get(cell)! - 1) / size)
        const high = [...sizes].map(([cell, size]) => (asked.get(cell)! + 1) / size)
        expect(Math.max(...low)).toBeLessThanOrEqual(Math.min(...high))
      }
    }),
  )
})

it('asks cells of equal size in blocks that hold each cell once', () => {
  const people = ['x', 'y'].flatMap((cohortId) =>
    Array.from({ length: 12 }, (_, i) => ({
      personaId: `${cohortId}${i}`,
      unit: `${cohortId}${i}`,
      cohortId,
    })),
  )
  const tasks = planTasks(people, {
    conditions: ['a', 'b'],
    design: 'between',
    replicates: 1,
    randomSeed: 7,
  })
  for (let i = 0; i < tasks.length; i += 4) {
    expect(new Set(tasks.slice(i, i + 4).map(cellOf)).size).toBe(4)
  }
})

it('asks replicate 1 of everybody before replicate 2 of anybody', () => {
  fc.assert(
    fc.property(members, plan, (members, plan) => {
      const replicates = planTasks(members, plan).map(({ replicate }) => replicate)
      expect(replicates).toEqual(replicates.toSorted((a, b) => a - b))
    }),
  )
})

it('is the same for the same seed, whatever the order of the members', () => {
  fc.assert(
    fc.property(members, plan, (members, plan) => {
      expect(planTasks(members.toReversed(), plan)).toEqual(planTasks(members, plan))
    }),
  )
})

it('differs between seeds in order and in who gets which condition', () => {
  const people = Array.from({ length: 40 }, (_, i) => ({
    personaId: `${i}`,
    unit: `${i}`,
    cohortId: 'c',
  }))
  const planned = (randomSeed: number) =>
    planTasks(people, { conditions: ['a', 'b'], design: 'between', replicates: 1, randomSeed }).map(
      ({ unitKey }) => unitKey,
    )
  expect(planned(1)).not.toEqual(planned(2))
  expect(planned(1).toSorted()).not.toEqual(planned(2).toSorted())
})

describe('within personas', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const within = fc.record({
    conditions: fc.integer({ min: 1, max: 5 }).map((count) => ids.slice(0, count)),
    design: fc.constant('within' as const),
    replicates: fc.integer({ min: 1, max: 3 }),
    randomSeed: fc.nat(),
  })

  it('asks every persona × condition × replicate once, a persona at a time, in the order noted', () => {
    fc.assert(
      fc.property(members, within, (members, plan) => {
        const k = plan.conditions.length
        const tasks = planTasks(members, plan)
        expect(new Set(tasks.map(({ unitKey }) => unitKey)).size).toBe(
          members.length * k * plan.replicates,
        )
        for (let i = 0; i < tasks.length; i += k) {
          const block = tasks.slice(i, i + k)
          expect(new Set(block.map(({ member }) => member.unit)).size).toBe(1)
          expect(block.map(({ conditionOrder }) => conditionOrder)).toEqual(
            block.map((_, place) => place + 1),
          )
        }
      }),
    )
  })

  it('uses the orders of a cohort equally often to within one persona', () => {
    fc.assert(
      fc.property(members, within, (members, plan) => {
        const tasks = planTasks(members, { ...plan, replicates: 1 })
        for (const cohort of new Set(members.map(({ cohortId }) => cohortId))) {
          const size = members.filter(({ cohortId }) => cohortId === cohort).length
          const orders = Map.groupBy(
            tasks.filter(({ member }) => member.cohortId === cohort),
            ({ member }) => member.unit,
          )
          const used = count(
            [...orders.values()].map((own) => own.map(({ condition }) => condition).join()),
            (order) => order,
          )
          const possible = plan.conditions.length
          const kinds = possible % 2 === 0 || possible === 1 ? possible : 2 * possible
          expect(used.size).toBe(Math.min(kinds, size))
          expect(Math.max(...used.values()) - Math.min(...used.values())).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('gives another order in the next replicate', () => {
    const people = [{ personaId: 'p', unit: 'p', cohortId: 'c' }]
    const tasks = planTasks(people, {
      conditions: ['a', 'b'],
      design: 'within',
      replicates: 2,
      randomSeed: 3,
    })
    const order = tasks.map(({ condition }) => condition)
    expect(order.slice(0, 2)).toEqual(order.slice(2).toReversed())
  })
})

it('notes no order where each persona gets one condition', () => {
  const people = [{ personaId: 'p', unit: 'p', cohortId: 'c' }]
  const plan = { conditions: ['a', 'b'], replicates: 1, randomSeed: 3 } as const
  const [task] = planTasks(people, { ...plan, design: 'between' })
  expect(task!.conditionOrder).toBeNull()
})
