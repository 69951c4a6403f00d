import type { Dice } from '../personas/dice.ts'
import { capitalise, leadIn, unclosed } from './sentences.ts'

/** Puts a habit of speech into the sentences of an answer; never empty in, never empty out. */
export type SpeechHabit = (sentences: readonly string[], dice: Dice) => string[]

/** How a described habit sounds; undefined where it is not one that shows in writing. */
export function speechHabit(description: string): SpeechHabit | undefined {
  const known = unquoted.find(([pattern]) => pattern.test(description))
  if (known) return known[1]
  // Said about others, or of exact words we do not have: it cannot be put anywhere.
  if (
    /about people|instead of|where others|when meaning|uses words|repeats the question/i.test(
      description,
    )
  )
    return undefined
  const phrase = /["“]([^"”]+)["”]/.exec(description)?.[1]
  if (phrase === undefined) return undefined
  if (/\bends?\b|at the end|to close|after\b/i.test(description)) return closing(phrase)
  return opening(phrase)
}

function opening(phrase: string): SpeechHabit {
  const start = phrase[0]!.toUpperCase() + phrase.slice(1)
  return ([first, ...rest]) => [
    leadIn(`${start}${/[?!…]$/.test(phrase) ? '' : ','}`, first!),
    ...rest,
  ]
}

/** A tag goes on the last sentence, anything longer is a sentence of its own. */
function closing(phrase: string): SpeechHabit {
  return (sentences) => {
    if (!isTag(phrase)) return [...sentences, `${capitalise(unclosed(phrase))}.`]
    const last = unclosed(sentences.at(-1)!)
    const joined = /[?!.…]$/.test(phrase) ? `${last}, ${phrase}` : `${last}, ${phrase}.`
    return [...sentences.slice(0, -1), joined]
  }
}

function isTag(phrase: string): boolean {
  return phrase.endsWith('?') || phrase.split(' ').length === 1
}

function remark(remarks: readonly string[]): SpeechHabit {
  return (sentences, dice) => [...sentences, dice.pick(remarks, 'remark')]
}

const unquoted: readonly (readonly [RegExp, SpeechHabit])[] = [
  [
    /compares .*weather/i,
    remark(['It comes and goes like the weather.', 'A bit like rain in May.']),
  ],
  [/compares .*cooking/i, remark(['Like soup, it needs time.', 'Too many cooks, as ever.'])],
  [/compares .*football/i, remark(['As in football, it is decided late.', 'A draw, I would say.'])],
  [
    /quotes a grandmother/i,
    remark(['My grandmother used to say: measure twice.', 'My grandmother had a saying for that.']),
  ],
  [/dry remark/i, remark(['So much for that.', 'The rest is paperwork.'])],
  [/laughs at the end/i, closing('ha')],
  [/apologises before/i, opening('sorry if this sounds odd')],
  [/hedges with/i, opening('maybe')],
  [/asks whether that makes sense/i, remark(['Does that make sense?'])],
  [/thanks people/i, remark(['Thank you for asking.'])],
  [/lists both sides/i, remark(['There are two sides to it.'])],
  [/counts points off/i, opening('first of all')],
  [/keeps a pause/i, opening('hm, well')],
  [
    /proverbs/i,
    remark(['As they say, every cloud has two sides.', 'You can lead a horse to the cart.']),
  ],
  [/answers a question with/i, remark(['What would you do?', 'Why do you ask?'])],
  [/swears mildly/i, opening('damn, pardon me')],
  [/loses the thread/i, opening('where was I, yes')],
]
