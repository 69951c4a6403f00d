import { unclosed } from './sentences.ts'

const markers = [
  /\b(?:think|feel|opinion|view|views|thoughts|heard|know|worr(?:y|ies)|concerns?|bothers?|appeals?|say|tell me|learn)\b[^?.!]{0,30}?\b(?:about|of|on|for)\s+([^?.!,;:]+)/i,
  /\bmake of\s+([^?.!,;:]+)/i,
  /\b(?:use|using|buy|buying|try|trying|like|trust|support|prefer|join|choose|want|need|consider|recommend|switch(?:ing)? to|pay for|change|keep)\s+((?:a|an|the|this|that|these|those|your|our|my|to)\b[^?.!,;:]+)/i,
  /\bhow \w+ (?:is|are|was|were|would)\s+((?:a|an|the|this|that|these|those|your|our)\s[^?.!,;:]+)/i,
  /\b(?:is|are|was|were)\s+((?:the|this|that|these|those|your|our)\s[^?.!,;:]+)/i,
]

/** What a question is about, as a phrase to repeat: "a shared electric car"; "it" where unclear. */
export function subjectOf(question: string): string {
  for (const marker of markers) {
    const found = marker.exec(question)?.[1]
    if (found) return cut(found)
  }
  return 'it'
}

/** At most seven words, seen from the other side of the table. */
function cut(phrase: string): string {
  const words = unclosed(phrase).split(/\s+/)
  const end = words.findIndex((word, i) => i > 0 && stops.has(word.toLowerCase()))
  const kept = words.slice(0, Math.min(7, end === -1 ? words.length : end))
  const turned = kept.map((word) => turn[word.toLowerCase()] ?? word).join(' ')
  return turned.length > 60 || kept.length === 0 ? 'it' : turned
}

const stops: ReadonlySet<string> = new Set(
  'to and or if when because that which who while but so is are was were would could should do does instead rather than for in at on with without over from as every'.split(
    ' ',
  ),
)
const turn: Readonly<Record<string, string>> = { your: 'my', you: 'me', yourself: 'myself' }
