import { expect, it } from 'vitest'
import { createStream } from '../random.ts'
import { referenceQuality } from './reference-quality.ts'

/** Statements on a line: the further apart, the less alike. */
const line = (k: number, order = Array.from({ length: k }, (_, i) => i)) =>
  order.map((a) => order.map((b) => 1 - Math.abs(a - b) * 0.1))

/** Answers at points of the line, told by sets of which each adds noise of its own. */
function answersOf(count: number, sets: number, noise: number): number[][][] {
  const next = createStream('reference quality')
  return Array.from({ length: count }, () => {
    const at = next() * 4
    return Array.from({ length: sets }, () =>
      [0, 1, 2, 3, 4].map((point) => 0.9 - 0.1 * Math.abs(point - at) + noise * (next() - 0.5)),
    )
  })
}

it('has nothing to say of statements in order whose sets agree', () => {
  const quality = referenceQuality({
    isOrdered: true,
    between: [line(5), line(5)],
    rated: answersOf(60, 2, 0.05),
    sets: 2,
  })
  expect(quality).toMatchObject({ verdict: 'good', findings: [], rated: 60, unmapped: 0 })
  expect(quality.sets[0]!.order).toBeCloseTo(-1, 9)
  expect(quality.agreement).toBeGreaterThan(0.9)
})

it.each([
  {
    fault: 'statements out of order',
    between: [line(5, [0, 4, 1, 3, 2])],
    rated: [],
    finding: /Set 1 is out of order/,
  },
  {
    fault: 'statements that say the same',
    between: [line(5).map((row) => row.map((cosine) => 0.97 + cosine * 0.03))],
    rated: [],
    finding: /nearly the same/,
  },
  {
    fault: 'answers as near to all',
    between: null,
    rated: Array.from({ length: 20 }, () => [[0.2, 0.2, 0.2]]),
    finding: /20 of 20 answers are as near to every statement/,
  },
  {
    fault: 'sets that have nothing to do with each other',
    between: null,
    rated: answersOf(60, 4, 4),
    finding: /Half of the sets disagrees/,
  },
])('says so of $fault', ({ between, rated, finding }) => {
  const quality = referenceQuality({
    isOrdered: true,
    between,
    rated,
    sets: between?.length ?? rated[0]!.length,
  })
  expect(quality.verdict).toBe('poor')
  expect(quality.findings.join('\n')).toMatch(finding)
})

it('measures no order where answers have none, and nothing of answers that are not there', () => {
  const { sets, agreement } = referenceQuality({
    isOrdered: false,
    between: [line(4)],
    rated: [],
    sets: 1,
  })
  expect(sets[0]).toMatchObject({ order: null, discrimination: null, unmapped: null })
  expect(agreement).toBeNull()
})
