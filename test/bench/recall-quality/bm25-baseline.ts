import { stemmer } from 'stemmer'
import { entryText } from '../../../src/main/engine/domain/memory/entry-text.ts'
import { stopWords } from '../../../src/main/engine/domain/text/stop-words.ts'
import { words } from '../../../src/main/engine/domain/text/tokenize.ts'
import type { RecallTimeline } from '../../fixtures/recall/timeline.ts'

const K1 = 1.2
const B = 0.75

/** Okapi BM25 as textbooks have it: Porter stems, stop words out, nothing of the product's search. */
export function createBm25(entries: RecallTimeline['entries']): (question: string) => string[] {
  const documents = entries.map((entry) => tokens(entryText(entry)))
  const meanLength = documents.reduce((sum, { length }) => sum + length, 0) / documents.length
  const postings = new Map<string, Map<number, number>>()
  documents.forEach((document, i) => {
    for (const token of document) {
      const places = postings.get(token) ?? new Map<number, number>()
      postings.set(token, places.set(i, (places.get(i) ?? 0) + 1))
    }
  })
  return (question) => {
    const scores = new Map<number, number>()
    for (const token of new Set(tokens(question))) {
      const places = postings.get(token) ?? new Map<number, number>()
      const found = places.size
      const idf = Math.log(1 + (documents.length - found + 0.5) / (found + 0.5))
      for (const [i, frequency] of places) {
        const norm = K1 * (1 - B + (B * documents[i]!.length) / meanLength)
        const score = (idf * frequency * (K1 + 1)) / (frequency + norm)
        scores.set(i, (scores.get(i) ?? 0) + score)
      }
    }
    return [...scores].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).map(([i]) => entries[i]!.id)
  }
}

function tokens(text: string): string[] {
  return words(text)
    .filter((word) => !stopWords.has(word))
    .map((word) => stemmer(word))
}
