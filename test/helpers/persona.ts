import type { Persona } from '../../src/shared/contract/personas.ts'
import { createDice } from '../../src/main/engine/domain/personas/dice.ts'
import { temperamentOf } from '../../src/main/engine/domain/personas/mood.ts'
import { drawStyle } from '../../src/main/engine/domain/personas/style.ts'
import { drawTraitScores, toPercentiles } from '../../src/main/engine/domain/personas/traits.ts'
import { drawValues } from '../../src/main/engine/domain/personas/values.ts'

type Overrides = Partial<Omit<Persona, 'communicationStyle'>> & {
  communicationStyle?: Partial<Persona['communicationStyle']>
}

/** Person `i`, with traits, values and a voice of the generator and no biography. */
export function aPersona(i: number, { communicationStyle, ...overrides }: Overrides = {}): Persona {
  const dice = createDice(`persona ${i}`)
  const gender = dice.pick(['woman', 'man'] as const, 'gender')
  const age = dice.int(20, 75, 'age')
  const traits = drawTraitScores(dice, age, gender)
  const at = '2026-01-01T00:00:00.000Z'
  return {
    id: crypto.randomUUID() as Persona['id'],
    tenantId: crypto.randomUUID() as Persona['tenantId'],
    personaKey: `persona-${i}`,
    randomSeed: 0,
    firstName: dice.pick(['Amira', 'Jonas', 'Freya', 'Tomasz'], 'name'),
    lastName: 'Ashworth',
    age,
    gender,
    location: dice.pick(['Leeds', 'Ghent', 'Turku'], 'town'),
    baseOccupation: dice.pick(['nurse', 'carpenter', 'accountant', 'retired teacher'], 'work'),
    attributes: {},
    summary: 'A person of the tests.',
    traits: toPercentiles(traits),
    values: drawValues(dice, traits, age),
    domainKnowledge: [],
    ...temperamentOf(traits),
    timelineLength: 0,
    createdAt: at,
    updatedAt: at,
    ...overrides,
    communicationStyle: { ...drawStyle(dice, traits, age, 'vocational'), ...communicationStyle },
  } as Persona
}
