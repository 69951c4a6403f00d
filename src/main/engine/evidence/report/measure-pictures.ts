import { html } from 'hono/html'
import type { QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import { measurePanels, type MeasurePanel } from '../../../../shared/measure-panels.ts'
import { decimal, percent } from '../../domain/evidence/words.ts'
import { dotWhiskerChart, type ChartRow } from './dot-whisker-chart.ts'
import type { Group } from './groups.ts'
import { modelNote, modelPictures } from './model-pictures.ts'
import { niceShare } from './nice-share.ts'
import { priceChart } from './price-chart.ts'
import type { Mark, Markup } from './svg.ts'

/** What an answer of several parts comes to: ranks, scores, levels, parts, rows or prices. */
export function measurePictures(
  question: QuestionEvidence,
  groups: readonly Group[],
  rehearsal: boolean,
) {
  const { measureTitle } = question
  if (measureTitle === null || !question.overall.measures?.length) return ''
  return html`${modelNote(question.overall.model)}
    <h3>${measureTitle}</h3>
    ${
      question.type === 'price'
        ? priceCurves(question, groups, rehearsal)
        : measurePanels(question).map((panel) => panelPicture(question, panel, groups, rehearsal))
    }
    ${modelPictures(question, groups, rehearsal)}`
}

function panelPicture(
  question: QuestionEvidence,
  panel: MeasurePanel,
  groups: readonly Group[],
  rehearsal: boolean,
) {
  const rows: ChartRow[] = panel.names.map((name) => ({
    label: question.overall.measures!.find((measure) => measure.name === name)!.label,
    marks: marksOf(name, groups),
  }))
  const about = panel.heading === null ? '' : `${panel.heading}, `
  return html`${panel.heading === null ? '' : html`<h4>${panel.heading}</h4>`}
  ${dotWhiskerChart(rows, {
    title: `${about}${question.measureTitle} of ${question.text}`,
    domain: panel.isShare
      ? // Levels of all attributes are compared with each other.
        [0, niceShare(question.type === 'conjoint' ? everyRow(question, groups) : rows)]
      : axisOf(question, panel, rows),
    format: panel.isShare ? percent : decimal,
    rehearsal,
  })}`
}

function everyRow({ overall }: QuestionEvidence, groups: readonly Group[]): ChartRow[] {
  return (overall.measures ?? []).map(({ name, label }) => ({
    label,
    marks: marksOf(name, groups),
  }))
}

function priceCurves(
  question: QuestionEvidence,
  groups: readonly Group[],
  rehearsal: boolean,
): Markup {
  const points = question.overall.measures!.map(({ name, value }) => ({
    price: Number(value),
    marks: marksOf(name, groups),
  }))
  const title = `${question.measureTitle} of ${question.text}`
  return priceChart(points, { title, rehearsal, unit: question.scale?.unit ?? '' })
}

function marksOf(name: string, groups: readonly Group[]): Mark[] {
  return groups.flatMap(({ label, colour, estimates }) => {
    const found = estimates.measures?.find((measure) => measure.name === name)
    return found ? [{ group: label, colour, estimate: found.estimate }] : []
  })
}

function axisOf(
  { scale }: QuestionEvidence,
  { axis }: MeasurePanel,
  rows: readonly ChartRow[],
): [number, number] {
  if (axis === 'whole' && scale) return [scale.from, scale.to]
  const ends = rows
    .flatMap(({ marks }) => marks)
    .flatMap(({ estimate: { lower, upper, estimate, cautious } }) => [
      lower,
      upper,
      estimate,
      cautious?.lower,
      cautious?.upper,
    ])
    .filter((value) => value != null)
  const most = Math.max(...ends.map(Math.abs), 0.01) * 1.1
  if (axis === 'around-zero') return [-most, most]
  return [Math.min(0, ...ends), most]
}
