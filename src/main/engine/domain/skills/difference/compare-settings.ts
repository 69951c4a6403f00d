import type { SkillChange } from '../../../../../shared/contract/skill-difference.ts'
import { canonicalJson } from '../../canonical-json.ts'

type Fields = ReadonlyMap<string, unknown>

/** Longer values are not told in a sentence. */
const MAX_SAID = 60
/** Settings that read badly as a name and a value. */
const yesNo: Readonly<Record<string, readonly [on: string, off: string]>> = {
  allowDontKnow: ['“Don’t know” is offered', '“Don’t know” is not offered any more'],
  rotateOptions: ['Options are shown in a drawn order', 'Options are shown in their order'],
  rotateRows: ['Rows are shown in a drawn order', 'Rows are shown in their order'],
  allowNone: ['“None of these” is offered', '“None of these” is not offered any more'],
}

/** Fields with another value; `questionId` null: the skill's own. */
export function compareSettings(
  questionId: string | null,
  before: Fields,
  after: Fields,
): SkillChange[] {
  const fields = [...new Set([...before.keys(), ...after.keys()])]
  return fields.flatMap((field) => {
    const earlier = before.get(field) ?? null
    const later = after.get(field) ?? null
    if (canonicalJson(earlier) === canonicalJson(later)) return []
    const sentence = say(questionId, field, [earlier, later])
    return [{ kind: 'setting', questionId, field, before: earlier, after: later, sentence }]
  })
}

function say(
  questionId: string | null,
  field: string,
  [before, after]: [unknown, unknown],
): string {
  const of = questionId === null ? '' : ` of “${questionId}”`
  const words = yesNo[field]
  if (words && questionId !== null)
    return `${after === true ? words[0] : words[1]} for “${questionId}”.`
  const values = [before, after].map(sayValue)
  if (before === null) return `${nameOf(field)}${of} set${values[1] ? ` to ${values[1]}` : ''}.`
  if (after === null) return `${nameOf(field)}${of} removed.`
  if (values.some((value) => value === '')) return `${nameOf(field)}${of} changed.`
  return `${nameOf(field)}${of} changed from ${values[0]} to ${values[1]}.`
}

/** Empty where it takes too long to say. */
function sayValue(value: unknown): string {
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value)
  return text.length <= MAX_SAID ? text : ''
}

/** `rotateOptions` as words. */
function nameOf(field: string): string {
  const words = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
