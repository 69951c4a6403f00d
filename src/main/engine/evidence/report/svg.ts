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

/** Printed inside a picture, so that a copied picture keeps its label. */
export function rehearsalMark(): Markup {
  return markup(
    html`<text class="rehearsal" x="${WIDTH - RIGHT}" y="13" text-anchor="end">
      rehearsal, not evidence about people
    </text>`,
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
