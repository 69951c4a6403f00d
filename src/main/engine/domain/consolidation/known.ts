import { tokenize, words } from '../text/tokenize.ts'

/** Something that was known before, and the words it is known by. */
export type KnownText = { readonly terms: ReadonlyMap<string, number> | ReadonlySet<string> }

/** Share of a statement's words from which one text, or all texts together, say it already. */
const SAID_BY_ONE = 0.7
const SAID_BY_ALL = 0.85
/** Share that one of them must say. */
const MOSTLY = 0.5
/** Texts that may say it together. */
const TOGETHER = 4

/** Words that hardly change what is said. */
const light = new Set(
  tokenize(`also still even finally recently currently later first back then one got get went go
    came come made make really very much time year day years last ago today said say told tell
    called call new old`),
)

/**
 * The text that says a statement already; undefined where the statement is new. Names and numbers
 * must all be there: "I have two sisters" does not know of three.
 *
 * @param texts  the likeliest first
 */
export function findKnown<T extends KnownText>(
  statement: string,
  texts: readonly T[],
): T | undefined {
  const said = new Set(tokenize(statement).filter((term) => !light.has(term)))
  if (said.size === 0) return texts[0]
  const exact = exactWords(statement)
  const together = texts.slice(0, TOGETHER)
  const saidByAll = shareOf(said, (term) => together.some(({ terms }) => terms.has(term)))
  for (const text of texts) {
    if (!exact.every((term) => text.terms.has(term))) continue
    const shared = shareOf(said, (term) => text.terms.has(term))
    if (shared >= SAID_BY_ONE) return text
    if (shared >= MOSTLY && saidByAll >= SAID_BY_ALL && together.includes(text)) return text
  }
  return undefined
}

function shareOf(terms: ReadonlySet<string>, has: (term: string) => boolean): number {
  let found = 0
  for (const term of terms) if (has(term)) found += 1
  return found / terms.size
}

const counts = new Set('two three four five six seven eight nine ten eleven twelve'.split(' '))

/** Stems of numbers, number words and capitalised words that do not begin the statement. */
function exactWords(statement: string): string[] {
  const names = [...statement.matchAll(/(?<=[\p{L},]\s)\p{Lu}[\p{L}'’-]+/gu)].map(([name]) => name)
  const numbers = words(statement).filter((word) => /^\d+$/.test(word) || counts.has(word))
  return tokenize([...names, ...numbers].join(' ')).filter((term) => !light.has(term))
}

/** Whether an answer retells a memory: how many of its words come back, as a share of them. */
export function retoldShare(response: string, memory: string): number {
  const terms = new Set(tokenize(memory))
  if (terms.size === 0) return 0
  const said = new Set(tokenize(response))
  return shareOf(terms, (term) => said.has(term))
}
