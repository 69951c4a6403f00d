/**
 * The rows with the highest scores, best first, equal ones in their own order.
 *
 * @param rows   ascending
 * @param above  a score must exceed it
 */
export function bestRows(
  rows: Uint32Array,
  scores: Float32Array,
  limit: number,
  above: number,
): number[] {
  // A min-heap of the best so far: its root is the first to go.
  const heap: number[] = []
  const isWorse = (a: number, b: number) =>
    scores[a]! < scores[b]! || (scores[a] === scores[b] && a > b)
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!
    if (!(scores[row]! > above)) continue
    if (heap.length < limit) {
      heap.push(row)
      rise(heap, isWorse)
    } else if (limit > 0 && isWorse(heap[0]!, row)) {
      heap[0] = row
      sink(heap, isWorse)
    }
  }
  return heap.sort((a, b) => (isWorse(a, b) ? 1 : -1))
}

function rise(heap: number[], isWorse: (a: number, b: number) => boolean): void {
  let at = heap.length - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!isWorse(heap[at]!, heap[parent]!)) return
    ;[heap[at], heap[parent]] = [heap[parent]!, heap[at]!]
    at = parent
  }
}

function sink(heap: number[], isWorse: (a: number, b: number) => boolean): void {
  let at = 0
  for (;;) {
    let least = 2 * at + 1
    if (least >= heap.length) return
    if (least + 1 < heap.length && isWorse(heap[least + 1]!, heap[least]!)) least += 1
    if (!isWorse(heap[least]!, heap[at]!)) return
    ;[heap[at], heap[least]] = [heap[least]!, heap[at]!]
    at = least
  }
}
