import { describe, expect, it } from 'vitest'
import { williamsOrders } from './condition-orders.ts'

describe.each([1, 2, 3, 4, 5, 6, 7, 8, 13, 20])('Williams orders of %i conditions', (k) => {
  const orders = williamsOrders(k)

  it('are k, or 2k for an odd number', () => {
    expect(orders).toHaveLength(k % 2 === 0 || k === 1 ? k : 2 * k)
  })
  it('hold every condition once', () => {
    for (const order of orders) expect(order.toSorted((a, b) => a - b)).toEqual([...order.keys()])
  })
  it('put every condition in every place equally often', () => {
    const counts = new Map<string, number>()
    for (const order of orders)
      order.forEach((index, place) => count(counts, `${index} at ${place}`))
    expect(counts.size).toBe(k * k)
    expect(new Set(counts.values())).toEqual(new Set([orders.length / k]))
  })
  it('let every condition follow every other equally often', () => {
    const counts = new Map<string, number>()
    for (const order of orders)
      order.slice(1).forEach((index, i) => count(counts, `${index} after ${order[i]}`))
    expect(counts.size).toBe(k * (k - 1))
    expect(new Set(counts.values()).size).toBe(k === 1 ? 0 : 1)
  })
})

it('has no orders of nothing', () => expect(williamsOrders(0)).toEqual([]))

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
