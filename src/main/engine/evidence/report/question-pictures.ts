import { html } from 'hono/html'
import type { Estimate, QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import { decimal, percent } from '../../domain/evidence/words.ts'
import { dotWhiskerChart, type ChartRow } from './dot-whisker-chart.ts'
import type { Group } from './groups.ts'
import { histogramChart } from './histogram-chart.ts'
import { measurePictures } from './measure-pictures.ts'
import { niceShare } from './nice-share.ts'

/** Shares, distribution, mean and measures of a question, as far as it has them. */
export function pictures(question: QuestionEvidence, groups: readonly Group[], rehearsal: boolean) {
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
  }
  ${measurePictures(question, groups, rehearsal)}`
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
