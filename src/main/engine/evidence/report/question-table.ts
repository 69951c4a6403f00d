import { html } from 'hono/html'
import type {
  DomainEstimates,
  Estimate,
  QuestionEvidence,
} from '../../../../shared/contract/evidence.ts'
import { measurePanels } from '../../../../shared/measure-panels.ts'
import { decimal, percent } from '../../domain/evidence/words.ts'
import type { Group } from './groups.ts'

/** The numbers behind the pictures of a question, a column per group. */
export function table(question: QuestionEvidence, groups: readonly Group[]) {
  const [{ estimates: overall }] = groups as [Group]
  const rows = [
    ...(overall.shares ?? []).map(({ label }, i) => ({
      name: label,
      cell: ({ shares }: DomainEstimates) => cell(shares?.[i]?.share, percent),
    })),
    ...(overall.mean
      ? [{ name: 'mean', cell: ({ mean }: DomainEstimates) => cell(mean, decimal) }]
      : []),
    ...(overall.median
      ? [{ name: 'median', cell: ({ median }: DomainEstimates) => cell(median, decimal) }]
      : []),
    ...(overall.quartiles
      ? (['lower', 'upper'] as const).map((end) => ({
          name: `${end} quartile`,
          cell: ({ quartiles }: DomainEstimates) => cell(quartiles?.[end], decimal),
        }))
      : []),
    ...measureRows(question),
    { name: 'n', cell: ({ n }: DomainEstimates) => String(n) },
  ]
  return html`<details>
    <summary>Numbers</summary>
    <table>
      <thead>
        <tr>
          <th></th>
          ${groups.map(({ label }) => html`<th scope="col">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ name, cell: cellOf }) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${groups.map(({ estimates }) => html`<td>${cellOf(estimates)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`
}

function cell(estimate: Estimate | undefined, format: (value: number) => string): string {
  if (!estimate || estimate.estimate === null) return '–'
  const { lower, upper } = estimate
  return lower === null || upper === null
    ? format(estimate.estimate)
    : `${format(estimate.estimate)} [${format(lower)}; ${format(upper)}]`
}

function measureRows(question: QuestionEvidence) {
  const of = ({ measures = [] }: DomainEstimates, name: string) =>
    measures.find((measure) => measure.name === name)
  return measurePanels(question).flatMap(({ heading, isShare, names }) =>
    names.map((name) => {
      const label = of(question.overall, name)!.label
      return {
        name: heading === null ? label : `${heading}: ${label}`,
        cell: (estimates: DomainEstimates) =>
          cell(of(estimates, name)?.estimate, isShare ? percent : decimal),
      }
    }),
  )
}
