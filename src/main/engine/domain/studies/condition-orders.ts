/**
 * Orders of k conditions in which each comes in each place equally often and is preceded equally
 * often by every other one: the squares of Williams (1949), k orders for an even k, 2k for an odd.
 *
 * @param count  k, ≥ 0
 * @returns index lists, each a permutation of 0 … k−1
 */
export function williamsOrders(count: number): number[][] {
  if (count === 0) return []
  // 0, 1, k−1, 2, k−2 …: neighbours differ by every amount once.
  const first = Array.from({ length: count }, (_, i) =>
    i % 2 === 1 ? (i + 1) / 2 : (count - i / 2) % count,
  )
  const square = Array.from({ length: count }, (_, shift) =>
    first.map((index) => (index + shift) % count),
  )
  return count % 2 === 0 || count === 1
    ? square
    : [...square, ...square.map((order) => order.toReversed())]
}
