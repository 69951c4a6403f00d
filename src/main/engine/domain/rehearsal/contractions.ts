const pairs: readonly (readonly [short: string, long: string])[] = [
  ["can't", 'cannot'],
  ["won't", 'will not'],
  ["don't", 'do not'],
  ["didn't", 'did not'],
  ["doesn't", 'does not'],
  ["couldn't", 'could not'],
  ["wouldn't", 'would not'],
  ["wasn't", 'was not'],
  ["isn't", 'is not'],
  ["aren't", 'are not'],
  ["haven't", 'have not'],
  ["there's", 'there is'],
  ["that's", 'that is'],
  ["it's", 'it is'],
  ["let's", 'let us'],
  ["what's", 'what is'],
  ["I'm", 'I am'],
  ["I'd", 'I would'],
  ["I'll", 'I will'],
  ["I've", 'I have'],
  ["we're", 'we are'],
  ["they're", 'they are'],
  ["you're", 'you are'],
  ["nobody's", 'nobody is'],
]

const toLong = new Map(pairs.map(([short, long]) => [short.toLowerCase(), long]))
const toShort = new Map(pairs.map(([short, long]) => [long.toLowerCase(), short]))
const shortForms = new RegExp(`\\b(${[...toLong.keys()].join('|')})\\b`, 'gi')
// Nor "what there is to hear", "than it is worth" or "what I took from it is that".
const unstressed = '(?<!\\b(?:what|where|how|who|than|as|from|of|to|with|about|for|in|on|at) )'
// "It is." at the end of a clause stays long: nobody says "it's" there. Nor "I've to go".
const longForms = new RegExp(
  `${unstressed}\\b(?!I have (?:to|a|an|the|no|enough)\\b)(${[...toShort.keys()].join('|')})\\b(?=\\s+[\\p{L}\\p{N}])`,
  'giu',
)

/** "don't" → "do not". */
export function expandContractions(text: string): string {
  return text.replace(shortForms, (form) => cased(form, toLong.get(form.toLowerCase())!))
}

/** "do not" → "don't". */
export function contract(text: string): string {
  return text.replace(longForms, (form) => cased(form, toShort.get(form.toLowerCase())!))
}

function cased(model: string, text: string): string {
  const upper = model[0] !== model[0]!.toLowerCase()
  return upper ? text[0]!.toUpperCase() + text.slice(1) : text
}
