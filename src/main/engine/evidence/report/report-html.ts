import { html, raw } from 'hono/html'
import type {
  Comparison,
  DomainEstimates,
  Estimate,
  Evidence,
  QuestionEvidence,
} from '../../../../shared/contract/evidence.ts'
import { decimal, percent } from '../../domain/evidence/words.ts'
import { dotWhiskerChart, histogramChart, type ChartRow } from './chart.ts'
import { reportStyles } from './report-styles.ts'

export type ReportContext = {
  readonly studyName: string
  readonly objective: string | undefined
  readonly hypothesis: string | undefined
  readonly decisionOwner: string | undefined
  readonly successCriteria: string | undefined
  readonly populationSize: number
  readonly randomSeed: number
  /** Runs of the study so far: a report says which of how many it is. */
  readonly runCount: number
  readonly engineVersion: string
}

type Group = { label: string; colour: string; estimates: DomainEstimates }

// Okabe & Ito (2008), in the order of the interface's cohort colours; ink for everyone.
const INK = '#333a45'
const GROUP_COLOURS = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#8a7a00']

/** The whole report as one file: no script, no address outside it, readable on paper. */
export function renderReport(evidence: Evidence, context: ReportContext): string {
  const { run, questions, warnings } = evidence
  return String(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta
            http-equiv="Content-Security-Policy"
            content="default-src 'none'; style-src 'unsafe-inline'"
          />
          <title>${context.studyName}: evidence</title>
          <style>
            ${raw(reportStyles)}
          </style>
        </head>
        <body>
          <main>
            <p class="kicker">
              Run ${run.number} of ${context.runCount} · ${run.modelName} ·
              ${run.finishedAt?.slice(0, 10) ?? 'not finished'}
            </p>
            <h1>${context.studyName}</h1>
            ${labels(evidence)}
            <p class="headline">${evidence.headline}</p>
            ${purpose(context)}
            ${
              warnings.length === 0
                ? ''
                : html`<section aria-label="Read this first">
                    <h2>Read this first</h2>
                    <ul>
                      ${warnings.map(({ message }) => html`<li>${message}</li>`)}
                    </ul>
                  </section>`
            }
            ${questions.map((question) => questionSection(question, evidence.rehearsal))}
            ${method(evidence, context)}
          </main>
        </body>
      </html>`,
  )
}

function labels({ rehearsal, provisional }: Evidence) {
  return html`${
    rehearsal
      ? html`<p class="label">
          <strong>Rehearsal.</strong> The built-in model answered: this is not evidence about
          people.
        </p>`
      : ''
  }
  ${
    provisional
      ? html`<p class="label">
          <strong>Provisional.</strong> The run is not finished; no p values are given.
        </p>`
      : ''
  }`
}

function purpose({ objective, hypothesis, decisionOwner, successCriteria }: ReportContext) {
  const rows = [
    ['Objective', objective],
    ['Hypothesis', hypothesis],
    ['Decided by', decisionOwner],
    ['Success criteria', successCriteria],
  ].filter(([, value]) => value)
  if (rows.length === 0) return ''
  return html`<dl>
    ${rows.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`
}

function questionSection(question: QuestionEvidence, rehearsal: boolean) {
  const groups = groupsOf(question)
  const { overall } = question
  return html`<section>
    <h2>${question.text}</h2>
    <p class="meta">
      ${overall.n} answers, weighted (effective n ${Math.round(overall.effectiveN)}) ·
      ${overall.dontKnow} don’t know · ${overall.refused} refused · ${overall.invalid} invalid
    </p>
    ${question.type === 'open' ? themes(question) : [legend(groups), pictures(question, groups, rehearsal)]}
    ${comparisons(question.comparisons)} ${question.type === 'open' ? '' : table(groups)}
  </section>`
}

function groupsOf({ overall, segments, conditions }: QuestionEvidence): Group[] {
  const parts = [...segments, ...conditions]
  return [
    { label: 'Everyone', colour: INK, estimates: overall },
    ...parts.map((part, i) => ({
      label: part.label,
      colour: GROUP_COLOURS[i % GROUP_COLOURS.length]!,
      estimates: part,
    })),
  ]
}

function legend(groups: readonly Group[]) {
  return html`<p class="legend">
    ${groups.map(
      ({ label, colour, estimates }) =>
        html`<span><i style="background:${colour}"></i>${label} (n ${estimates.n})</span> `,
    )}
  </p>`
}

function pictures(question: QuestionEvidence, groups: readonly Group[], rehearsal: boolean) {
  const shares = question.overall.shares ?? []
  const shareRows: ChartRow[] = shares.map(({ label }, i) => ({
    label,
    marks: groups.flatMap(({ label: group, colour, estimates }) => {
      const share = estimates.shares?.[i]?.share
      return share ? [{ group, colour, estimate: share }] : []
    }),
  }))
  const means = groups.flatMap(({ label, colour, estimates }) =>
    estimates.mean ? [{ label, colour, mean: estimates.mean }] : [],
  )
  const meanDomain = domainOf(
    means.map(({ mean }) => mean),
    question,
  )
  return html`${
    shareRows.length > 0
      ? dotWhiskerChart(shareRows, {
          title: `Shares of ${question.text}`,
          domain: [0, niceShare(shareRows)],
          format: percent,
          rehearsal,
        })
      : ''
  }
  ${
    question.overall.histogram?.length
      ? histogramChart(question.overall.histogram, {
          title: `Distribution of ${question.text}`,
          format: decimal,
          rehearsal,
        })
      : ''
  }
  ${
    means.length > 0
      ? html`<h3>Mean${question.unit ? ` (${question.unit})` : ''}</h3>
          ${dotWhiskerChart(
            means.map(({ label, colour, mean }) => ({
              label,
              marks: [{ group: label, colour, estimate: mean }],
            })),
            { title: `Mean of ${question.text}`, domain: meanDomain, format: decimal, rehearsal },
          )}`
      : ''
  }`
}

/** Likert means keep their whole scale; numeric means zoom to what is there. */
function domainOf(means: readonly Estimate[], question: QuestionEvidence): [number, number] {
  if (question.type === 'likert') return [1, question.overall.shares?.length ?? 5]
  const ends = means.flatMap(({ lower, upper, estimate }) =>
    [lower, upper, estimate].filter((value) => value !== null),
  )
  if (ends.length === 0) return [0, 1]
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const room = (high - low || Math.abs(high) || 1) * 0.15
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room]
}

function niceShare(rows: readonly ChartRow[]): number {
  const highest = Math.max(
    0.1,
    ...rows.flatMap(({ marks }) => marks.map(({ estimate }) => estimate.upper ?? 0)),
  )
  return Math.min(1, Math.ceil(highest * 5) / 5)
}

function comparisons(found: readonly Comparison[]) {
  const worth = found.filter(({ kind, verdict }) => kind === 'primary' || verdict === 'different')
  if (worth.length === 0) return ''
  return html`<ul class="comparisons">
    ${worth.map(
      ({ sentence, kind, pAdjusted }) =>
        html`<li>
          ${sentence}
          <span class="tag"
            >${
              kind === 'primary'
                ? `named before launch${pAdjusted === null ? '' : `, p ${formatP(pAdjusted)} (Holm)`}`
                : 'exploratory'
            }</span
          >
        </li>`,
    )}
  </ul>`
}

function formatP(p: number): string {
  return p < 0.001 ? '< 0.001' : `= ${p.toFixed(3)}`
}

function themes({ themes: found }: QuestionEvidence) {
  if (found.length === 0) return html`<p class="meta">Too few answers for themes.</p>`
  return html`${found.map(
    ({ label, share, quotes }) =>
      html`<h3>
          ${label}${share.estimate === null ? '' : html` <small>${percent(share.estimate)} of answers</small>`}
        </h3>
        ${quotes.map(
          ({ text, personaName, cohort }) =>
            html`<blockquote>
              <p>${text}</p>
              <footer>${personaName}, ${cohort}</footer>
            </blockquote>`,
        )}`,
  )}`
}

function table(groups: readonly Group[]) {
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

function method({ run, caveat }: Evidence, context: ReportContext) {
  return html`<section>
    <h2>Method</h2>
    <p>
      ${context.populationSize} personas with frozen weights; random seed ${context.randomSeed}.
      Shares carry Korn–Graubard intervals with effective n capped at n, means Taylor-linearised
      intervals on the design with personas as units and cohorts as strata; p values named before
      launch are adjusted by Holm’s method within a question.
    </p>
    <p>${caveat}</p>
    <p class="meta">
      Manifest ${run.manifestHash} · Persona Workbench ${context.engineVersion} ·
      ${run.tasks.succeeded} of ${run.tasks.total} tasks
    </p>
  </section>`
}
