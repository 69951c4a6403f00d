import type { Comparison, QuestionEvidence, Theme } from '../../../../shared/contract/evidence.ts'
import { percent } from '../../domain/evidence/words.ts'
import { groupsOf } from './groups.ts'
import { pictures } from './question-pictures.ts'
import type { Block, ListItem } from './report-document.ts'

/** One question: its pictures, what differs, and where its numbers are. */
export function questionBlocks(question: QuestionEvidence, rehearsal: boolean): Block[] {
  const { overall } = question
  const groups = groupsOf(question)
  return [
    {
      kind: 'text',
      tone: 'small',
      text: `${overall.n} answers, weighted (effective n ${Math.round(overall.effectiveN)}), 95 % intervals · ${overall.dontKnow} don’t know · ${overall.refused} refused · ${overall.invalid} invalid`,
    },
    ...(question.type === 'open'
      ? themeBlocks(question.themes)
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

function formatP(p: number): string {
  return p < 0.001 ? '< 0.001' : `= ${p.toFixed(3)}`
}

function themeBlocks(themes: readonly Theme[]): Block[] {
  if (themes.length === 0)
    return [{ kind: 'text', tone: 'small', text: 'Too few answers for themes.' }]
  return themes.flatMap(({ label, share, quotes }): Block[] => [
    { kind: 'heading', level: 3, text: label },
    ...(share.estimate === null
      ? []
      : [{ kind: 'text' as const, tone: 'small' as const, text: shareOf(share) }]),
    ...quotes.map(({ text, personaName, cohort }) => ({
      kind: 'quote' as const,
      text,
      source: `${personaName}, ${cohort}`,
    })),
  ])
}

function shareOf({ estimate, lower, upper, n }: Theme['share']): string {
  const interval =
    lower === null || upper === null ? '' : `, 95 % interval ${percent(lower)} to ${percent(upper)}`
  return `${percent(estimate!)} of answers${interval}, n ${n}`
}
