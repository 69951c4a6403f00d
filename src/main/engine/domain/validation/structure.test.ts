import { describe, expect, it } from 'vitest'
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { createStream } from '../random.ts'
import { correlationStructure } from './correlation-structure.ts'
import type { StructureInput } from './segment-contrasts.ts'
import { segmentStructure } from './segment-structure.ts'
import { slopeThroughOrigin, type EffectPair } from './slope.ts'

type World = {
  readonly people: number
  readonly personas: number
  readonly items: number
  /** By how much the personas' groups lie further apart than people's. */
  readonly exaggeration?: number
  /** Share of variance that an item has in common with the others: of people, of personas. */
  readonly common?: readonly [number, number]
  readonly seed: string
}

const CUTS = [-1.2, -0.4, 0.4, 1.2]
const SCORES = [1, 2, 3, 4, 5]

/** Two groups that differ per item, answers on five points, one latent trait in common. */
function world({
  people,
  personas,
  items,
  exaggeration = 1,
  common = [0.3, 0.3],
  seed,
}: World): StructureInput {
  const uniform = createStream('structure', seed)
  const normal = () => normalQuantile(uniform() || 1e-12, 0, 1)
  const effects = Array.from({ length: items }, () => 0.9 * (uniform() - 0.5))
  const side = (n: number, share: number, times: number) => {
    const groups = Int16Array.from({ length: n }, (_, i) => i % 2)
    const traits = Float64Array.from({ length: n }, normal)
    const answers = effects.map((effect) =>
      Int16Array.from(groups, (group, i) => {
        const latent =
          times * effect * (group - 0.5) +
          Math.sqrt(share) * traits[i]! +
          Math.sqrt(1 - share) * normal()
        return CUTS.filter((cut) => latent > cut).length
      }),
    )
    return { groups, answers }
  }
  const [human, synthetic] = [side(people, common[0], 1), side(personas, common[1], exaggeration)]
  return {
    items: effects.map((_, i) => ({
      id: `q${i}`,
      labels: SCORES.map(String),
      scores: SCORES,
      people: human.answers[i]!,
      personas: synthetic.answers[i]!,
    })),
    segments: [
      {
        itemId: 'sex',
        field: 'gender',
        categories: ['man', 'woman'],
        people: human.groups,
        personas: synthetic.groups,
      },
    ],
    rows: { weights: new Float64Array(people).fill(1), areCounts: false, designEffect: null },
    design: {
      unit: Int32Array.from({ length: personas }, (_, i) => i),
      stratum: new Int32Array(personas),
      weight: new Float64Array(personas).fill(1),
    },
    within: new Uint8Array(personas).fill(1),
    seed: 7,
  }
}

describe('the slope of effects on effects', () => {
  it('is not flattened by the error in people’s effects, and its interval covers', () => {
    const uniform = createStream('slope-test')
    const normal = () => normalQuantile(uniform() || 1e-12, 0, 1)
    const runs = Array.from({ length: 200 }, (_, run) => {
      const clusters = Array.from({ length: 30 }, () =>
        Array.from({ length: 2 }, (): EffectPair => {
          const effect = 0.3 * normal()
          return {
            people: effect + 0.2 * normal(),
            peopleVariance: 0.04,
            personas: 1.4 * effect + 0.1 * normal(),
          }
        }),
      )
      return slopeThroughOrigin(clusters, run)
    }).filter((slope) => slope !== null)
    expect(runs.length).toBeGreaterThan(180)
    const mean = runs.reduce((sum, { estimate }) => sum + estimate, 0) / runs.length
    // Least squares without correction would give 1.4 · 0.09 / (0.09 + 0.04) = 0.97.
    expect(mean).toBeGreaterThan(1.33)
    expect(mean).toBeLessThan(1.52)
    const covered = runs.filter(({ lower, upper }) => lower <= 1.4 && upper >= 1.4).length
    expect(covered / runs.length).toBeGreaterThan(0.9)
  })

  it('is not told where people’s effects are noise', () => {
    const uniform = createStream('noise')
    const normal = () => normalQuantile(uniform() || 1e-12, 0, 1)
    const clusters = Array.from({ length: 20 }, () => [
      { people: 0.1 * normal(), peopleVariance: 0.01, personas: normal() },
    ])
    expect(slopeThroughOrigin(clusters, 1)).toBeNull()
  })
})

