import { z } from 'zod'
import type { QuestionOf } from '../../../../../shared/contract/questions.ts'
import type { AnswerValue } from '../../../../../shared/contract/runs.ts'
import type { QuestionKind } from '../question-kind.ts'
import { invalid, valid, type Reading } from '../reading.ts'

type Json = QuestionOf<'json'>

export const json: QuestionKind<Json> = {
  mapTexts: (question) => question,
  names: () => [],
  ordered: (question) => question,
  choices: ({ schema }) => ['JSON Schema of the answer:', JSON.stringify(schema)],
  form: () => 'JSON that follows the schema above, on one line',
  read: readJson,
  inWords: (_, value) =>
    Object.entries(value as Record<string, unknown>)
      .map(([name, part]) => `${name}: ${typeof part === 'string' ? part : JSON.stringify(part)}`)
      .join('; '),
  extent: 'text',
  typicalTokens: 80,
}

function readJson({ schema }: Json, said: string): Reading {
  const [from, to] = [said.indexOf('{'), said.lastIndexOf('}')]
  if (from === -1 || to < from) return invalid('there is no JSON object in it')
  let value: unknown
  try {
    value = JSON.parse(said.slice(from, to + 1))
  } catch {
    return invalid('it is not JSON')
  }
  const result = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value)
  if (result.success) return valid(result.data as AnswerValue)
  const { path, message } = result.error.issues[0]!
  return invalid(path.length === 0 ? message : `${path.join('.')}: ${message}`)
}
