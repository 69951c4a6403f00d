import { stem } from '../tokenize.ts'
import { kinds } from './kinds.ts'
import { sameMeaning } from './same-meaning.ts'

/** What a word belongs to, as far as the lexicon knows. */
export type WordClasses = {
  /** Numbers of the groups of words that mean about the same. */
  readonly groups: readonly number[]
  /** Stems of the words that it is a kind of. */
  readonly heads: readonly string[]
}

export function classesOf(term: string): WordClasses {
  return classes.get(term) ?? none
}

const none: WordClasses = { groups: [], heads: [] }
const classes = new Map<string, { groups: number[]; heads: string[] }>()

function entryOf(term: string) {
  const known = classes.get(term) ?? { groups: [], heads: [] }
  classes.set(term, known)
  return known
}

const groups = sameMeaning.trim().split('\n')
export const groupCount = groups.length
groups.forEach((line, group) => {
  for (const term of new Set(line.split(/\s+/).map(stem))) entryOf(term).groups.push(group)
})
for (const line of kinds.trim().split('\n')) {
  const [heads, members] = line.split(':')
  for (const member of new Set(members!.trim().split(/\s+/).map(stem))) {
    const known = entryOf(member)
    for (const head of heads!.trim().split(/\s+/).map(stem)) {
      if (head !== member && !known.heads.includes(head)) known.heads.push(head)
    }
  }
}
