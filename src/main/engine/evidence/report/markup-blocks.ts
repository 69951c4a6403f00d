import type { Block } from './report-document.ts'

const ELEMENT = /<(h3|h4|p|ul|svg)\b[^>]*>([\s\S]*?)<\/\1>/g

/** Pictures with their headings and notes as blocks. What is of no known kind becomes plain text. */
export function blocksOfMarkup(markup: string): Block[] {
  const found: Block[] = []
  let end = 0
  for (const match of markup.matchAll(ELEMENT)) {
    found.push(...plain(markup.slice(end, match.index)), ...blocksOf(match))
    end = match.index + match[0].length
  }
  return [...found, ...plain(markup.slice(end))]
}

function blocksOf([whole, name, inside]: RegExpMatchArray): Block[] {
  switch (name) {
    case 'svg':
      return [{ kind: 'figure', svg: whole! }]
    case 'h3':
    case 'h4':
      return [{ kind: 'heading', level: name === 'h3' ? 3 : 4, text: textOf(inside!) }]
    case 'ul':
      return [
        {
          kind: 'list',
          items: Array.from(inside!.matchAll(/<li>([\s\S]*?)<\/li>/g), ([, item]) => ({
            text: textOf(item!),
          })),
        },
      ]
    default: {
      const isNote = /^<p class="(?:meta|small)"/.test(whole!)
      return [{ kind: 'text', text: textOf(inside!), ...(isNote ? { tone: 'small' } : {}) }]
    }
  }
}

function plain(markup: string): Block[] {
  const text = textOf(markup)
  return text === '' ? [] : [{ kind: 'text', text }]
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
}

export function textOf(markup: string): string {
  return markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity]!)
    .replaceAll(/\s+/g, ' ')
    .trim()
}
