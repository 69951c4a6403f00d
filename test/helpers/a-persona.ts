import { randomUUID } from 'node:crypto'
import { Persona } from '../../src/shared/contract/personas.ts'

/** A persona with everything in the middle; name what matters to the test. */
export function aPersona(overrides: Partial<Persona> = {}): Persona {
  const now = '2026-01-01T00:00:00.000Z'
  return Persona.parse({
    id: randomUUID(),
    tenantId: randomUUID(),
    personaKey: 'key',
    randomSeed: 0,
    firstName: 'Maya',
    lastName: 'Chen',
    age: 32,
    location: 'Lyon',
    baseOccupation: 'Nurse',
    attributes: {},
    summary: 'Maya is a nurse in Lyon.',
    traits: {
      openness: 50,
      conscientiousness: 50,
      extraversion: 50,
      agreeableness: 50,
      neuroticism: 50,
    },
    values: ['benevolence', 'security', 'universalism'],
    communicationStyle: {
      formality: 50,
      verbosity: 50,
      directness: 50,
      warmth: 50,
      humor: 50,
      habits: [],
    },
    domainKnowledge: [],
    moodBaseline: { valence: 0, arousal: 0, dominance: 0 },
    moodArousability: 0.5,
    timelineLength: 0,
    createdAt: now,
    updatedAt: now,
    ...overrides,
  })
}
