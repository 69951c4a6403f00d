import type {
  Comparison,
  Estimate,
  QuestionEvidence,
  Theme,
} from '../../../../shared/contract/evidence.ts'
import { decimal, percent } from '../../domain/evidence/words.ts'
import type { OpenCoding } from '../export/open-codings.ts'
import { groupsOf } from './groups.ts'
import { pictures } from './question-pictures.ts'
import type { Block, ListItem } from './report-document.ts'
import { themePicture } from './theme-picture.ts'

/**
 * One question: its pictures, what differs, and where its numbers are.
 *
 * @param coding  of an open question
 */
export function questionBlocks(
  question: QuestionEvidence,
  coding: OpenCoding | undefined,
  rehearsal: boolean,
): Block[] {
  const { overall } = question
  const groups = groupsOf(question)
  return [
    {
      kind: 'text',
      tone: 'small',
      text: `${overall.n} answers, weighted (effective n ${Math.round(overall.effectiveN)}), 95 % intervals · ${overall.dontKnow} don’t know · ${overall.refused} refused · ${overall.invalid} invalid`,
    },
    ...(question.type === 'open'
      ? [...themePicture(question, coding, rehearsal), ...themeBlocks(question.themes)]
      : [
          {
            kind: 'legend' as const,
            entries: groups.map(({ label, colour, estimates }) => ({
              colour,
              text: `${label} (n ${estimates.n})`,
            })),
          },
          ...pictures(question, groups, rehearsal),
        ]),
    ...comparisonBlocks(question.comparisons),
  ]
}

function comparisonBlocks(comparisons: readonly Comparison[]): Block[] {
  const worth = comparisons.filter(
    ({ kind, verdict }) => kind === 'primary' || verdict === 'different',
  )
  return worth.length === 0 ? [] : [{ kind: 'list', items: worth.map(comparisonItem) }]
}

export function comparisonItem({ sentence, kind, pAdjusted }: Comparison): ListItem {
  if (kind === 'exploratory') return { text: sentence, note: 'exploratory: found by looking' }
  const p = pAdjusted === null ? '' : `, p ${formatP(pAdjusted)} (Holm)`
  return { text: sentence, note: `named before launch${p}` }
}

export function formatP(p: number): string {
  return p < 0.001 ? '< 0.001' : `= ${p.toFixed(3)}`
}

/** Themes told with quotes, and quotes of each: a report is read, not searched. */
const TOLD_THEMES = 6
const TYPICAL_QUOTES = 2
const DISSENTING_QUOTES = 1

function themeBlocks(themes: readonly Theme[]): Block[] {
  if (themes.length === 0)
    return [{ kind: 'text', tone: 'small', text: 'Too few answers for themes.' }]
  const others = themes.slice(TOLD_THEMES)
  return [
    ...themes.slice(0, TOLD_THEMES).flatMap(themeBlock),
    ...(others.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 3 as const, text: 'Other themes' },
          {
            kind: 'list' as const,
            items: others.map(({ label, share }) => ({ text: label, note: shareOf(share) })),
          },
        ]),
  ]
}

function themeBlock({ label, keywords, share, sentiment, quotes, dissenting }: Theme): Block[] {
  const about = [shareOf(share), sentimentOf(sentiment), wordsOf(keywords, label)]
  return [
    { kind: 'heading', level: 3, text: label },
    { kind: 'text', tone: 'small', text: about.filter(Boolean).join(' · ') },
    ...quotes.slice(0, TYPICAL_QUOTES).map(({ text, personaName, cohort }) => ({
      kind: 'quote' as const,
      text,
      source: `${personaName}, ${cohort}`,
    })),
    ...dissenting.slice(0, DISSENTING_QUOTES).map(({ text, personaName, cohort, why }) => ({
      kind: 'quote' as const,
      text,
      source: `${personaName}, ${cohort} · dissents: ${why}`,
    })),
  ]
}

function shareOf({ estimate, lower, upper, n }: Estimate): string {
  if (estimate === null) return `fewer than 5 personas: no share, n ${n}`
  const interval =
    lower === null || upper === null ? '' : `, 95 % interval ${percent(lower)} to ${percent(upper)}`
  return `${percent(estimate)} of answers${interval}, n ${n}`
}

function sentimentOf(sentiment: Estimate | null): string {
  if (sentiment === null || sentiment.estimate === null) return ''
  const { estimate, lower, upper } = sentiment
  const interval = lower === null || upper === null ? '' : ` [${decimal(lower)}; ${decimal(upper)}]`
  return `feeling ${decimal(estimate)}${interval}, −1 to 1`
}

/** Keywords, unless they are its label anyway. */
function wordsOf(keywords: readonly string[], label: string): string {
  return keywords.length === 0 || keywords.join(', ') === label
    ? ''
    : `words: ${keywords.join(', ')}`
}