describe('differences between groups', () => {
  it.each([
    [2.2, 'stereotyped'],
    [0.2, 'flattened'],
    [-0.8, 'reversed'],
  ] as const)('exaggerated %d times are %s', (exaggeration, verdict) => {
    const found = segmentStructure(
      world({ people: 800, personas: 800, items: 24, exaggeration, seed: 'a' }),
    )!
    expect(found.verdict).toBe(verdict)
    expect(found.contrasts).toHaveLength(24)
    expect(found.slope!.lower).toBeLessThan(exaggeration + 0.1)
    expect(found.slope!.upper).toBeGreaterThan(exaggeration - 0.1)
    expect(found.sentence).toContain('24 differences over 24 items')
  })

  it('as large as people’s are not called stereotyped', () => {
    const found = segmentStructure(world({ people: 1000, personas: 600, items: 24, seed: 'b' }))!
    expect(['in proportion', 'inconclusive']).toContain(found.verdict)
  })

  it('say why they are not measured', () => {
    const few = segmentStructure(world({ people: 400, personas: 400, items: 3, seed: 'c' }))!
    expect(few).toMatchObject({ slope: null, verdict: 'not measured' })
    expect(few.sentence).toContain('It takes 5 items')
    const tiny = segmentStructure(world({ people: 12, personas: 12, items: 9, seed: 'c' }))!
    expect(tiny.contrasts).toEqual([])
  })

  it('take the share of each answer where there is no order', () => {
    const input = world({ people: 500, personas: 500, items: 6, seed: 'd' })
    const items = input.items.map((item) => ({ ...item, scores: null }))
    const found = segmentStructure({ ...input, items })!
    expect(found.contrasts).toHaveLength(30)
    const [first] = found.contrasts
    const share = (group: number) => {
      const rows = [...input.segments[0]!.people.keys()].filter(
        (row) => input.segments[0]!.people[row] === group,
      )
      return rows.filter((row) => items[0]!.people[row] === 0).length / rows.length
    }
    const [a, b] = [first!.a, first!.b].map((name) => share(['man', 'woman'].indexOf(name)))
    expect(first!.people.estimate).toBeCloseTo(b! - a!, 12)
  })
})

describe('correlations between items', () => {
  it('of one population differ by no more than chance, mostly', () => {
    const found = Array.from({ length: 40 }, (_, i) =>
      correlationStructure(
        world({ people: 200, personas: 120, items: 6, exaggeration: 1, seed: `e${i}` }),
      ),
    )
    // Binomial with p = .05: more than 7 of 40 happen once in 500 times; seeds are fixed.
    expect(found.filter((one) => one!.p < 0.05).length).toBeLessThanOrEqual(7)
  })

  it('that are twice as strong are found, with the slope', () => {
    const found = correlationStructure(
      world({ people: 600, personas: 600, items: 10, common: [0.3, 0.7], seed: 'f' }),
    )!
    expect(found.p).toBeLessThan(0.05)
    expect(found.rms).toBeGreaterThan(found.floor.p95)
    expect(found.slope!.lower).toBeGreaterThan(1.5)
    expect(found.fisherZ).toBeGreaterThan(0.2)
    expect(found.pairs).toHaveLength(45)
    expect(found.sentence).toContain('more strongly')
  })

  it('need three items and twenty of each', () => {
    expect(
      correlationStructure(world({ people: 90, personas: 90, items: 2, seed: 'g' })),
    ).toBeNull()
    expect(
      correlationStructure(world({ people: 90, personas: 19, items: 5, seed: 'g' })),
    ).toBeNull()
  })
})
