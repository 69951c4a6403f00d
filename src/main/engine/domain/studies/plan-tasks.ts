import { uniform } from '../random.ts'
import { williamsOrders } from './condition-orders.ts'

export type PlanMember<PersonaId extends string = string, CohortId extends string = string> = {
  readonly personaId: PersonaId
  /** Stable and unique within the plan: all draws hang on it. */
  readonly unit: string
  readonly cohortId: CohortId
}

export type TaskPlan = {
  /** Condition ids; empty: everybody gets the same. */
  readonly conditions: readonly string[]
  readonly design: 'between' | 'within'
  /** 1 … 20. */
  readonly replicates: number
  readonly randomSeed: number
}

export type PlannedTask<Member extends PlanMember> = {
  /** persona, condition, replicate: unique in the plan. */
  readonly unitKey: string
  readonly member: Member
  readonly condition: string | null
  /** 1-based. */
  readonly replicate: number
  /** Place, from 1, that the condition has for its persona; null unless each gets all of them. */
  readonly conditionOrder: number | null
}

/**
 * The tasks of a run in the order they are to be asked: replicate 1 of everybody first, and within
 * a replicate a seeded permutation blocked over cohort × condition, so that a run that stops early
 * has asked each cell in proportion to its size (to within one task). The order in which members
 * are given changes nothing.
 *
 * Within personas everybody gets every condition, one after the other, in an order of a Williams
 * (1949) square; the orders of a cohort are drawn, and differ in use by at most one persona. Between
 * personas each gets one, at random within the cohort; the conditions of a cohort differ by at most
 * one persona.
 */
export function planTasks<Member extends PlanMember>(
  members: readonly Member[],
  plan: TaskPlan,
): PlannedTask<Member>[] {
  const isWithin = plan.design === 'within' && plan.conditions.length > 0
  const units = isWithin ? [] : assignConditions(members, plan)
  return Array.from({ length: plan.replicates }, (_, i) => i + 1).flatMap((replicate) => {
    if (isWithin) return inOrders(members, plan, replicate)
    const tasks = units.map(({ member, condition }) => toTask(member, condition, replicate))
    return inBlocks(tasks, plan.randomSeed)
  })
}

type Assigned<Member> = { member: Member; condition: string | null }

function toTask<Member extends PlanMember>(
  member: Member,
  condition: string | null,
  replicate: number,
): PlannedTask<Member> {
  const unitKey = `${member.unit}|${condition ?? ''}|${replicate}`
  return { unitKey, member, condition, replicate, conditionOrder: null }
}

function assignConditions<Member extends PlanMember>(
  members: readonly Member[],
  { conditions, randomSeed }: TaskPlan,
): Assigned<Member>[] {
  if (conditions.length === 0) return members.map((member) => ({ member, condition: null }))
  return [...groupBy(members, ({ cohortId }) => cohortId).values()].flatMap((stratum) => {
    const order = inDrawnOrder(stratum, ({ unit }) => unit, randomSeed, 'assign')
    const start = drawnStart(order[0]!, conditions.length, randomSeed, 'assign from')
    return order.map((member, i) => ({
      member,
      condition: conditions[(start + i) % conditions.length]!,
    }))
  })
}

/**
 * The tasks of one replicate within personas: a persona at a time, so that a run that stops early
 * holds whole personas. The next replicate gives each the next order of the square.
 */
function inOrders<Member extends PlanMember>(
  members: readonly Member[],
  { conditions, randomSeed }: TaskPlan,
  replicate: number,
): PlannedTask<Member>[] {
  const orders = williamsOrders(conditions.length)
  return [...groupBy(members, ({ cohortId }) => cohortId).values()]
    .flatMap((stratum) => {
      const drawn = inDrawnOrder(stratum, ({ unit }) => unit, randomSeed, 'counterbalance')
      const start = drawnStart(drawn[0]!, orders.length, randomSeed, 'counterbalance from')
      const orderOf = new Map(
        drawn.map((it, i) => [it.unit, (start + i + replicate - 1) % orders.length]),
      )
      const keyOf = ({ unit }: Member) => `${unit}|${replicate}`
      return inDrawnOrder(stratum, keyOf, randomSeed, 'order').map((member, k) => ({
        member,
        order: orders[orderOf.get(member.unit)!]!,
        place: (k + uniform(randomSeed, 'place', keyOf(member))) / stratum.length,
      }))
    })
    .sort((a, b) => a.place - b.place || compare(a.member.unit, b.member.unit))
    .flatMap(({ member, order }) =>
      order.map((index, i) => ({
        ...toTask(member, conditions[index]!, replicate),
        conditionOrder: i + 1,
      })),
    )
}

// Whoever comes first also draws what the cohort's remainder begins with.
function drawnStart(first: PlanMember, count: number, randomSeed: number, purpose: string): number {
  return Math.floor(uniform(randomSeed, purpose, first.unit) * count)
}

// The k-th of a cell's n tasks comes at a random point of [k/n, (k+1)/n): cells of equal size form
// permuted blocks with one task of each, others stay in proportion.
function inBlocks<Member extends PlanMember>(
  tasks: readonly PlannedTask<Member>[],
  randomSeed: number,
): PlannedTask<Member>[] {
  const cells = groupBy(tasks, ({ member, condition }) => `${member.cohortId}|${condition ?? ''}`)
  return [...cells.values()]
    .flatMap((cell) =>
      inDrawnOrder(cell, ({ unitKey }) => unitKey, randomSeed, 'order').map((task, k) => ({
        task,
        place: (k + uniform(randomSeed, 'place', task.unitKey)) / cell.length,
      })),
    )
    .sort((a, b) => a.place - b.place || compare(a.task.unitKey, b.task.unitKey))
    .map(({ task }) => task)
}

function inDrawnOrder<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  randomSeed: number,
  purpose: string,
): T[] {
  return items
    .map((item) => ({ item, key: keyOf(item), draw: uniform(randomSeed, purpose, keyOf(item)) }))
    .sort((a, b) => a.draw - b.draw || compare(a.key, b.key))
    .map(({ item }) => item)
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

// By code units: the same on every machine, which a locale's order is not.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
