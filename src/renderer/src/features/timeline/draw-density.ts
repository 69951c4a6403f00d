import type { Tokens } from '../../styles/tokens.ts'
import type { Density } from './density.ts'
import { memoryTypes } from './life.ts'

type Place = { width: number; height: number }

/** Bars that lie, one per period, stacked by type; grey: what the filter leaves out. */
export function drawDensity(
  context: CanvasRenderingContext2D,
  density: Density,
  { width, height }: Place,
  tokens: Tokens,
): void {
  const { edges, shown, rest, later, peak } = density
  const span = edges.at(-1)! - edges[0]!
  const toY = (at: number) => Math.round(((at - edges[0]!) / span) * height)
  const scale = peak === 0 ? 0 : width / peak
  context.clearRect(0, 0, width, height)
  for (let period = 0; period < edges.length - 1; period++) {
    const top = toY(edges[period]!)
    const thick = Math.max(1, toY(edges[period + 1]!) - top - 1)
    let x = 0
    const bar = (count: number, colour: string) => {
      // Whatever is there is seen: no bar under a pixel.
      const length = count === 0 ? 0 : Math.max(1, count * scale)
      context.fillStyle = colour
      context.fillRect(x, top, length, thick)
      x += length
    }
    memoryTypes.forEach((type, place) =>
      bar(shown[period * memoryTypes.length + place]!, tokens.memory[type]),
    )
    bar(rest[period]!, tokens.hairlineStrong)
    bar(later[period]!, tokens.hairline)
  }
}
