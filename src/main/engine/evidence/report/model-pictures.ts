import { html } from 'hono/html'
import type {
  ChoiceItem,
  ChoiceModel,
  EvidenceModel,
  PriceModel,
} from '../../../../shared/contract/evidence-models.ts'
import type { Estimate, QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import {
  bestPriceEstimate,
  choiceModelOf,
  priceModelOf,
} from '../../../../shared/model-estimates.ts'
import { percent } from '../../domain/evidence/words.ts'
import { dotWhiskerChart, type ChartRow } from './dot-whisker-chart.ts'
import type { Group } from './groups.ts'
import { niceEnd, plainNumber } from './nice-end.ts'
import { niceShare } from './nice-share.ts'
import { revenueChart } from './revenue-chart.ts'
import type { Mark } from './svg.ts'

/** What a model comes to in words, and what to know before using it. */
export function modelNote(model: EvidenceModel | undefined) {
  if (!model) return ''
  return html`<p><strong>${model.sentence}</strong></p>
    ${
      model.warnings.length === 0
        ? ''
        : html`<ul>
            ${model.warnings.map((warning) => html`<li>${warning}</li>`)}
          </ul>`
    }`
}

/** The model of a question drawn for everyone and each group, and its method. */
export function modelPictures(
  question: QuestionEvidence,
  groups: readonly Group[],
  rehearsal: boolean,
) {
  const { model } = question.overall
  if (!model) return ''
  const draw = { question, groups, rehearsal }
  return html`${model.kind === 'choice' ? choicePictures(model, draw) : pricePictures(model, draw)}
    <p class="meta">${model.methodText}</p>`
}

type Drawing = {
  readonly question: QuestionEvidence
  readonly groups: readonly Group[]
  readonly rehearsal: boolean
}

function choicePictures(model: ChoiceModel, draw: Drawing) {
  const { question, groups, rehearsal } = draw
  const importances: ChartRow[] = model.importances.map(({ name, label }) => ({
    label,
    marks: marksOf(
      groups,
      ({ estimates }) =>
        choiceModelOf(estimates)?.importances.find((one) => one.name === name)?.estimate,
    ),
  }))
  return html`${
    importances.length === 0
      ? ''
      : html`<h3>Importance: how much of the choice each attribute makes</h3>
          ${dotWhiskerChart(importances, {
            title: `Importance of attributes in ${question.text}`,
            domain: [0, niceShare(importances)],
            format: percent,
            rehearsal,
          })}`
  }
  ${model.method === 'conditional-logit' ? partWorths(model, draw) : worths(model, draw)}`
}

function worths(model: ChoiceModel, { question, groups, rehearsal }: Drawing) {
  const rows = model.items
    .toSorted((a, b) => (b.share?.estimate ?? 0) - (a.share?.estimate ?? 0))
    .map((item) => itemRow(item, 'share', groups))
  const title =
    model.method === 'plackett-luce'
      ? 'Probability of coming first of all'
      : 'Probability of being taken out of all'
  return html`<h3>${title}</h3>
    ${dotWhiskerChart(rows, {
      title: `${title} in ${question.text}`,
      domain: [0, niceShare(rows)],
      format: percent,
      rehearsal,
    })}`
}

function partWorths(model: ChoiceModel, { question, groups, rehearsal }: Drawing) {
  const attributes = [...new Set(model.items.map(({ group }) => group))]
  const none: ChartRow[] = model.none
    ? [
        {
          label: 'Against an average offer',
          marks: marksOf(groups, ({ estimates }) => choiceModelOf(estimates)?.none ?? undefined),
        },
      ]
    : []
  const panels = [
    ...attributes.map((heading) => ({
      heading,
      rows: model.items
        .filter(({ group }) => group === heading)
        .map((item) => itemRow(item, 'utility', groups)),
    })),
    ...(none.length > 0 ? [{ heading: 'None of them', rows: none }] : []),
  ]
  const most = furthest(panels.flatMap(({ rows }) => rows))
  return html`<h3>Part-worths in log odds, 0 average of the attribute</h3>
    ${panels.map(
      ({ heading, rows }) =>
        html`<h4>${heading}</h4>
          ${dotWhiskerChart(rows, {
            title: `Part-worths of ${heading} in ${question.text}`,
            domain: [-most, most],
            format: plainNumber,
            rehearsal,
          })}`,
    )}`
}

function itemRow(
  { name, label, separated }: ChoiceItem,
  of: 'share' | 'utility',
  groups: readonly Group[],
): ChartRow {
  return {
    label: separated === null ? label : `${label} (${separated})`,
    marks: marksOf(
      groups,
      ({ estimates }) =>
        choiceModelOf(estimates)?.items.find((item) => item.name === name)?.[of] ?? undefined,
    ),
  }
}

function pricePictures(model: PriceModel, { question, groups, rehearsal }: Drawing) {
  if (model.best === null) return ''
  const unit = question.scale?.unit ?? ''
  const best: ChartRow[] = [
    {
      label: 'Best price',
      marks: marksOf(groups, ({ estimates }) => {
        const own = priceModelOf(estimates)
        return own && bestPriceEstimate(own)
      }),
    },
  ]
  const prices = model.prices.map(({ price }) => price)
  return html`<h3>Revenue per person asked, by price in ${unit}</h3>
    ${revenueChart(model, { title: `Revenue by price of ${question.text}`, rehearsal, unit })}
    ${
      groups.length < 2
        ? ''
        : html`<h3>Best price of each group, with the middle 95 % of the resamples</h3>
            ${dotWhiskerChart(best, {
              title: `Best price by group of ${question.text}`,
              domain: [Math.min(...prices), Math.max(...prices)],
              format: plainNumber,
              rehearsal,
            })}`
    }`
}

function marksOf(
  groups: readonly Group[],
  estimateOf: (group: Group) => Estimate | undefined,
): Mark[] {
  return groups.flatMap((group) => {
    const estimate = estimateOf(group)
    return estimate ? [{ group: group.label, colour: group.colour, estimate }] : []
  })
}

function furthest(rows: readonly ChartRow[]): number {
  const ends = rows
    .flatMap(({ marks }) => marks)
    .flatMap(({ estimate: { lower, upper, estimate } }) => [lower, upper, estimate])
  return niceEnd(Math.max(0.1, ...ends.map((end) => Math.abs(end ?? 0))))
}
