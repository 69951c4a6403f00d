/** Where a label stands on a scale from bad to good; undefined: it cannot be told. */
export type Polarity = -1 | 0 | 1

const middle =
  /\b(?:neither|neutral|about the same|the same|same as|no change|unchanged|stayed the same|average|just right|about right|mixed|in between|undecided|no difference|so-so|50\/50)\b/i
const good = new Set(
  (
    'agree satisfied happy likely good excellent great fantastic perfect outstanding superb wonderful brilliant exceptional ' +
    'well easy easily clear fair useful helpful pleased delighted better best higher more larger bigger safe favour favor favourable favorable ' +
    'support positive important comfortable affordable lenient satisfactory acceptable definitely probably amazing incredible ' +
    'interesting fast quick clean friendly polite reliable trustworthy true increase increased improved improve rise approve ' +
    'confident strong warm bright quiet beautiful fresh tasty exceeded love like enjoyable pleasant'
  ).split(' '),
)
const bad = new Set(
  (
    'disagree dissatisfied unhappy unlikely bad poor poorly badly terrible awful horrible dreadful difficult hard unclear unfair ' +
    'useless displeased worse worst lower less smaller unsafe oppose opposed against unfavourable unfavorable negative unimportant ' +
    'uncomfortable unaffordable strict disappointing disappointed impossible boring slow dirty rude unreliable false decrease decreased ' +
    'declined decline fall disapprove weak cold dark noisy ugly stale hate dislike unpleasant inadequate unacceptable unsatisfactory failed'
  ).split(' '),
)
/** Some scales use them as the middle, others as a low or high point. */
const either = new Set([
  'fair',
  'acceptable',
  'okay',
  'ok',
  'satisfactory',
  'adequate',
  'decent',
  'fine',
])

export type Reading = { readonly polarity: Polarity | undefined; readonly mayBeMiddle: boolean }

export function readLabel(text: string): Reading {
  const lower = text.toLowerCase()
  if (middle.test(lower)) return { polarity: 0, mayBeMiddle: false }
  const words = lower.match(/[a-z']+/g) ?? []
  const mayBeMiddle = words.some((word) => either.has(word)) && words.length <= 2
  const negated = /\b(?:not|no|never|hardly|isn't|wasn't)\b/.test(lower)
  const sign = words.some((word) => bad.has(word) || isNegatedForm(word))
    ? -1
    : words.some((word) => good.has(word) || either.has(word))
      ? 1
      : undefined
  if (sign === undefined) return { polarity: undefined, mayBeMiddle: false }
  return { polarity: negated ? (-sign as Polarity) : sign, mayBeMiddle }
}

/** "Unappealing", "dissatisfied": the opposite of a word that is good. */
function isNegatedForm(word: string): boolean {
  return /^(?:un|dis|in|im)/.test(word) && good.has(word.replace(/^(?:un|dis|in|im)/, ''))
}
