import { describe, expect, it } from 'vitest'
import { expectClose, fixtureDesign, readFixtures } from '../../../../../test/helpers/r-fixtures.ts'
import { normal, uniform } from '../random.ts'
import { cautiousDifference, mover, type DifferenceKind } from './cautious-difference.ts'
import type { SurveyDesign } from './design.ts'
import { differenceOfMeans } from './difference.ts'
import { pairedDifference } from './paired.ts'

/** One design and what R makes of it: see make-differences.R. */
type Fixture = DifferenceKind &
  Record<'unit' | 'stratum' | 'w' | 'g' | 'y', number[]> & {
    name: string
    expected: { ordinary: number[]; cautious: number[]; carriers: number }
  }

const fixtures = readFixtures<Fixture[]>('r-survey/differences.json')

const where = (values: ArrayLike<number>, value: number) =>
  Uint8Array.from(values, (one) => +(one === value))

type Work = { design: SurveyDesign; values: Float64Array; side: ArrayLike<number> }

function differ({ design, values, side }: Work, kind: DifferenceKind) {
  const sides = [where(side, 0), where(side, 1)] as const
  const found = (kind.paired ? pairedDifference : differenceOfMeans)(design, values, ...sides)
  return { ...found, cautious: cautiousDifference(design, values, sides, { ...found, ...kind }) }
}

/** Halves of personas whose log-normal weights have a CV; shares of them say yes. */
function halves(draw: number, personas: number, plan: { cv: number; shares: readonly number[] }) {
  const sigma = Math.sqrt(Math.log(1 + plan.cv ** 2))
  const side = Uint8Array.from({ length: personas }, (_, i) => i % 2)
  const design: SurveyDesign = {
    unit: Int32Array.from(side, (_, i) => i),
    stratum: new Int32Array(personas),
    weight: Float64Array.from(side, (_, i) => Math.exp(sigma * normal('weight', draw, i))),
  }
  const values = Float64Array.from(
    side,
    (of, i) => +(uniform('answer', draw, i) < plan.shares[of]!),
  )
  return { design, values, side }
}

const SHARES: DifferenceKind = { isShare: true, paired: false }

describe('a cautious interval of a difference', () => {
  it.each(fixtures)('is as R’s functions make it: $name', ({ isShare, paired, ...fixture }) => {
    const { g, y, expected } = fixture
    const work = { design: fixtureDesign(fixture), values: Float64Array.from(y), side: g }
    const { lower, upper, cautious } = differ(work, { isShare, paired })
    expectClose([lower, upper], expected.ordinary)
    const { carriers, ...limits } = cautious!
    expectClose([limits.lower, limits.upper, carriers], [...expected.cautious, expected.carriers])
  })

  it('puts limits together as in the example of Newcombe (1998), method 10', () => {
    // 56 of 70 against 48 of 80, with Wilson's (1927) limits.
    const wilson = (yes: number, n: number) => {
      const z = 1.959963984540054
      const middle = (yes + z ** 2 / 2) / (n + z ** 2)
      const half = (z / (n + z ** 2)) * Math.sqrt((yes * (n - yes)) / n + z ** 2 / 4)
      const standardError = Math.sqrt((yes * (n - yes)) / n ** 3)
      return { estimate: yes / n, standardError, lower: middle - half, upper: middle + half }
    }
    const [a, b] = [wilson(48, 80), wilson(56, 70)]
    const standardError = Math.hypot(a.standardError, b.standardError)
    const [lower, upper] = mover({ estimate: b.estimate - a.estimate, standardError }, [a, b])
    expect(lower).toBeCloseTo(0.0524, 4)
    expect(upper).toBeCloseTo(0.3339, 4)
  })

  it('is not given where many answer both ways and weights are alike', () => {
    for (let draw = 0; draw < 20; draw++) {
      const work = halves(draw, 200, { cv: 0, shares: [0.4, 0.5] })
      expect(differ(work, SHARES).cautious).toBeUndefined()
      expect(differ(work, { ...SHARES, isShare: false }).cautious).toBeUndefined()
    }
  })

  it('is there where nobody says yes on either side, though no variance is', () => {
    const { lower, upper, cautious } = differ(halves(1, 60, { cv: 0, shares: [0, 0] }), SHARES)
    expect([lower, upper]).toEqual([0, 0])
    // Clopper & Pearson's limit of none of 30, R: 1 - .025^(1/30).
    expect(cautious!.upper).toBeCloseTo(0.1157033, 6)
    expect(cautious!.lower).toBeCloseTo(-0.1157033, 6)
  })

  it('is never narrower than the ordinary one, and turns with the sides', () => {
    for (let draw = 0; draw < 200; draw++) {
      const work = halves(draw, 60 + draw, { cv: 1.5, shares: [0.05, 0.2] })
      const there = differ(work, SHARES)
      const back = differ({ ...work, side: work.side.map((of) => 1 - of) }, SHARES)
      expect(there.cautious!.lower).toBeLessThanOrEqual(there.lower)
      expect(there.cautious!.upper).toBeGreaterThanOrEqual(there.upper)
      expect(back.cautious!.lower).toBeCloseTo(-there.cautious!.upper, 9)
    }
  })

  it('holds the truth where the ordinary one does not', () => {
    const plan = { cv: 1.5, shares: [0.02, 0.1] }
    let [ordinary, shown] = [0, 0]
    for (let draw = 0; draw < 1000; draw++) {
      const { lower, upper, cautious } = differ(halves(draw, 100, plan), SHARES)
      const wider = cautious ?? { lower, upper }
      if (lower <= 0.08 && 0.08 <= upper) ordinary += 1
      if (wider.lower <= 0.08 && 0.08 <= wider.upper) shown += 1
    }
    expect(ordinary).toBeLessThan(900)
    expect(shown).toBeGreaterThan(950)
  })
})
