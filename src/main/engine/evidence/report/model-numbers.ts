import { html } from 'hono/html'
import type { Estimate } from '../../../../shared/contract/evidence.ts'
import { modelEstimates } from '../../../../shared/model-estimates.ts'
import { decimal } from '../../domain/evidence/words.ts'
import type { Group } from './groups.ts'

/** All numbers of the model, a column per group. */
export function modelNumbers(groups: readonly Group[]) {
  const columns = groups.map(
    ({ estimates }) => new Map(modelEstimates(estimates).map(({ what, value }) => [what, value])),
  )
  return html`<details>
    <summary>Numbers of the model</summary>
    <table>
      <thead>
        <tr>
          <th></th>
          ${groups.map(({ label }) => html`<th scope="col">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${[...columns[0]!.keys()].map(
          (what) =>
            html`<tr>
              <th scope="row">${what}</th>
              ${columns.map((values) => html`<td>${cell(values.get(what))}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`
}

function cell(value: Estimate | undefined): string {
  if (!value || value.estimate === null) return '–'
  const { estimate, lower, upper } = value
  return lower === null || upper === null
    ? decimal(estimate)
    : `${decimal(estimate)} [${decimal(lower)}; ${decimal(upper)}]`
}
