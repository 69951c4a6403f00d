/** Stands for a character that the font has no picture of. */
const MISSING = '◊'

/**
 * Which characters a TrueType font has, by its `cmap` table (format 4: those of the basic plane).
 *
 * @throws Error when the font has no such table
 */
export function charactersOf(font: Uint8Array): (codePoint: number) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const table = tableOffset(view, 'cmap')
  const subtable = Array.from({ length: view.getUint16(table + 2) }, (_, i) =>
    view.getUint32(table + 4 + 8 * i + 4),
  ).find((offset) => view.getUint16(table + offset) === 4)
  if (subtable === undefined) throw new Error('The font has no cmap of format 4')
  const at = table + subtable
  const segments = view.getUint16(at + 6) / 2
  const ends = at + 14
  const starts = ends + 2 * segments + 2
  const ranges = Array.from({ length: segments }, (_, i) => {
    const place = starts + 2 * i
    return {
      end: view.getUint16(ends + 2 * i),
      start: view.getUint16(place),
      delta: view.getInt16(place + 2 * segments),
      offsetAt: place + 4 * segments,
      offset: view.getUint16(place + 4 * segments),
    }
  })
  return (codePoint) => {
    const range = ranges.find(({ end }) => codePoint <= end)
    if (!range || codePoint < range.start) return false
    if (range.offset === 0) return ((codePoint + range.delta) & 0xff_ff) !== 0
    return view.getUint16(range.offsetAt + range.offset + 2 * (codePoint - range.start)) !== 0
  }
}

/** Shows text as far as a font can, and counts what it could not. */
export class Printable {
  readonly #has: (codePoint: number) => boolean
  /** Characters that stand as a lozenge. */
  missing = 0

  constructor(has: (codePoint: number) => boolean) {
    this.#has = has
  }

  text(text: string): string {
    return Array.from(text.normalize('NFC'), (character) => {
      const codePoint = character.codePointAt(0)!
      if (character === '\n' || character === '\t') return character
      if (/\p{Cc}/u.test(character)) return ''
      if (this.#has(codePoint)) return character
      // Joiners and variation selectors have no picture of their own.
      if (/[\p{Cf}\p{Mn}]/u.test(character)) return ''
      this.missing += 1
      return MISSING
    }).join('')
  }
}

function tableOffset(view: DataView, tag: string): number {
  for (let i = 0; i < view.getUint16(4); i++) {
    const entry = 12 + 16 * i
    const name = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(entry + at)))
    if (name === tag) return view.getUint32(entry + 8)
  }
  throw new Error(`The font has no table ${tag}`)
}
