import type { QuestionOf } from '../../../../../shared/contract/questions.ts'
import { uniform } from '../../random.ts'
import { latentParts, totalOf } from '../latent.ts'
import { predictorsOf } from '../predictors.ts'
import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import { latentOf } from './scales.ts'
import { occasionOf, shiftOf, type Responder } from './survey-item.ts'

type Schema = {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly minLength?: number
}

/** An object as the schema says, each value from a latent answer of its own. */
export const fillSchema: Responder = (persona, item) => {
  const { schema } = item.template as QuestionOf<'json'>
  const x = predictorsOf(persona)
  // A rank among all people, 0–1, per place in the schema.
  const rankAt = (path: string) => {
    const parts = latentParts(
      persona,
      x,
      `${item.key}:${path}`,
      occasionOf(item),
      shiftOf(item, path),
    )
    return normalCdf(totalOf(parts), 0, 1)
  }
  const value = valueFor(schema as Schema, '', rankAt) as Record<string, never>
  const parts = latentOf(persona, item)
  return { value, text: JSON.stringify(value), eta: totalOf(parts), parts }
}

function valueFor(schema: Schema, path: string, rankAt: (path: string) => number): unknown {
  if (schema.const !== undefined) return schema.const
  const at = (count: number) => Math.min(count - 1, Math.floor(rankAt(path) * count))
  if (schema.enum?.length) return schema.enum[at(schema.enum.length)]
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, inner]) => [
          name,
          valueFor(inner, path === '' ? name : `${path}.${name}`, rankAt),
        ]),
      )
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, (_, i) =>
        valueFor(schema.items ?? { type: 'string' }, `${path}.${i}`, rankAt),
      )
    case 'integer':
    case 'number': {
      const { minimum = 0, maximum = minimum + 100 } = schema
      const number = minimum + rankAt(path) * (maximum - minimum)
      return schema.type === 'integer' ? Math.round(number) : Number(number.toFixed(2))
    }
    case 'boolean':
      return rankAt(path) > 0.5
    case 'null':
      return null
    default:
      return wordsFor(path, schema.minLength ?? 0)
  }
}

/** A string says that it is a rehearsal: nobody knows what it should hold. */
function wordsFor(path: string, least: number): string {
  const number = Math.floor(uniform('json', path) * 1000)
  return `rehearsal answer ${number}`.padEnd(least, '.')
}
