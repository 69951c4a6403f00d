const known = new Map<string, string | null>()

/** Any CSS colour as SVG editors know it, `#rrggbb` or `rgba(…)`; null where nothing is painted. */
export function svgColour(css: string): string | null {
  const cached = known.get(css)
  if (cached !== undefined) return cached
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.fillStyle = css
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data
  const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')
  const solid = alpha === 255 ? `#${hex}` : null
  const colour =
    alpha === 0 ? null : (solid ?? `rgba(${red},${green},${blue},${(alpha / 255).toFixed(3)})`)
  known.set(css, colour)
  return colour
}
