import { z } from 'zod'
import type { CreatePersonaRequest } from '../../../../shared/contract/personas.ts'
import { parseValue } from '../../lib/parse-value.ts'

const needed = z.string().trim().min(1, 'is needed').max(200)
const optional = z.string().trim().max(200)

/** The seed as typed: empty text where the contract has absent fields. */
export const SeedForm = z.object({
  firstName: needed.max(100),
  lastName: needed.max(100),
  age: z.number({ error: 'is needed' }).int().min(0).max(120),
  location: needed,
  baseOccupation: needed,
  gender: optional,
  education: optional,
  income: optional,
  household: optional,
  language: z
    .string()
    .trim()
    .regex(/^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/, 'a tag such as en or pt-BR'),
  attributes: z.array(z.object({ key: z.string().max(100), value: z.string().max(500) })),
  randomSeed: z.number({ error: 'is needed' }).int().min(0),
})
export type SeedForm = z.infer<typeof SeedForm>

export const emptySeed = {
  firstName: '',
  lastName: '',
  location: '',
  baseOccupation: '',
  gender: '',
  education: '',
  income: '',
  household: '',
  language: '',
  attributes: [],
  randomSeed: 0,
}

export function toCreateRequest(form: SeedForm): CreatePersonaRequest {
  const { randomSeed, attributes, age, ...texts } = form
  const given = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
  const pairs = attributes.filter(({ key }) => key.trim() !== '')
  return {
    seed: {
      ...(given as Pick<SeedForm, 'firstName' | 'lastName' | 'location' | 'baseOccupation'>),
      age,
      ...(pairs.length > 0 && {
        attributes: Object.fromEntries(
          pairs.map(({ key, value }) => [key.trim(), parseValue(value)]),
        ),
      }),
    },
    randomSeed,
  }
}
