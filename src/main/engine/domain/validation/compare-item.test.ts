import { describe, expect, it } from 'vitest'
import { uniform } from '../random.ts'
import { compareItem, type ValidationItem } from './compare-item.ts'
import { DEFAULT_MARGINS } from './equivalence.ts'
import { judgeItems } from './verdict.ts'

const scores = [1, 2, 3, 4, 5]
/** Few resamples: what is tested is rates, not the third digit of a p. */
const quick = { seed: 1, resamples: 399 }

describe('the published comparison of TinyTroupe', () => {
  // Purchase intent of fifty people and fifty simulated ones, told there as no difference.
  const [judged] = judgeItems([
    compareItem(anItem([11, 9, 13, 10, 7], [2, 19, 25, 4, 0]), DEFAULT_MARGINS, { seed: 1 }),
  ])

  it('differs', () => {
    expect(judged).toMatchObject({ verdict: 'differs', peopleNeeded: null })
    expect(judged!.pAdjusted.distance).toBeLessThan(0.002)
    expect(judged!.pAdjusted.spread).toBeLessThan(0.001)
  })

  it('has the statistics that R gives for it', () => {
    // leveneTest(center = median), chisq.test and the two variances.
    expect(judged!.ordered).toMatchObject({
      spread: { f: expect.closeTo(16.375107, 6), df2: 98, p: expect.closeTo(0.000103789, 9) },
      varianceRatio: expect.closeTo(0.264164, 6),
      wasserstein: expect.closeTo(0.6, 10),
      ksSimilarity: expect.closeTo(0.74, 10),
    })
    expect(judged!.chiSquare).toEqual({
      statistic: expect.closeTo(23.1631, 4),
      df: 4,
      p: expect.closeTo(0.000117471, 9),
    })
  })

  it('is further apart than two samples of one population', () => {
    expect(judged).toMatchObject({
      distance: expect.closeTo(0.44, 10),
      floor: { mean: expect.closeTo(0.15, 1), p95: expect.closeTo(0.26, 2) },
    })
  })
})

describe('two samples of the same people', () => {
  const populations = [
    [0.2, 0.2, 0.2, 0.2, 0.2],
    [0.05, 0.1, 0.2, 0.4, 0.25],
    [0.6, 0.3, 0.05, 0.03, 0.02],
  ]

  it.each([30, 100, 400])('are called different one time in twenty at most, n = %i', (n) => {
    const runs = 200
    const alarms = Array.from({ length: runs }, (_, run) => {
      const shares = populations[run % populations.length]!
      const item = anItem(draw(shares, n, ['a', run]), draw(shares, n, ['b', run]))
      return judgeItems([compareItem(item, DEFAULT_MARGINS, quick)])[0]!.verdict === 'differs'
    }).filter(Boolean).length
    // 5 % of 200, and two standard errors of it.
    expect(alarms).toBeLessThanOrEqual(16)
  })

  it('are equivalent where there are enough of them', () => {
    const shares = populations[1]!
    const item = anItem(draw(shares, 3000, ['a']), draw(shares, 3000, ['b']))
    expect(judgeItems([compareItem(item, DEFAULT_MARGINS, quick)])[0]!.verdict).toBe('equivalent')
  })

  it('are inconclusive when few, with the people it would take', () => {
    const item = anItem([8, 8, 8, 8, 8], [80, 80, 80, 80, 80])
    const [judged] = judgeItems([compareItem(item, DEFAULT_MARGINS, quick)])
    expect(judged!.verdict).toBe('inconclusive')
    const { peopleNeeded } = judged!
    expect(peopleNeeded).toBeGreaterThan(40)
    const enough = anItem(
      item.people.shares.map((share) => share * peopleNeeded!),
      [80, 80, 80, 80, 80],
    )
    expect(judgeItems([compareItem(enough, DEFAULT_MARGINS, quick)])[0]!.verdict).toBe('equivalent')
  })
})

it('never calls a collapse to 61 % of the variance equivalent at n = 30', () => {
  const people = [0.2, 0.2, 0.2, 0.2, 0.2]
  // Variance 1.22 of the people's 2.
  const collapsed = [0.085, 0.22, 0.39, 0.22, 0.085]
  const verdicts = Array.from({ length: 300 }, (_, run) => {
    const item = anItem(draw(people, 30, ['a', run]), draw(collapsed, 30, ['b', run]))
    return judgeItems([compareItem(item, DEFAULT_MARGINS, quick)])[0]!.verdict
  })
  expect(verdicts).not.toContain('equivalent')
})

it('finds personas without any spread different from people who have some', () => {
  const item = anItem([10, 20, 40, 20, 10], [0, 0, 100, 0, 0])
  expect(judgeItems([compareItem(item, DEFAULT_MARGINS, quick)])[0]).toMatchObject({
    verdict: 'differs',
    ordered: { varianceRatio: 0 },
  })
})

it('compares categories without order by their shares and entropy alone', () => {
  const item = { ...anItem([50, 50, 0, 0, 0], [25, 75, 0, 0, 0]), scores: null }
  expect(compareItem(item, DEFAULT_MARGINS, quick)).toMatchObject({
    ordered: null,
    entropyRatio: expect.closeTo(0.8113, 4),
    chiSquare: { df: 1 },
  })
})

it('corrects for the number of items', () => {
  const borderline = anItem([26, 24, 0, 0, 0], [15, 35, 0, 0, 0])
  const alone = judgeItems([compareItem(borderline, DEFAULT_MARGINS, { seed: 3 })])
  const same = Array.from({ length: 9 }, () => anItem([10, 20, 40, 20, 10], [10, 20, 40, 20, 10]))
  const among = judgeItems(
    [borderline, ...same].map((item) => compareItem(item, DEFAULT_MARGINS, { seed: 3 })),
  )
  expect(among[0]!.pAdjusted.distance).toBeGreaterThan(alone[0]!.pAdjusted.distance)
})

function anItem(people: number[], personas: number[]): ValidationItem {
  const labels = scores.map(String)
  return { id: 'q', labels, scores, people: toSample(people), personas: toSample(personas) }
}

function toSample(counts: number[]) {
  const n = counts.reduce((sum, count) => sum + count, 0)
  return { shares: counts.map((count) => count / n), n }
}

function draw(shares: number[], n: number, key: (string | number)[]): number[] {
  const counts = shares.map(() => 0)
  for (let i = 0; i < n; i++) {
    let rest = uniform(...key, i)
    const k = shares.findIndex((share) => (rest -= share) < 0)
    counts[k === -1 ? shares.length - 1 : k]! += 1
  }
  return counts
}
