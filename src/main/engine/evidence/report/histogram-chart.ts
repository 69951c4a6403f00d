import { html } from 'hono/html'
import type { ChartOptions } from './dot-whisker-chart.ts'
import { LABEL_WIDTH, markup, rehearsalMark, RIGHT, WIDTH, type Markup } from './svg.ts'

/** Weighted histogram of a numeric answer, zero-based. */
export function histogramChart(
  bins: readonly { from: number; to: number; share: number }[],
  options: Pick<ChartOptions, 'title' | 'format' | 'rehearsal'>,
): Markup {
  const height = 170
  const base = height - 26
  const most = Math.max(...bins.map(({ share }) => share), 0.01)
  const width = (WIDTH - LABEL_WIDTH - RIGHT) / Math.max(1, bins.length)
  return markup(
    html`<svg
      viewBox="0 0 ${WIDTH} ${height}"
      role="img"
      aria-label="${options.title}"
      xmlns="http://www.w3.org/2000/svg"
    >
      ${bins.map(({ from, to, share }, i) => {
        const barHeight = (share / most) * (base - 14)
        return html`<rect
            class="bar"
            x="${LABEL_WIDTH + i * width + 1}"
            y="${base - barHeight}"
            width="${width - 2}"
            height="${barHeight}"
          >
            <title>
              ${options.format(from)} to ${options.format(to)}: ${Math.round(share * 100)} %
            </title>
          </rect>
          ${
            i % 3 === 0
              ? html`<text
                  class="tick"
                  x="${LABEL_WIDTH + i * width}"
                  y="${height - 8}"
                  text-anchor="middle"
                >
                  ${options.format(from)}
                </text>`
              : ''
          }`
      })}
      <line class="grid" x1="${LABEL_WIDTH}" x2="${WIDTH - RIGHT}" y1="${base}" y2="${base}" />
      ${options.rehearsal ? rehearsalMark() : ''}
    </svg>`,
  )
}
