/** Step-down adjusted p values (Holm 1979), in the order given. NaN is not a test: it stays NaN. */
export function holm(p: readonly number[]): number[] {
  const order = p
    .keys()
    .filter((index) => !Number.isNaN(p[index]!))
    .toArray()
    .toSorted((a, b) => p[a]! - p[b]!)
  const adjusted = new Array<number>(p.length).fill(Number.NaN)
  let running = 0
  order.forEach((index, rank) => {
    running = Math.max(running, Math.min(1, (order.length - rank) * p[index]!))
    adjusted[index] = running
  })
  return adjusted
}
