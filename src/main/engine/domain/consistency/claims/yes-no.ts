/** What a bare "yes" or "no" says: the question turned into a statement, and how long the word is. */
export type Elliptic = { readonly statement: string; readonly length: number }

const short =
  /^\s*(?<yes>yes|yeah|yep|sure|of course|i do|i am|i have|i can)\b|^\s*(?<no>no|nope|never|not at all|not really|not once|i don't|i do not|i'm not|i am not|i can't|i haven't)\b/i
const auxiliary = /(?:^|[.!,;] )(?<aux>do|are|have|can) you (?<rest>[^.?!]+)\?\s*$/i

/**
 * "No." to "Have you ever been to Rome?" claims as much as a sentence. Undefined where the question
 * is not one of yes and no, offers a choice, or asks about the past.
 */
export function readElliptic(question: string, answer: string): Elliptic | undefined {
  const asked = auxiliary.exec(question)
  const said = short.exec(answer)
  if (!asked || !said) return undefined
  const { aux = '', rest = '' } = asked.groups!
  if (
    /\b(?:or (?!sisters|brothers|siblings)|why|how|what|think|feel|remember|know|mind|want|plan|believe|prefer)\b/i.test(
      rest,
    )
  )
    return undefined
  const affirmed = said.groups!['yes'] !== undefined
  return { statement: statementOf(aux.toLowerCase(), rest, affirmed), length: said[0].length }
}

function statementOf(aux: string, rest: string, affirmed: boolean): string {
  const mine = rest.replaceAll(/\byour\b/gi, 'my').replaceAll(/\byou\b/gi, 'I')
  const plain = mine.replace(/^ever /, '')
  if (aux === 'do')
    return affirmed ? `I ${plain.replace(/\bany\b/, 'some')}.` : `I do not ${plain}.`
  if (aux === 'are') return affirmed ? `I am ${plain}.` : `I am not ${plain}.`
  if (aux === 'can') return affirmed ? `I can ${plain}.` : `I can not ${plain}.`
  if (affirmed) return `I have ${plain.replace(/\bany\b/, 'some')}.`
  return `I have ${mine.startsWith('ever ') || /^\w+(?:ed|en|wn|ung|um)\b|^(?:been|gone|seen|had|ridden)\b/.test(mine) ? 'never' : 'not'} ${plain}.`
}
