import type { QuestionOf } from '../../../../shared/contract/questions.ts'

/** A field of a JSON answer that has a number (`values` null) or one of few values. */
export type SimpleField = {
  readonly name: string
  readonly values: readonly (string | number | boolean)[] | null
}

/** Fields at the top of a JSON question's schema that can be counted or averaged. */
export function simpleFields({ schema }: QuestionOf<'json'>): SimpleField[] {
  const properties = (schema['properties'] ?? {}) as Record<string, unknown>
  return Object.entries(properties).flatMap(([name, property]): SimpleField[] => {
    if (typeof property !== 'object' || property === null) return []
    const { type, enum: values } = property as { type?: unknown; enum?: unknown }
    if (Array.isArray(values) && values.every(isPlain)) return [{ name, values }]
    if (type === 'boolean') return [{ name, values: [true, false] }]
    return type === 'number' || type === 'integer' ? [{ name, values: null }] : []
  })
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}
