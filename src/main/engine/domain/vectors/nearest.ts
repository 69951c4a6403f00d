/** Dot product: the cosine of two unit-length vectors of the same length. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

/** Cosine of two vectors of any length, −1 … 1; 0 where one of them is 0. */
export function cosine(a: Float32Array, b: Float32Array): number {
  const lengths = Math.sqrt(dot(a, a) * dot(b, b))
  return lengths === 0 ? 0 : dot(a, b) / lengths
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
