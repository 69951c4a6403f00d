import type { Estimate, Theme } from '../../../../shared/contract/evidence.ts'
import type {
  QuestionThemes,
  ThemeSegment,
  ThemeStability,
} from '../../../../shared/contract/themes.ts'
import { designOf } from '../evidence/design-of.ts'
import {
  cohortDomains,
  conditionDomains,
  everyone,
  segmentDomains,
  type NamedDomain,
} from '../evidence/domains.ts'
import { answeredDomain, toEstimate } from '../evidence/estimates.ts'
import type { EvidenceInput, ThemeAssignment } from '../evidence/evidence-input.ts'
import { shareEstimate } from '../statistics/share.ts'
import type { Stability } from './stability.ts'
import { compareThemes } from './theme-comparisons.ts'
import {
  indicatorOfTheme,
  meanSentiment,
  sentimentsOf,
  themesOf,
  UNCLEAR,
  type OpenQuestion,
} from './theme-evidence.ts'

export type ThemesInput = {
  readonly input: Omit<EvidenceInput, 'themes'>
  readonly questionId: string
  readonly found: ThemeAssignment
  readonly stability: ThemeStability | null
  /** The user's codebook: its themes keep their order. */
  readonly isBook: boolean
  readonly isFrozen: boolean
}

export type ThemeFindings = Pick<
  QuestionThemes,
  'themes' | 'stability' | 'sentiment' | 'sentimentNote' | 'comparisons' | 'comparisonNote'
>

/** All that the page about one open question's themes shows. */
export function themeFindings(given: ThemesInput): ThemeFindings {
  const { input, questionId, found, stability } = given
  const answers = input.answers[questionId] ?? []
  const open: OpenQuestion = {
    input,
    design: designOf(input),
    answers,
    found,
    sentiment: sentimentsOf(answers),
  }
  const groups = [
    cohortDomains(input),
    conditionDomains(input),
    input.segmentBy === null ? [] : segmentDomains(input, input.segmentBy),
  ]
  const domains = groups.flat()
  const all = answeredDomain(answers, everyone(input))
  const sentiment = meanSentiment(open, all)
  const measured = open.sentiment.filter((one, row) => all[row] && !Number.isNaN(one)).length
  const n = all.reduce((sum, inside) => sum + inside, 0)
  return {
    themes: inOrder(given, themesOf(open)).map((theme) => ({
      ...theme,
      segments: segmentsOf(open, domains, indexOfTheme(found, theme.id)),
    })),
    stability,
    sentiment,
    sentimentNote: noteOnSentiment(sentiment, measured, n),
    comparisons: groups.flatMap((group, i) =>
      compareThemes(open, group, {
        isFixed: given.isFrozen,
        provisional: input.run.status !== 'succeeded',
        paired: i === 1 && input.withinPersonas,
      }),
    ),
    comparisonNote: given.isFrozen
      ? 'The themes were frozen: differences between segments are tested, with Holm’s correction over all themes.'
      : 'The themes can still be changed: differences between segments are exploratory. Freeze them before you compare.',
  }
}

function inOrder({ isBook, found }: ThemesInput, themes: readonly Theme[]): Theme[] {
  if (!isBook) return [...themes]
  const place = (id: string) => (id === UNCLEAR.id ? Infinity : indexOfTheme(found, id))
  return themes.toSorted((a, b) => place(a.id) - place(b.id))
}

function indexOfTheme({ labels }: ThemeAssignment, id: string): number {
  return labels.findIndex((one) => one.id === id)
}

function segmentsOf(
  open: OpenQuestion,
  domains: readonly NamedDomain[],
  theme: number,
): ThemeSegment[] {
  const indicator = indicatorOfTheme(open.found, theme)
  return domains.map(({ by, value, label, rows }) => ({
    by,
    value,
    label,
    share: toEstimate(shareEstimate(open.design, indicator, answeredDomain(open.answers, rows))),
  }))
}

export function describeStability(found: Stability): ThemeStability {
  const index = found.adjustedRand.toFixed(2)
  const words = {
    good: 'The themes found come out again',
    moderate: 'The themes found come out again in the main',
    low: 'Other themes come out on another part of the answers: take these as one reading among several',
  }[found.level]
  return {
    ...found,
    sentence: `${words} (adjusted Rand index ${index} over ${found.resamples} resamples of four fifths; 1 is the same themes, 0 chance).`,
  }
}

function noteOnSentiment(sentiment: Estimate | null, measured: number, n: number): string {
  if (n === 0) return 'No answer to measure yet.'
  if (sentiment === null)
    return 'Feeling is not measured: the word list is English, and most answers are not.'
  const all = measured === n ? 'all answers' : `${measured} of ${n} answers, those in English`
  return `By words that tell a feeling (AFINN), −1 to 1, over ${all}. It does not see irony.`
}
