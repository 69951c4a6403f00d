const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  euro: '€',
  pound: '£',
  deg: '°',
  times: '×',
  copy: '©',
  reg: '®',
  trade: '™',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ntilde: 'ñ',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
}

/** Where a block begins or ends; several in a row are one line. Of no script's characters. */
const BLOCK = '\uE000'

/**
 * What a reader sees of HTML: tags and what is in scripts and styles gone, blocks and breaks on
 * lines of their own, runs of spaces one, entities as their characters. In that order, so that
 * an escaped tag stays the words it is.
 */
export function toPlainText(html: string): string {
  return decode(withoutTags(html.replaceAll(/\s+/g, ' ')))
    .replaceAll(/[ \t\u00a0]+/g, ' ')
    .replaceAll(/(?: ?\uE000 ?)+/g, '\n')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

/** The HTML that shows a text as it is. */
export function toHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\r?\n/g, '<br>')
}

/** Whether pictures, sound, film or frames are in it: words cannot stand for them. */
export function hasMedia(html: string): boolean {
  return /<(?:img|video|audio|iframe|embed|object|svg|canvas)\b/i.test(html)
}

// A scan instead of one pattern: unclosed tags in 10 MB would make a pattern look ahead again and again.
function withoutTags(html: string): string {
  let text = ''
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open === -1) return text + html.slice(at)
    text += html.slice(at, open)
    const tag = /^<(\/?)([a-zA-Z!][a-zA-Z0-9-]*)/.exec(html.slice(open, open + 40))
    if (!tag) {
      text += '<'
      at = open + 1
      continue
    }
    const name = tag[2]!.toLowerCase()
    text += breakOf(name, tag[1] === '/')
    at = endOf(html, { open, name: tag[1] === '/' ? '' : name })
  }
  return text
}

function endOf(html: string, { open, name }: { open: number; name: string }): number {
  const closing = name === 'script' || name === 'style' ? `</${name}` : ''
  const from = closing ? indexOfAnyCase(html, closing, open) : open
  if (from === -1) return html.length
  const end = name.startsWith('!--') ? html.indexOf('-->', open) + 2 : html.indexOf('>', from)
  return end < open ? html.length : end + 1
}

function indexOfAnyCase(html: string, text: string, from: number): number {
  const found = html.slice(from).search(new RegExp(text, 'i'))
  return found === -1 ? -1 : from + found
}

function breakOf(name: string, closes: boolean): string {
  if (name === 'br' || name === 'tr' || name === 'hr') return '\n'
  if (name === 'li') return closes ? '' : '\n• '
  if (/^(?:p|div|h[1-6]|ul|ol|table|blockquote)$/.test(name)) return BLOCK
  return name === 'td' || name === 'th' ? ' ' : ''
}

function decode(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) return Object.hasOwn(entities, name) ? entities[name]! : whole
      const code = decimal ? Number(decimal) : Number.parseInt(hex!, 16)
      const isCharacter = code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      return isCharacter ? String.fromCodePoint(code) : ' '
    },
  )
}
