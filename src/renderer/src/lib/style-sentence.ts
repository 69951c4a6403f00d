import type { CommunicationStyle } from '../../../shared/contract/personas.ts'

type Dimension = Exclude<keyof CommunicationStyle, 'habits'>

const poles: Record<Dimension, [low: string, high: string]> = {
  formality: ['casually', 'formally'],
  verbosity: ['briefly', 'at length'],
  directness: ['in a roundabout way', 'directly'],
  warmth: ['coolly', 'warmly'],
  humor: ['in earnest', 'with humour'],
}

/** “Speaks briefly, directly and warmly; says "to be fair" a lot.” */
export function describeStyle(style: CommunicationStyle): string {
  const words = (Object.keys(poles) as Dimension[])
    .filter((dimension) => Math.abs(style[dimension] - 50) >= 12)
    .toSorted((a, b) => Math.abs(style[b] - 50) - Math.abs(style[a] - 50))
    .slice(0, 4)
    .map((dimension) => poles[dimension][style[dimension] < 50 ? 0 : 1])
  const manner = words.length === 0 ? 'in a middling manner' : joinWords(words)
  const habits = style.habits.length > 0 ? `; ${style.habits.join(', ')}` : ''
  return `Speaks ${manner}${habits}.`
}

/** “a”, “a and b”, “a, b and c”. */
export function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
