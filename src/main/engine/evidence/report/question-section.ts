import { html } from 'hono/html'
import type { Comparison, QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import { percent } from '../../domain/evidence/words.ts'
import { groupsOf, type Group } from './groups.ts'
import { pictures } from './question-pictures.ts'
import { table } from './question-table.ts'

/** One question: its pictures, what differs, and the numbers. */
export function questionSection(question: QuestionEvidence, rehearsal: boolean) {
  const groups = groupsOf(question)
  const { overall } = question
  return html`<section>
    <h2>${question.text}</h2>
    <p class="meta">
      ${overall.n} answers, weighted (effective n ${Math.round(overall.effectiveN)}) ·
      ${overall.dontKnow} don’t know · ${overall.refused} refused · ${overall.invalid} invalid
    </p>
    ${question.type === 'open' ? themes(question) : [legend(groups), pictures(question, groups, rehearsal)]}
    ${comparisons(question.comparisons)} ${question.type === 'open' ? '' : table(question, groups)}
  </section>`
}

function legend(groups: readonly Group[]) {
  return html`<p class="legend">
    ${groups.map(
      ({ label, colour, estimates }) =>
        html`<span><i style="background:${colour}"></i>${label} (n ${estimates.n})</span> `,
    )}
  </p>`
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
