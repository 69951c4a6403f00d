import { html, raw } from 'hono/html'
import type { Evidence } from '../../../../shared/contract/evidence.ts'
import { questionSection } from './question-section.ts'
import { reportStyles } from './report-styles.ts'
import { warningList } from './warning-list.ts'

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
            ${purpose(context)} ${warningList(warnings)}
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
