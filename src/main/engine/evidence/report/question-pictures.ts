import type { Estimate, QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import { decimal, percent } from '../../domain/evidence/words.ts'
import { dotWhiskerChart, type ChartRow } from './dot-whisker-chart.ts'
import type { Group } from './groups.ts'
import { histogramChart } from './histogram-chart.ts'
import { blocksOfMarkup } from './markup-blocks.ts'
import { measurePictures } from './measure-pictures.ts'
import { niceShare } from './nice-share.ts'
import type { Block } from './report-document.ts'
import type { Markup } from './svg.ts'

/** Shares, distribution, mean and measures of a question, as far as it has them. */
export function pictures(
  question: QuestionEvidence,
  groups: readonly Group[],
  rehearsal: boolean,
): Block[] {
  return [
    ...sharePicture(question, groups, rehearsal),
    ...distributionPicture(question, rehearsal),
    ...meanPicture(question, groups, rehearsal),
    ...blocksOfMarkup(String(measurePictures(question, groups, rehearsal))),
  ]
}

function sharePicture(
  { text, overall }: QuestionEvidence,
  groups: readonly Group[],
  rehearsal: boolean,
): Block[] {
  const rows: ChartRow[] = (overall.shares ?? []).map(({ label }, i) => ({
    label,
    marks: groups.flatMap(({ label: group, colour, estimates }) => {
      const share = estimates.shares?.[i]?.share
      return share ? [{ group, colour, estimate: share }] : []
    }),
  }))
  if (rows.length === 0) return []
  const title = `Shares of ${text}`
  const domain = [0, niceShare(rows)] as const
  return [figure(dotWhiskerChart(rows, { title, domain, format: percent, rehearsal }))]
}

function distributionPicture({ text, overall }: QuestionEvidence, rehearsal: boolean): Block[] {
  if (!overall.histogram?.length) return []
  const title = `Distribution of ${text}`
  return [figure(histogramChart(overall.histogram, { title, format: decimal, rehearsal }))]
}

function meanPicture(
  question: QuestionEvidence,
  groups: readonly Group[],
  rehearsal: boolean,
): Block[] {
  const rows = groups.flatMap(({ label, colour, estimates: { mean } }) =>
    mean ? [{ label, marks: [{ group: label, colour, estimate: mean }] }] : [],
  )
  if (rows.length === 0) return []
  const domain = domainOf(
    rows.flatMap(({ marks }) => marks.map(({ estimate }) => estimate)),
    question,
  )
  const title = `Mean of ${question.text}`
  return [
    { kind: 'heading', level: 3, text: question.unit ? `Mean (${question.unit})` : 'Mean' },
    figure(dotWhiskerChart(rows, { title, domain, format: decimal, rehearsal })),
  ]
}

function figure(picture: Markup): Block {
  return { kind: 'figure', svg: String(picture) }
}

/** Likert means keep their whole scale; numeric means zoom to what is there. */
function domainOf(means: readonly Estimate[], question: QuestionEvidence): [number, number] {
  if (question.type === 'likert') return [1, question.overall.shares?.length ?? 5]
  const ends = means.flatMap(({ lower, upper, estimate, cautious }) =>
    [lower, upper, estimate, cautious?.lower, cautious?.upper].filter((value) => value != null),
  )
  if (ends.length === 0) return [0, 1]
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const room = (high - low || Math.abs(high) || 1) * 0.15
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room]
}
