import { foldText } from '../../../../shared/fold-text.ts'
import type { TimelineEntry } from '../../../../shared/contract/timeline.ts'

export type Piece = { text: string; isHit: boolean }

/** How far into an excerpt its first hit may lie, so that two lines hold it. */
const readBefore = 40

/** The text cut where words of a search begin and end in it; whole where none occurs. */
export function markWords(text: string, words: readonly string[]): Piece[] {
  const isHit = hitsOf(text, words)
  const pieces: Piece[] = []
  for (let i = 0; i < text.length; i++) {
    const last = pieces.at(-1)
    if (last && last.isHit === isHit[i]) last.text += text[i]
    else pieces.push({ text: text[i]!, isHit: isHit[i]! })
  }
  return pieces
}

type Body = Pick<TimelineEntry, 'facts' | 'feelings' | 'interpretation' | 'emotionTags'>

/** The field in which the words of a search occur, begun where they do; else the facts. */
export function excerptOf(body: Body, words: readonly string[]): Piece[] {
  const fields = [body.facts, body.feelings, body.interpretation, body.emotionTags.join(', ')]
  const hit = fields.map((field) => markWords(field, words)).find((pieces) => hasHit(pieces))
  if (!hit) return [{ text: body.facts, isHit: false }]
  const [before, ...rest] = hit
  if (!before || before.isHit || before.text.length <= readBefore) return hit
  const cut = before.text.indexOf(' ', before.text.length - readBefore)
  const start = cut === -1 ? before.text.length - readBefore : cut + 1
  return [{ text: `…${before.text.slice(start)}`, isHit: false }, ...rest]
}

const hasHit = (pieces: readonly Piece[]) => pieces.some(({ isHit }) => isHit)

/** Whether each character belongs to a hit. Folding shortens, so folded places are traced back. */
function hitsOf(text: string, words: readonly string[]): boolean[] {
  let folded = ''
  const origins: number[] = []
  for (let i = 0; i < text.length; i++) {
    const letter = foldText(text[i]!)
    for (let part = 0; part < letter.length; part++) origins.push(i)
    folded += letter
  }
  const isHit = new Array<boolean>(text.length).fill(false)
  for (const word of words) {
    if (word === '') continue
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      isHit.fill(true, origins[at], origins[at + word.length - 1]! + 1)
  }
  return isHit
}
