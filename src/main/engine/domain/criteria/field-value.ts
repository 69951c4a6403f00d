import type {
  AttributeValue,
  Persona,
  SchwartzValue,
} from '../../../../shared/contract/personas.ts'

export type FieldValue = AttributeValue | readonly SchwartzValue[] | undefined

/**
 * The value of a persona's field as criteria, margins and segments name it: a seed field,
 * `traits.<name>`, `style.<name>`, `values` (most important first), `knowledge.<topic>` (level,
 * topic compared without case) or `attributes.<key>`. Undefined where the persona has none.
 */
export function fieldValue(persona: Persona, field: string): FieldValue {
  const dot = field.indexOf('.')
  if (dot === -1) return persona[field as keyof Persona] as FieldValue
  const [group, name] = [field.slice(0, dot), field.slice(dot + 1)]
  switch (group) {
    case 'traits':
      return ownNumber(persona.traits, name)
    case 'style':
      return ownNumber(persona.communicationStyle, name)
    case 'knowledge':
      return persona.domainKnowledge.find(({ topic }) => lower(topic) === lower(name))?.level
    case 'attributes':
      return Object.hasOwn(persona.attributes, name) ? persona.attributes[name] : undefined
    default:
      return undefined
  }
}

function ownNumber(record: object, name: string): number | undefined {
  const value: unknown = Object.hasOwn(record, name) ? record[name as never] : undefined
  return typeof value === 'number' ? value : undefined
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en')
}
