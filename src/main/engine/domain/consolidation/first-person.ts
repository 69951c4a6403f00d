import { capitalise } from '../rehearsal/sentences.ts'

const fixed: readonly (readonly [RegExp, string])[] = [
  [/\byourself\b/gi, 'myself'],
  [/\byours\b/gi, 'mine'],
  [/\byour\b/gi, 'my'],
  [/\byou are\b/gi, 'I am'],
  [/\byou're\b/gi, "I'm"],
  [/\byou were\b/gi, 'I was'],
  [/\byou've\b/gi, "I've"],
  [/\byou'd\b/gi, "I'd"],
  [/\byou'll\b/gi, "I'll"],
]

// After these, "you" is whom something happens to.
const before =
  /\b(?:to|for|with|at|by|about|of|from|on|behind|against|without|like|than|near|beside|told|gave|gives|left|sent|sends|showed|brought|wrote|owes|saw|met|married|called|hired|fired|promoted|dismissed|robbed|sued|asked|elected|chose|adopted|raised|hit|attacked|arrested|diagnosed|rescued|saved|betrayed|cheated on|lied to|loves?|loved|awarded|named|made|visited|invited)\s+you\b/gi

/** What somebody is told about themselves, as they would say it: "Your mother called" → "My…". */
export function toFirstPerson(sentence: string): string {
  let text = sentence
  for (const [pattern, mine] of fixed) text = text.replace(pattern, mine)
  text = text.replace(before, (found) => found.replace(/you$/i, 'me'))
  text = text.replace(/\byou(?=\s*(?:[.,;:!]|$))/gi, 'me')
  return capitalise(text.replace(/\byou\b/gi, 'I'))
}
