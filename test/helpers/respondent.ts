import { createDice } from '../../src/main/engine/domain/personas/dice.ts'
import { drawTraitScores, toPercentiles } from '../../src/main/engine/domain/personas/traits.ts'
import { drawValues } from '../../src/main/engine/domain/personas/values.ts'
import type { Respondent } from '../../src/main/engine/domain/rehearsal/predictors.ts'

/** Person `i` of the people that the response model's norms describe. */
export function aRespondent(i: number, overrides: Partial<Respondent> = {}): Respondent {
  const dice = createDice(`respondent ${i}`)
  const gender = dice.pick(['woman', 'man'] as const, 'gender')
  const age = dice.int(18, 80, 'age')
  const traits = drawTraitScores(dice, age, gender)
  return {
    personaKey: `respondent-${i}`,
    age,
    gender,
    location: `Town ${dice.int(1, 60, 'town')}`,
    baseOccupation: `occupation ${dice.int(1, 40, 'occupation')}`,
    education: dice.pick(['secondary school', 'vocational training', 'bachelor'], 'education'),
    income: undefined,
    household: undefined,
    attributes: {},
    traits: toPercentiles(traits),
    values: drawValues(dice, traits, age),
    ...overrides,
  }
}
