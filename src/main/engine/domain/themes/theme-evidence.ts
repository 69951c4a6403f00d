import type { Theme } from '../../../../shared/contract/evidence.ts'
import { everyone } from '../evidence/domains.ts'
import type { Answers } from '../evidence/answer-vectors.ts'
import { answeredDomain, toEstimate } from '../evidence/estimates.ts'
import type { EvidenceInput, ThemeAssignment } from '../evidence/evidence-input.ts'
import type { SurveyDesign } from '../statistics/design.ts'
import { meanEstimate } from '../statistics/mean.ts'
import { shareEstimate } from '../statistics/share.ts'
import { sentimentOf } from '../text/sentiment/sentiment.ts'
import { dissentingQuotes, representativeQuotes, type Quotable } from './quotes.ts'

export const UNCLEAR = { id: 'unclear', label: 'Other or unclear', keywords: [] } as const
const QUOTES = 3
/** Of the answers with a theme, so many must be measured for its sentiment to be told. */
const MEASURED_PART = 0.5

/** What is said to one open question, row by row. */
export type OpenQuestion = {
  readonly input: Pick<EvidenceInput, 'rows' | 'cohorts'>
  readonly design: SurveyDesign
  readonly answers: Answers
  readonly found: ThemeAssignment
  /** Per row; NaN where it was not measured. */
  readonly sentiment: Float64Array
}

/** Per row, −1 … 1; NaN without a valid answer in English. */
export function sentimentsOf(answers: Answers): Float64Array {
  return Float64Array.from(answers, (answer) =>
    answer?.status === 'valid' ? (sentimentOf(answer.text)?.score ?? Number.NaN) : Number.NaN,
  )
}

/**
 * Themes with their weighted shares, feelings and quotes, the most frequent first; what has no theme
 * comes last, so that the shares add up to everybody who answered.
 */
export function themesOf(open: OpenQuestion): Theme[] {
  if (open.found.labels.length === 0) return []
  const themes = open.found.labels
    .map((theme, i) => toTheme(open, theme, i))
    .toSorted((a, b) => (b.share.estimate ?? 0) - (a.share.estimate ?? 0))
  const unclear = toTheme(open, UNCLEAR, -1)
  return unclear.share.estimate === 0 ? themes : [...themes, unclear]
}

type Named = { readonly id: string; readonly label: string; readonly keywords: readonly string[] }

function toTheme(open: OpenQuestion, { id, label, keywords }: Named, index: number): Theme {
  const { design, found } = open
  const domain = answeredDomain(open.answers, everyone(open.input))
  const indicator = indicatorOfTheme(found, index)
  const members = quotableOf(open, indicator, domain)
  const sentiment = meanSentiment(
    open,
    Uint8Array.from(domain, (inside, row) => inside & indicator[row]!),
  )
  const typical = representativeQuotes(members, QUOTES)
  const against =
    index === -1
      ? []
      : dissentingQuotes(members, sentiment?.estimate ?? null, { count: QUOTES, taken: typical })
  return {
    id,
    label,
    keywords: [...keywords],
    share: toEstimate(shareEstimate(design, indicator, domain)),
    sentiment,
    quotes: typical.map((row) => quoteOf(open, row)),
    dissenting: against.map(({ row, why }) => ({ ...quoteOf(open, row), why })),
  }
}

/** 1 per row with the theme; −1 stands for none. */
export function indicatorOfTheme({ themeOf }: ThemeAssignment, theme: number): Uint8Array {
  return Uint8Array.from(themeOf, (of) => (of === theme ? 1 : 0))
}

/** Weighted mean with its interval; null where less than half was measured. */
export function meanSentiment({ design, sentiment }: OpenQuestion, domain: Uint8Array) {
  const measured = Uint8Array.from(domain, (inside, row) =>
    inside && !Number.isNaN(sentiment[row]) ? 1 : 0,
  )
  const count = (rows: Uint8Array) => rows.reduce((sum, inside) => sum + inside, 0)
  if (count(measured) === 0 || count(measured) < MEASURED_PART * count(domain)) return null
  const values = sentiment.map((value) => (Number.isNaN(value) ? 0 : value))
  return toEstimate(meanEstimate(design, values, measured))
}

function quotableOf(open: OpenQuestion, indicator: Uint8Array, domain: Uint8Array): Quotable[] {
  const { input, answers, found, sentiment } = open
  return [...indicator.keys()]
    .filter((row) => indicator[row] && domain[row])
    .map((row) => ({
      row,
      unit: input.rows[row]!.unit,
      cohort: input.rows[row]!.cohort,
      text: answers[row]!.text,
      closeness: found.closeness[row]!,
      sentiment: Number.isNaN(sentiment[row]) ? null : sentiment[row]!,
    }))
}

function quoteOf({ input, answers, sentiment }: OpenQuestion, row: number) {
  const { taskId, personaName, cohort } = input.rows[row]!
  return {
    taskId,
    personaName,
    text: answers[row]!.text,
    cohort: input.cohorts[cohort]!.name,
    sentiment: Number.isNaN(sentiment[row]) ? null : sentiment[row]!,
  }
}
