import type { Persona } from '../../../../shared/contract/personas.ts'
import type { PortraitFormat } from '../../../../shared/contract/robustness.ts'
import { describePersona, describeTraits } from './describe-persona.ts'

/**
 * Who the persona is, in one of several ways that say the same: to its face, about it, or as a list.
 * What differs between answers to them is the format's doing.
 */
export function portray(persona: Persona, format: PortraitFormat): string {
  if (format === 'second-person') return describePersona(persona)
  return format === 'list' ? asList(persona) : inThirdPerson(persona)
}

function inThirdPerson(persona: Persona): string {
  const { firstName, lastName, age, baseOccupation, location, summary, traits, values } = persona
  const who = [
    `is ${age} ${age === 1 ? 'year' : 'years'} old`,
    baseOccupation,
    location && `living in ${location}`,
  ]
  const knows = persona.domainKnowledge.map(
    ({ topic, origin, level }) => `${topic} ${depth(level)} (${origin})`,
  )
  return [
    `The person to answer as: ${firstName} ${lastName} ${who.filter(Boolean).join(', ')}.`,
    ...circumstances(persona).map(([name, value]) => `${firstName}’s ${name}: ${value}.`),
    summary,
    `${firstName}’s temperament: ${describeTraits(traits)}.`,
    `What matters most to ${firstName}, in this order: ${values.join(', ')}.`,
    knows.length > 0
      ? `${firstName} knows ${knows.join(', ')}. Beyond that ${firstName} knows what anybody in that place would know, and says so where that is not enough.`
      : '',
  ]
    .filter(Boolean)
    .join('\n')
}

function asList(persona: Persona): string {
  const { firstName, lastName, age, baseOccupation, location, summary, traits, values } = persona
  const facts: [string, string][] = [
    ['Name', `${firstName} ${lastName}`],
    ['Age', String(age)],
    ['Occupation', baseOccupation],
    ['Location', location],
    ...circumstances(persona),
    ['About', summary],
    ['Temperament', describeTraits(traits)],
    ['What matters most, in this order', values.join(', ')],
    ...persona.domainKnowledge.map(({ topic, origin, level }): [string, string] => [
      `Knows ${topic}`,
      `${depth(level)} (${origin})`,
    ]),
  ]
  const lines = facts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `- ${name}: ${value}`)
  return ['The person to answer as:', ...lines].join('\n')
}

function circumstances({ gender, education, income, household }: Persona): [string, string][] {
  return Object.entries({ gender, education, income, household }).flatMap(([name, value]) =>
    value ? [[name, value] satisfies [string, string]] : [],
  )
}

function depth(level: number): string {
  if (level < 35) return 'a little'
  return level > 65 ? 'very well' : 'fairly well'
}
