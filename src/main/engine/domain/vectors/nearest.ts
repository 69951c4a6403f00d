/** Dot product: the cosine of two unit-length vectors of the same length. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

/**
 * The `k` items whose vectors are most like `query`, best first; equal ones in the order of `key`.
 *
 * @param query  unit length, as the items' vectors are
 */
export function nearest<T extends { readonly vector: Float32Array }>(
  items: readonly T[],
  query: Float32Array,
  k: number,
  key: (item: T) => string,
): { readonly item: T; readonly cosine: number }[] {
  return items
    .map((item) => ({ item, cosine: dot(item.vector, query) }))
    .sort((a, b) => b.cosine - a.cosine || (key(a.item) < key(b.item) ? -1 : 1))
    .slice(0, k)
}
