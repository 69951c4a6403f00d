import { plainText } from './plain-text.ts'

/** How hostile each kind of words is, 0–1, with its words as plain text has them. */
const lexicon: readonly (readonly [weight: number, words: readonly string[]])[] = [
  // Threats, and calls to die or to kill.
  [
    1,
    [
      'kys',
      'kill yourself(?! (?:laughing|working|trying|over|with|doing|to|at|for))',
      '(?:i|we) (?:will|ll|am going to|m going to|gonna) (?:kill|stab|shoot|strangle|rape|hurt) you',
      'you (?:should|deserve to) die',
      '(?:i )?hope you (?:die|get cancer)',
      '(?:should|must|deserve to) (?:all )?be (?:exterminated|gassed|lynched)',
      'gas them all',
    ],
  ],
  // Slurs against groups, in ROT13 so that this file can be read without harm.
  [
    0.9,
    [
      ...[
        'avttref?',
        'snttbgf?',
        'xvxrf?',
        'fcvpf?(?! naq fcna)',
        'puvaxf?(?! va)',
        'tbbxf?',
        'jrgonpxf?',
        'entrnqf?',
        'genaavrf',
        'genaal',
        'cnxvf?',
        'xnssvef?',
      ].map(rot13),
      'subhumans?',
    ],
  ],
  [0.85, ['fuck you(?! up)', 'go fuck yourself', 'worthless piece of (?:shit|garbage|trash)']],
  [
    0.75,
    ['piece of shit', 'motherfuckers?', 'cunts?', 'shut the fuck up', 'filthy (?:animals?|pigs?)'],
  ],
  [
    0.5,
    [
      'assholes?',
      'arseholes?',
      'bastards?',
      'bitch(?:es)?',
      'morons?',
      'imbeciles?',
      'retards?',
      'retarded',
      'scum',
    ],
  ],
  [
    0.3,
    [
      'idiots?',
      'idiotic',
      'stupid',
      'dumb',
      'shut up',
      'losers?',
      'pathetic',
      'shit',
      'shitty',
      'fuck',
      'fucking',
      'fucked',
    ],
  ],
]

const patterns = lexicon.map(
  ([weight, words]) => [weight, new RegExp(`(?<= )(?:${words.join('|')})(?= )`, 'g')] as const,
)

/**
 * How hostile a text reads, 0–1: the strongest word in it, raised a little by each further one. A
 * built-in English lexicon: it sees words, not intent, and the threshold is a setting. At the
 * default of 0.7 swearing about things passes; threats, slurs and abuse of a person do not.
 */
export function toxicity(text: string): number {
  const plain = plainText(text)
  const found = patterns.flatMap(([weight, pattern]) =>
    [...plain.matchAll(pattern)].map(() => weight),
  )
  return found.reduce((score, weight, i) => score + (1 - score) * weight * (i === 0 ? 1 : 0.25), 0)
}

function rot13(text: string): string {
  return text.replaceAll(/[a-z]/g, (letter) =>
    String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97),
  )
}
