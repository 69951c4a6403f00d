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

/** "tea, coffee and milk" */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

function choose(template: string, dice: Dice, purpose: string): string {
  let text = template
  // Innermost groups first; each pass removes one level of nesting.
  for (let level = 0; text.includes('['); level++) {
    let group = 0
    text = text.replaceAll(/\[([^[\]]*)\]/g, (_, body: string) =>
      dice.pick(body.split('|'), `${purpose}:${level}.${group++}`),
    )
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
