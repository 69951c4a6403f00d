import type { QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import type { ThemeDetail } from '../../../../shared/contract/themes.ts'
import { percent, plural } from '../../domain/evidence/words.ts'
import type { OpenCoding } from '../export/open-codings.ts'
import { dotWhiskerChart } from './dot-whisker-chart.ts'
import { groupsOf } from './groups.ts'
import { niceShare } from './nice-share.ts'
import type { Block } from './report-document.ts'
import type { Mark } from './svg.ts'

/** A page holds so many with its heading, whatever the groups; the table has them all. */
const DRAWN_THEMES = 6

/** Shares of the themes among everyone and in each group, and how far groups can be compared. */
export function themePicture(
  question: QuestionEvidence,
  coding: OpenCoding | undefined,
  rehearsal: boolean,
): Block[] {
  if (!coding || coding.details.length === 0) return []
  const groups = groupsOf(question)
  const more = coding.details.length - DRAWN_THEMES
  const rows = coding.details.slice(0, DRAWN_THEMES).map((theme) => ({
    label: theme.label,
    marks: groups.flatMap(({ label: group, colour }, i): Mark[] => {
      const estimate = shareIn(theme, i)
      return estimate ? [{ group, colour, estimate }] : []
    }),
  }))
  const title = `Themes of ${question.text}`
  return [
    {
      kind: 'legend',
      entries: groups.map(({ label, colour, estimates: { n } }) => ({
        colour,
        text: `${label} (n ${n})`,
      })),
    },
    {
      kind: 'figure',
      svg: String(
        dotWhiskerChart(rows, { title, domain: [0, niceShare(rows)], format: percent, rehearsal }),
      ),
    },
    {
      kind: 'text',
      tone: 'small',
      text: `${more > 0 ? `${plural(more, 'more theme')} under “All numbers”. ` : ''}${coding.note}`,
    },
  ]
}

/** Of everyone first, then of the groups in the order of the pictures. */
export function shareIn({ share, segments }: ThemeDetail, group: number) {
  return group === 0 ? share : segments[group - 1]?.share
}
