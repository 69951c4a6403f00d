import type { Dice } from './dice.ts'

export type Slots = Readonly<Record<string, string>>

/**
 * Text from a template: `{name}` is a slot, `{^name}` the same with a capital, `[a|b|c]` one of several wordings, which may nest and
 * may be empty. The same purpose always chooses the same wordings.
 *
 * Slots are filled last, so brackets and braces in a person's own data stay as they are.
 */
export function expand(template: string, slots: Slots, dice: Dice, purpose: string): string {
  const chosen = tidy(choose(template, dice, purpose))
  return chosen.replaceAll(/\{(\^?)(\w+)\}/g, (_, capital: string, name: string) => {
    const value = slots[name]
    if (value === undefined) throw new RangeError(`No slot {${name}} in "${template}"`)
    return capital ? capitalised(value) : value
  })
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/**
 * A job title inside a sentence: "Bus Driver" loses its capitals, "CEO" and "French teacher" do not,
 * nor what comes after "at", "of" or "for".
 */
export function inSentence(title: string): string {
  const [own, ...rest] = title.split(/(?=\s(?:at|of|for|in|with)\s)/)
  return [(own ?? '').replace(titleWord, (word) => word.toLowerCase()), ...rest].join('')
}

// A word with one capital at its front, unless it is a language or a people.
const titleWord =
  /(?<![\p{L}\p{N}-])(?!(?:English|French|German|Spanish|Italian|Dutch|Chinese|Latin|Arabic)\b)\p{Lu}\p{Ll}+(?![\p{L}-])/gu

/** "a nurse", "an engineer"; nothing before what has an article or leads: "head of sales". */
export function withArticle(title: string): string {
  if (/^(an?|the|head|chief|director|president|owner) (of )?/i.test(title)) return title
  const vowel = /^[aeiou]/i.test(title) && !/^(uni|use|eu|one)/i.test(title)
  const spelled = /^[AEFHILMNORSX][A-Z]/.test(title)
  return `${vowel || spelled ? 'an' : 'a'} ${title}`
}

/** "tea, coffee and milk" */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

function choose(template: string, dice: Dice, purpose: string): string {
  if (!template.includes('[')) return template
  // One draw for all groups: each takes its choice from the digits the one before left over. 53 bits
  // are enough for a dozen groups.
  let left = dice.uniform(purpose)
  const take = (body: string) => {
    const wordings = body.split('|')
    const scaled = left * wordings.length
    const index = Math.floor(scaled)
    left = scaled - index
    return wordings[index]!
  }
  let text = template
  // Innermost groups first; each pass removes one level of nesting.
  while (text.includes('[')) {
    text = text.replaceAll(/\[([^[\]]*)\]/g, (_, body: string) => take(body))
  }
  return text
}

// Leaving out an optional group may leave two spaces, or one before a comma.
function tidy(text: string): string {
  const spaced = text
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ ([,.;:])(?=\s|$)/g, '$1')
    .trim()
  return spaced.replaceAll(
    /(^|[.!?] )([a-z])/g,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  )
}
