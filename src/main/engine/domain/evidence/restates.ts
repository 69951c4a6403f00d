import { fieldsIn } from '../../../../shared/contract/segment-field.ts'
import type { Question } from '../../../../shared/contract/skills.ts'
import { tokenize } from '../text/tokenize.ts'

/**
 * Whether a question asks for what already defines the segments: "How old are you?" between age
 * cohorts. Such a difference is true by construction and says nothing.
 *
 * @param fields  fields of a persona that define the segments, e.g. `age`, `attributes.region`
 */
export function restatesFields(question: Question, fields: readonly string[]): boolean {
  const asked = new Set([...tokenize(question.text), ...tokenize(question.id)])
  return fields.flatMap(fieldsIn).some((field) => {
    const name = field.split('.').at(-1)!
    return (askedAs.get(name) ?? tokenize(spaced(name))).some((word) => asked.has(word))
  })
}

// Fields people ask for in other words; stemmed as the tokeniser stems them.
const askedAs: ReadonlyMap<string, readonly string[]> = new Map([
  ['age', tokenize('age old')],
  ['income', tokenize('income earn salary')],
  ['baseOccupation', tokenize('job occupation profession')],
  ['location', tokenize('location live city town')],
])

function spaced(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll(/[_-]/g, ' ')
}
