import type { Question } from '../../../../shared/contract/skills.ts'
import { textsOf } from '../questions/texts.ts'
import { uniform } from '../random.ts'

/** Short key of what a question asks, variables unfilled; equal for equal templates. */
export function templateKey(template: Question): string {
  const asked = [template.type, template.text, answersOf(template)]
  return uniform('template', JSON.stringify(asked)).toString(36).slice(2)
}

function answersOf(template: Question): readonly unknown[] {
  switch (template.type) {
    case 'open':
      return []
    case 'single':
      // The set, not the order: moving an option changes nobody's mind.
      return template.options.toSorted()
    case 'likert':
      return template.labels
    case 'numeric':
      return [template.min, template.max, template.unit ?? null]
    default:
      return textsOf(template).slice(1).toSorted()
  }
}
