import { plainText } from './plain-text.ts'

// Words and phrases by how hostile they are, 0–1. Slurs are kept as stems of what they target, so
// that the list itself can be read without harm. A lexicon sees words, not intent: the threshold
// is a setting.
const weights: readonly (readonly [number, readonly string[]])[] = [
  [1, ['kill yourself', 'kys', 'i will kill you', 'you should die', 'hope you die', 'gas the']],
  [0.85, ['go die', 'worthless piece of', 'subhuman', 'vermin like you', 'rape you', 'fuck you']],
  [0.75, ['piece of shit', 'motherfucker', 'cunt', 'shut the fuck up', 'hate all']],
  [0.5, ['asshole', 'bastard', 'bitch', 'moron', 'imbecile', 'retard', 'scum']],
  [0.3, ['idiot', 'stupid', 'dumb', 'shut up', 'loser', 'pathetic', 'shit', 'fuck', 'fucking']],
]

/**
 * How hostile a text reads, 0–1: the strongest word in it, raised a little by each further one. A
 * built-in lexicon; at the default threshold of 0.7 a single swear word passes and a threat does not.
 */
export function toxicity(text: string): number {
  const plain = plainText(text)
  const found = weights
    .flatMap(([weight, terms]) =>
      terms.filter((term) => plain.includes(` ${term} `)).map(() => weight),
    )
    .toSorted((a, b) => b - a)
  return found.reduce((score, weight, i) => score + (1 - score) * weight * (i === 0 ? 1 : 0.25), 0)
}
