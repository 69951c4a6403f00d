import type { Directive, RecalledMemory } from '../../src/shared/contract/recall.ts'

export type RecalledOverrides = {
  kind?: Directive['kind']
  memoryType?: RecalledMemory['memoryType']
  vividness?: RecalledMemory['vividness']
  eventLabel?: string
  facts?: string
  feelings?: string
}

/** A memory as recall hands it out, its text as full as it can be. */
export function aRecalled({
  kind = 'tell',
  memoryType = 'normal',
  vividness = 'clear',
  eventLabel = 'The bakery fire',
  facts = 'The oven caught fire.',
  feelings = 'fright',
}: RecalledOverrides = {}): RecalledMemory {
  return {
    entryId: crypto.randomUUID() as RecalledMemory['entryId'],
    sequence: 1,
    eventAt: '2011-05-02T00:00:00.000Z',
    eventLabel,
    memoryType,
    memoryStrength: 60,
    vividness,
    score: 0.8,
    parts: { relevance: 0.5, strength: 0.2, recency: 0.1, typeBonus: 0, redundancy: 0 },
    foundBy: {
      vectorRank: 1,
      textRank: 1,
      cosine: 0.5,
      matchedTerms: [],
      coverage: 0.5,
      context: 0,
    },
    directive: { kind, text: `Do: ${kind}.` },
    text: `2011-05-02, ${eventLabel}. ${facts} You felt: ${feelings}. What you make of it: I check the oven twice.`,
  }
}
