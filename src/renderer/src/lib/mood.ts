import type { Mood } from '../../../shared/contract/personas.ts'

/** Below this a part of the mood is not worth a word. */
const noticeable = 0.15

const ends: Record<keyof Mood, [low: string, high: string]> = {
  valence: ['low', 'cheerful'],
  arousal: ['calm', 'stirred'],
  dominance: ['unsure', 'confident'],
}

/** “cheerful, slightly stirred”; “even” when nothing stands out. */
export function describeMood(mood: Mood): string {
  const words = (Object.keys(ends) as (keyof Mood)[]).flatMap((part) => {
    const value = mood[part]
    if (Math.abs(value) < noticeable) return []
    const word = ends[part][value < 0 ? 0 : 1]
    return Math.abs(value) < 0.4 ? `slightly ${word}` : word
  })
  return words.length === 0 ? 'even' : words.join(', ')
}

/** How far the mood is from where it returns to. */
export function describeShift(mood: Mood, baseline: Mood): string {
  const shift = mood.valence - baseline.valence
  if (Math.abs(shift) < 0.08) return 'near baseline'
  return shift > 0 ? 'lighter than usual' : 'heavier than usual'
}
