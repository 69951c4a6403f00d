import type { Persona } from '../../../../shared/contract/personas.ts'
import { traitNames } from '../../../../shared/contract/personas.ts'
import type { Portrait } from '../prompting/portrait.ts'

/**
 * Who answers where a prompt does not tell everything: a persona that has what is told and nothing
 * else, so that neither words nor the built-in model can know more. Without a name: names tell
 * where somebody comes from.
 *
 * @param unitKey  of the task: what the draws of the stand-in hang on
 */
export function standIn(persona: Persona, told: Portrait['told'], unitKey: string): Persona {
  if (told === 'whole') return persona
  const { id, tenantId, createdAt, updatedAt } = persona
  const { age, gender, location, baseOccupation, language } = persona
  const known = told === 'demographics' ? { age, gender, location, baseOccupation, language } : none
  return {
    id,
    tenantId,
    createdAt,
    updatedAt,
    ...known,
    firstName: '',
    lastName: '',
    personaKey: unitKey,
    randomSeed: 0,
    attributes: {},
    summary: '',
    traits: Object.fromEntries(traitNames.map((name) => [name, 50])) as Persona['traits'],
    values: [],
    communicationStyle: middling,
    domainKnowledge: [],
    moodBaseline: { valence: 0, arousal: 0, dominance: 0 },
    moodArousability: 0,
    timelineLength: 0,
  }
}

const none = { age: 0, location: '', baseOccupation: '' }
const middling = {
  formality: 50,
  verbosity: 50,
  directness: 50,
  warmth: 50,
  humor: 50,
  habits: [],
}
