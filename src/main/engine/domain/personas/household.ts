import type { PersonaSeed } from '../../../../shared/contract/personas.ts'

/** What the seed says about the people somebody lives with; undefined where it says nothing. */
export type Household = {
  partner: 'none' | 'together' | 'married' | 'divorced' | 'widowed' | undefined
  children: number | undefined
}

const numberWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']

export function readHousehold({ household = '', attributes = {} }: PersonaSeed): Household {
  const status = findAttribute(attributes, /^(marital|relationship|partner|civil)|married$/i)
  const text = `${household} ${typeof status === 'string' ? status : ''}`.toLowerCase()
  return { partner: readPartner(text, status), children: readChildren(text, attributes) }
}

function readPartner(text: string, status: unknown): Household['partner'] {
  if (/\bwidow/.test(text)) return 'widowed'
  if (/\b(divorced?|separated)\b/.test(text)) return 'divorced'
  if (/\b(single|unmarried|never married|alone|no partner|unpartnered|bachelor)\b/.test(text))
    return 'none'
  if (/\b(married|husband|wife|spouse)\b/.test(text)) return 'married'
  if (/\b(partner|couple|cohabit|boyfriend|girlfriend|together|relationship)/.test(text))
    return 'together'
  if (typeof status === 'boolean') return status ? 'married' : 'none'
  return undefined
}

function readChildren(
  text: string,
  attributes: NonNullable<PersonaSeed['attributes']>,
): number | undefined {
  const attribute = findAttribute(attributes, /^(number ?of ?|has ?|num ?)?(children|kids)$/i)
  if (typeof attribute === 'number') return Math.max(0, Math.min(8, Math.round(attribute)))
  if (attribute === false) return 0
  if (
    /\b(childless|child.?free|without (children|kids|child)|no (children|kids|child))\b/.test(text)
  )
    return 0
  const counted =
    /\b(\d+|one|two|three|four|five|six|seven|eight) (small |young |grown |adult |teenage )*(children|child|kids?|sons?|daughters?)\b/.exec(
      text,
    )
  if (counted) return Math.min(8, Number(counted[1]) || numberWords.indexOf(counted[1]!))
  if (/\b(children|kids)\b/.test(text)) return 2
  if (/\b(child|kid|son|daughter|baby|single (mother|father|parent|mum|mom|dad))\b/.test(text))
    return 1
  return attribute === true ? 1 : undefined
}

function findAttribute(attributes: NonNullable<PersonaSeed['attributes']>, name: RegExp): unknown {
  return Object.entries(attributes).find(([key]) =>
    name.test(key.replaceAll(/[_-]/g, ' ').trim()),
  )?.[1]
}
