import { html } from 'hono/html'
import {
  LABEL_WIDTH,
  markup,
  picture,
  RIGHT,
  WIDTH,
  type Markup,
  type PictureOptions,
} from './svg.ts'

/** Weighted histogram of a numeric answer, zero-based. */
export function histogramChart(
  bins: readonly { from: number; to: number; share: number }[],
  { format, ...options }: PictureOptions & { format: (value: number) => string },
): Markup {
  const height = 170
  const base = height - 26
  const most = Math.max(...bins.map(({ share }) => share), 0.01)
  const width = (WIDTH - LABEL_WIDTH - RIGHT) / Math.max(1, bins.length)
  return picture(
    height,
    options,
    markup(
      html`${bins.map(({ from, to, share }, i) => {
          const barHeight = (share / most) * (base - 14)
          return html`<rect
              class="bar"
              x="${LABEL_WIDTH + i * width + 1}"
              y="${base - barHeight}"
              width="${width - 2}"
              height="${barHeight}"
            >
              <title>${format(from)} to ${format(to)}: ${Math.round(share * 100)} %</title>
            </rect>
            ${
              i % 3 === 0
                ? html`<text
                    class="tick"
                    x="${LABEL_WIDTH + i * width}"
                    y="${height - 8}"
                    text-anchor="middle"
                  >
                    ${format(from)}
                  </text>`
                : ''
            }`
        })}
        <line class="grid" x1="${LABEL_WIDTH}" x2="${WIDTH - RIGHT}" y1="${base}" y2="${base}" />`,
    ),
  )
}
