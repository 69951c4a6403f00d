/** Step-down adjusted p values (Holm 1979), in the order given. */
export function holm(p: readonly number[]): number[] {
  const order = [...p.keys()].toSorted((a, b) => p[a]! - p[b]!)
  const adjusted = new Array<number>(p.length)
  let running = 0
  order.forEach((index, rank) => {
    running = Math.max(running, Math.min(1, (p.length - rank) * p[index]!))
    adjusted[index] = running
  })
  return adjusted
}
