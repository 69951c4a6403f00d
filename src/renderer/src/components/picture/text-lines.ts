import { measureText } from './svg-text.ts'

/** One line of a text as it stands on the screen, in pixels of the viewport. */
export type TextLine = {
  readonly text: string
  readonly left: number
  readonly baseline: number
  readonly width: number
}

/** The lines a text node is broken into; what its box cuts off is left out or shortened. */
export function linesOf(node: Text, font: string, clip: DOMRect | null): TextLine[] {
  const lines: { text: string; rect: DOMRect }[] = []
  const range = document.createRange()
  const content = node.data
  for (let at = 0; at < content.length; at += 1) {
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    const rect = range.getBoundingClientRect()
    if (rect.width === 0 && rect.height === 0) continue
    const line = lines.at(-1)
    // SVG drops blanks at the beginning: the line begins with its first letter.
    if (content[at]!.trim() === '' && (!line || Math.abs(line.rect.top - rect.top) >= 2)) continue
    if (line && Math.abs(line.rect.top - rect.top) < 2) {
      line.text += content[at]
      line.rect = new DOMRect(
        line.rect.left,
        line.rect.top,
        rect.right - line.rect.left,
        line.rect.height,
      )
    } else lines.push({ text: content[at]!, rect })
  }
  return lines
    .filter(({ text, rect }) => text.trim() !== '' && isInside(rect, clip))
    .map(({ text, rect }) => {
      const { ascent } = measureText(text, font)
      const shown = fitted(text, rect, font, clip)
      return {
        text: shown.trimEnd(),
        left: rect.left,
        baseline: rect.top + ascent * rect.height,
        width: rect.width,
      }
    })
}

function isInside({ top, bottom, left }: DOMRect, clip: DOMRect | null): boolean {
  const middle = (top + bottom) / 2
  return clip === null || (middle > clip.top && middle < clip.bottom && left < clip.right)
}

function fitted(text: string, rect: DOMRect, font: string, clip: DOMRect | null): string {
  if (clip === null || rect.right <= clip.right + 1) return text
  let shown = text
  while (shown.length > 1 && measureText(`${shown}…`, font).width > clip.right - rect.left)
    shown = shown.slice(0, -1)
  return `${shown.trimEnd()}…`
}
