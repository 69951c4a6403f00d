import { html, raw } from 'hono/html'
import type { Estimate } from '../../../../shared/contract/evidence.ts'

export type Markup = ReturnType<typeof raw>

/** One mark of a picture: whose it is, its colour and its number. */
export type Mark = { readonly group: string; readonly colour: string; readonly estimate: Estimate }

export const WIDTH = 720
export const LABEL_WIDTH = 210
export const RIGHT = 20

// Every part is plain text and markup, so Hono's template has nothing to wait for.
export function markup(value: unknown): Markup {
  return raw(String(value))
}

function rehearsalMark(): Markup {
  return markup(
    html`<text class="rehearsal" x="${WIDTH - RIGHT}" y="13" text-anchor="end">
      rehearsal, not evidence about people
    </text>`,
  )
}

export type PictureOptions = {
  readonly title: string
  /** Printed inside the picture, so that a copied picture keeps its label. */
  readonly rehearsal: boolean
}

/** A picture that stands alone. */
export function picture(
  height: number,
  { title, rehearsal }: PictureOptions,
  drawn: Markup,
): Markup {
  return markup(
    html`<svg
      viewBox="0 0 ${WIDTH} ${height}"
      role="img"
      aria-label="${title}"
      xmlns="http://www.w3.org/2000/svg"
    >
      ${drawn} ${rehearsal ? rehearsalMark() : ''}
    </svg>`,
  )
}

type Point = readonly [x: number, y: number]

/** From one end of an interval to the other. */
export function intervalLine([x1, y1]: Point, [x2, y2]: Point, colour: string): Markup {
  return markup(
    html`<line x1="${x1}" x2="${x2}" y1="${y1}" y2="${y2}" stroke="${colour}" stroke-width="2" />`,
  )
}

/** What a mark says when it is pointed at: the number with its interval and n. */
export function markTitle({ group, estimate }: Mark, format: (value: number) => string): string {
  const { lower, upper, n, cautious } = estimate
  const interval =
    lower === null || upper === null ? '' : ` (95 % interval ${format(lower)} to ${format(upper)})`
  const wider = cautious ? `, cautious ${format(cautious.lower)} to ${format(cautious.upper)}` : ''
  return `${group}: ${format(estimate.estimate ?? 0)}${interval}${wider}, n ${n}`
}
