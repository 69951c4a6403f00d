import type { EntryId } from '../../../../shared/contract/ids.ts'
import { relatedWords } from '../text/lexicon/related-words.ts'
import { tokenize, words } from '../text/tokenize.ts'
import { kindWords } from './entry-text.ts'
import { isSensitive, type Memory } from './memory.ts'
import { isRelevant, type Match } from './relevance.ts'
import { questionWords } from './search/question-words.ts'

type Found = Memory & {
  readonly match: Match
  /** One of its triggers occurs in the question. */
  readonly triggered: boolean
}

/** Share of what is asked from which a question is about what happened in a memory. */
const ABOUT_FROM = 0.5
/** Cosine from which a question is about a memory though it uses none of its words. */
const ALIKE_FROM = 0.65

/**
 * The sensitive memories that a question goes straight to. One that merely shares a word with them,
 * or that other memories answer as well, leaves them alone.
 */
export function probedBy(question: string, found: readonly Found[]): EntryId[] {
  // Reading what every memory touches is most of the work, and few questions come near what is kept
  // back.
  if (
    !found.some((memory) => isSensitive(memory) && (memory.triggered || isRelevant(memory.match)))
  )
    return []
  const concepts = conceptsOf(question)
  const touched = found.map((memory) => ({ memory, touch: touchOf(memory, concepts) }))
  const rivals = touched.filter(({ memory }) => !isSensitive(memory))
  const rival = Math.max(0, ...rivals.map(({ touch }) => touch.share))
  const alike = Math.max(...found.map(({ match }) => match.cosine ?? -1))
  return touched
    .filter(({ memory, touch }) => {
      if (!isSensitive(memory)) return false
      if (memory.triggered) return true
      if (!isRelevant(memory.match)) return false
      return isNamed(touch, rival) || isMeant(memory, { touch, rival, alike })
    })
    .map(({ memory }) => memory.entryId)
}

type Touch = {
  /** Share of the question's concepts that occur in what happened, 0–1. */
  readonly share: number
  /** Of those, how many are in the label, or name the kind of memory. */
  readonly naming: number
  readonly hits: number
}

type Concept = {
  /** Stems of the question's own word and of what means the same. */
  readonly terms: readonly string[]
  /** Whether it is a word for what somebody would rather not have done. */
  readonly isOfShame: boolean
}

// What a memory is about is its label and its facts. Feelings and what was made of it touch on
// anything.
function touchOf(memory: Memory, concepts: readonly Concept[]): Touch {
  const label = new Set(tokenize(memory.eventLabel))
  const facts = new Set(tokenize(memory.facts))
  const isNaming = ({ terms, isOfShame }: Concept) =>
    terms.some((term) => label.has(term)) || (isOfShame && memory.memoryType === 'shame')
  const isHit = (concept: Concept) =>
    isNaming(concept) || concept.terms.some((term) => facts.has(term))
  const hits = concepts.filter(isHit).length
  return {
    hits,
    naming: concepts.filter(isNaming).length,
    share: concepts.length === 0 ? 0 : hits / concepts.length,
  }
}

const shameTerms = new Set(
  tokenize(`${kindWords.shame ?? ''} guilty regret embarrassed embarrassing`),
)

/** What a question asks about, without the words that every question is made of. */
export function conceptsOf(question: string): Concept[] {
  const asked = words(question).filter((word) => !questionWords.has(word))
  return [...new Set(tokenize(asked.join(' ')))].map((term) => ({
    terms: [term, ...meaningTheSame(term)],
    isOfShame: shameTerms.has(term),
  }))
}

function meaningTheSame(term: string): string[] {
  return [...relatedWords(term)].filter(([, nearness]) => nearness === 'same').map(([word]) => word)
}

/** Called by its name, or by what happened, and no other memory is meant as likely. */
function isNamed({ share, naming, hits }: Touch, rival: number): boolean {
  if (naming >= 2 && share >= rival) return true
  return share >= ABOUT_FROM && share > rival && (naming >= 1 || hits >= 2)
}

/** Nearer in meaning than anything else that was found. */
function isMeant(
  { match }: Found,
  { touch, rival, alike }: { touch: Touch; rival: number; alike: number },
): boolean {
  const cosine = match.cosine ?? -1
  return cosine >= ALIKE_FROM && cosine >= alike && touch.share >= rival
}
