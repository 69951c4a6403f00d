import type { Block } from './report-document.ts'

const ELEMENT = /<(h3|h4|p|svg)\b[^>]*>([\s\S]*?)<\/\1>/g

/** Pictures with their headings as blocks. What is neither is a mistake of who wrote them. */
export function blocksOfMarkup(markup: string): Block[] {
  const rest = markup.replaceAll(ELEMENT, '').trim()
  if (rest !== '')
    throw new Error(`A picture of the report has more than a heading and an SVG: ${rest}`)
  return Array.from(markup.matchAll(ELEMENT), ([whole, name, inside]): Block => {
    if (name === 'svg') return { kind: 'figure', svg: whole }
    const text = textOf(inside!)
    if (name === 'p') return { kind: 'text', tone: 'small', text }
    return { kind: 'heading', level: name === 'h3' ? 3 : 4, text }
  })
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
}

function textOf(markup: string): string {
  return markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity]!)
    .replaceAll(/\s+/g, ' ')
    .trim()
}
