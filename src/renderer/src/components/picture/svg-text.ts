export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Attributes of an element, numbers rounded to what can be seen; empty ones are left out. */
export function attributes(of: Record<string, string | number | null | undefined>): string {
  return Object.entries(of)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(toText(value!))}"`)
    .join('')
}

function toText(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : value
}

let context: CanvasRenderingContext2D | undefined

/** Width in pixels, and how far the glyphs reach above the baseline as a part of their height. */
export function measureText(text: string, font: string): { width: number; ascent: number } {
  context ??= document.createElement('canvas').getContext('2d')!
  context.font = font
  const {
    width,
    fontBoundingBoxAscent: up,
    fontBoundingBoxDescent: down,
  } = context.measureText(text)
  return { width, ascent: up / (up + down) }
}

/** Words put into lines no wider than `width` pixels. */
export function wrapText(text: string, font: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && measureText(longer, font).width <= width)
      lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
