import { numberOf, own, type Part } from './parts.ts'
import type { Choices } from './read-choices.ts'

const poles =
  /\b(?:strongly|extremely|completely|totally|definitely|very|always|never|not at all|excellent|poor|a great deal|none at all|much (?:better|worse|more|less))\b/i
const low =
  /\b(?:disagree|dissatisfied|unlikely|never|not at all|poor|bad|terrible|difficult|negative|unimportant|none at all|worse|less|unfavou?rable|uncomfortable)\b/i

/** Whether five or seven texts read like a scale from one pole to the other. */
export function isScale(texts: readonly string[]): boolean {
  if (texts.length !== 5 && texts.length !== 7) return false
  return poles.test(texts[0]!) && poles.test(texts.at(-1)!)
}

/** Whether a scale is written from the highest down: by its words, else by its recode values. */
export function isDescending({ texts, keys }: Choices, payload: Part): boolean {
  const [first, last] = [texts[0] ?? '', texts.at(-1) ?? '']
  if (low.test(last) !== low.test(first)) return low.test(last)
  const recode = own(payload, 'RecodeValues')
  const values = keys.map((key) => numberOf(own(recode, key)))
  return values.length > 1 && values.every((value, i) => i === 0 || value! < values[i - 1]!)
}
