import type {
  AttributeValue,
  Persona,
  SchwartzValue,
} from '../../../../shared/contract/personas.ts'

export type FieldValue = AttributeValue | readonly SchwartzValue[] | undefined
export type FieldReader = (persona: Persona) => FieldValue

/**
 * The value of a persona's field as criteria, margins and segments name it: a seed field,
 * `traits.<name>`, `style.<name>`, `values` (most important first), `knowledge.<topic>` (level,
 * topic compared without case) or `attributes.<key>`. Undefined where the persona has none.
 */
export function fieldValue(persona: Persona, field: string): FieldValue {
  return fieldReader(field)(persona)
}

/** The same for many personas: the name of the field is taken apart once. */
export function fieldReader(field: string): FieldReader {
  const dot = field.indexOf('.')
  if (dot === -1) return (persona) => persona[field as keyof Persona] as FieldValue
  const [group, name] = [field.slice(0, dot), field.slice(dot + 1)]
  switch (group) {
    case 'traits':
      return ({ traits }) => ownNumber(traits, name)
    case 'style':
      return ({ communicationStyle }) => ownNumber(communicationStyle, name)
    case 'knowledge': {
      const wanted = lower(name)
      return ({ domainKnowledge }) =>
        domainKnowledge.find(({ topic }) => lower(topic) === wanted)?.level
    }
    case 'attributes':
      return ({ attributes }) => (Object.hasOwn(attributes, name) ? attributes[name] : undefined)
    default:
      return () => undefined
  }
}

function ownNumber(record: object, name: string): number | undefined {
  const value: unknown = Object.hasOwn(record, name) ? record[name as never] : undefined
  return typeof value === 'number' ? value : undefined
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en')
}
