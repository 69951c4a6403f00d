import { html } from 'hono/html'
import type { EvidenceWarning } from '../../../../shared/contract/evidence.ts'

const words = { error: 'Error', warning: 'Warning', info: 'Note' } as const

/** What to know before the numbers, worst first; nothing where there is nothing to warn of. */
export function warningList(warnings: readonly EvidenceWarning[]) {
  if (warnings.length === 0) return ''
  return html`<section aria-label="Read this first">
    <h2>Read this first</h2>
    <ul class="warnings">
      ${warnings.map(
        ({ severity, questionId, title, what, means, todo }) =>
          html`<li>
            <strong>${words[severity]}: ${title}</strong>
            ${questionId === null ? '' : html`<span class="tag">${questionId}</span>`}
            <br />${what} ${means} <em>${todo}</em>
          </li>`,
      )}
    </ul>
  </section>`
}
