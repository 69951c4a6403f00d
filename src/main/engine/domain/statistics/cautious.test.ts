import { describe, expect, it } from 'vitest'
import { normal } from '../random.ts'
import { carriersOf, type SurveyDesign } from './design.ts'
import { meanEstimate } from './mean.ts'
import { shareEstimate } from './share.ts'

const DRAWS = 2000
/** Share of a standard normal answer under −1.6449. */
const RARE = { cut: -1.6448536269514722, share: 0.05 }

/** Personas whose log-normal weights have a CV, each asked `replicates` times (ICC .5). */
function drawPanel(draw: number, personas: number, { cv = 0, replicates = 1 } = {}) {
  const sigma = Math.sqrt(Math.log(1 + cv ** 2))
  const rows = personas * replicates
  const unit = Int32Array.from({ length: rows }, (_, row) => Math.floor(row / replicates))
  const weights = Float64Array.from({ length: personas }, (_, i) =>
    Math.exp(sigma * normal('weight', draw, i)),
  )
  const design: SurveyDesign = {
    unit,
    stratum: new Int32Array(rows),
    weight: Float64Array.from(unit, (i) => weights[i]!),
  }
  const level = Float64Array.from({ length: personas }, (_, i) => normal('level', draw, i))
  const values = Float64Array.from(
    unit,
    (i, row) => (level[i]! + normal('answer', draw, row)) / Math.SQRT2,
  )
  return { design, values, domain: new Uint8Array(rows).fill(1) }
}

const rare = (values: Float64Array) => Uint8Array.from(values, (value) => +(value <= RARE.cut))

describe('a cautious interval', () => {
  it('is not given where weights are alike, nor where enough carry them', () => {
    for (const [personas, cv] of [
      [8, 0],
      [30, 0],
      [400, 0.5],
    ] as const) {
      const { design, values, domain } = drawPanel(1, personas, { cv, replicates: 2 })
      expect(meanEstimate(design, values, domain)).not.toHaveProperty('cautious')
      expect(shareEstimate(design, rare(values), domain)).not.toHaveProperty('cautious')
    }
  })

  it('is never narrower than the ordinary one', () => {
    let given = 0
    for (let draw = 0; draw < 300; draw++) {
      const plan = { cv: 1 + (draw % 3) / 2, replicates: 1 + (draw % 2) }
      const { design, values, domain } = drawPanel(draw, 60 + draw, plan)
      const found = [
        meanEstimate(design, values, domain),
        shareEstimate(design, rare(values), domain),
      ]
      for (const { lower, upper, cautious } of found) {
        if (!cautious) continue
        given += 1
        expect(cautious.lower).toBeLessThanOrEqual(lower)
        expect(cautious.upper).toBeGreaterThanOrEqual(upper)
      }
    }
    expect(given).toBeGreaterThan(400)
  })

  it('counts a persona once, however often it was asked', () => {
    const { design, domain } = drawPanel(1, 40, { cv: 1.5, replicates: 3 })
    const once = drawPanel(1, 40, { cv: 1.5 })
    expect(carriersOf(design, domain)).toBeCloseTo(carriersOf(once.design, once.domain), 9)
    expect(carriersOf({ ...design, weight: new Float64Array(120).fill(2) }, domain)).toBe(40)
  })

  it.each([
    { personas: 400, cv: 1.5, replicates: 1 },
    { personas: 400, cv: 2, replicates: 1 },
    { personas: 100, cv: 1.5, replicates: 3 },
  ])('of a rare answer holds where the ordinary one does not: %o', ({ personas, ...plan }) => {
    let [ordinary, shown] = [0, 0]
    for (let draw = 0; draw < DRAWS; draw++) {
      const { design, values, domain } = drawPanel(draw, personas, plan)
      const { lower, upper, cautious } = shareEstimate(design, rare(values), domain)
      const wider = cautious ?? { lower, upper }
      if (lower <= RARE.share && RARE.share <= upper) ordinary += 1
      if (wider.lower <= RARE.share && RARE.share <= wider.upper) shown += 1
    }
    expect(ordinary / DRAWS).toBeLessThan(0.93)
    expect(shown / DRAWS).toBeGreaterThan(0.94)
  })

  it('of a mean has as many degrees of freedom as there are carriers', () => {
    const { design, values, domain } = drawPanel(3, 100, { cv: 2 })
    const { estimate, standardError, cautious } = meanEstimate(design, values, domain)
    // R: qt(.975, carriers), here between its values at 2 and 20.
    const factor = (cautious!.upper - estimate) / standardError
    expect(cautious!.carriers).toBeCloseTo(carriersOf(design, domain), 9)
    expect(factor).toBeGreaterThan(2.085963)
    expect(factor).toBeLessThan(4.302653)
  })
})
