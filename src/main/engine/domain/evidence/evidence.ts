import type {
  Evidence,
  QuestionEvidence,
  Segment,
  Theme,
} from '../../../../shared/contract/evidence.ts'
import type { Question } from '../../../../shared/contract/skills.ts'
import { readable } from '../questions/readable.ts'
import { isOrderedScale, referenceQuality, referencesOf } from '../questions/reference-quality.ts'
import type { SurveyDesign } from '../statistics/design.ts'
import { shareEstimate } from '../statistics/share.ts'
import { adjustPrimary, comparePairs } from './compare.ts'
import {
  cohortDomains,
  conditionDomains,
  everyone,
  segmentDomains,
  type NamedDomain,
} from './domains.ts'
import type { Answers } from './answer-vectors.ts'
import { answeredDomain, domainEstimates, toEstimate } from './estimates.ts'
import type { EvidenceInput } from './evidence-input.ts'
import { headline } from './headline.ts'
import { restatesFields } from './restates.ts'
import { measureTitleOf, scaleOf } from './scale.ts'
import { warningsOf } from './warnings.ts'

const QUOTES_PER_THEME = 3

export const CAVEAT =
  'An interval is the sampling error of personas from this generator and model. It shrinks to zero with more personas and says nothing about people.'

/** Everything a run returns, from its answers and its frozen weights. Pure. */
export function computeEvidence(input: EvidenceInput): Evidence {
  const design = designOf(input)
  const provisional = input.run.status !== 'succeeded'
  const questions = input.questions.map((question) =>
    questionEvidence(input, design, question, provisional),
  )
  const { rehearsal } = input.run
  return {
    run: input.run,
    headline: headline(questions, { rehearsal, provisional }),
    questions,
    warnings: warningsOf(input, questions),
    provisional,
    rehearsal,
    caveat: CAVEAT,
  }
}

/** svydesign(ids = ~persona, strata = ~cohort, weights = ~w, nest = TRUE): a row per task. */
function designOf({ rows }: EvidenceInput): SurveyDesign {
  return {
    unit: Int32Array.from(rows, ({ unit }) => unit),
    stratum: Int32Array.from(rows, ({ cohort }) => cohort),
    weight: Float64Array.from(rows, ({ weight }) => weight),
  }
}

function questionEvidence(
  input: EvidenceInput,
  design: SurveyDesign,
  question: Question,
  provisional: boolean,
): QuestionEvidence {
  const answers = input.answers[question.id] ?? []
  const cohorts = cohortDomains(input)
  const conditions = conditionDomains(input)
  const segments = input.segmentBy === null ? [] : segmentDomains(input, input.segmentBy)
  const named = namedFor(input, question.id)
  const estimates = (domain: NamedDomain): Segment => ({
    by: domain.by,
    value: domain.value,
    label: domain.label,
    ...domainEstimates(design, question, answers, domain.rows),
  })
  const compare = (
    domains: readonly NamedDomain[],
    by: string,
    fields: readonly string[],
    paired = false,
  ) =>
    comparePairs(design, question, answers, domains, {
      primary: named.includes(by),
      provisional,
      paired,
      trueByConstruction: restatesFields(question, fields),
    })
  return {
    questionId: question.id,
    type: question.type,
    text: readable(question.text),
    unit: question.type === 'numeric' ? (question.unit ?? null) : null,
    scale: scaleOf(question),
    measureTitle: measureTitleOf(question),
    overall: domainEstimates(design, question, answers, everyone(input)),
    segments: [...cohorts, ...segments].map(estimates),
    conditions: conditions.map(estimates),
    comparisons: adjustPrimary(question, [
      ...compare(
        cohorts,
        'cohort',
        input.cohorts.flatMap(({ fields }) => fields),
      ),
      ...compare(conditions, 'condition', [], input.withinPersonas),
      // What was named before launch is compared whether or not somebody asks to see it.
      ...fieldsOf(input, named).flatMap((field) =>
        compare(segmentDomains(input, field), field, [field]),
      ),
    ]),
    themes: question.type === 'open' ? themesOf(input, design, question.id, answers) : [],
    ...referencesFor(input, question),
  }
}

function referencesFor(
  { answers, references }: EvidenceInput,
  question: Question,
): Pick<QuestionEvidence, 'referenceQuality'> {
  const sets = referencesOf(question)?.length
  if (sets === undefined) return {}
  const rated = (answers[question.id] ?? []).flatMap((answer) => answer?.cosines ?? [])
  const between = references?.[question.id] ?? null
  return {
    referenceQuality: referenceQuality({
      isOrdered: isOrderedScale(question),
      between,
      rated,
      sets,
    }),
  }
}

/** What a question is compared by, as named before launch. */
function namedFor({ comparisons }: EvidenceInput, questionId: string): string[] {
  return comparisons.filter((named) => named.questionId === questionId).map(({ by }) => by)
}

function fieldsOf({ segmentBy }: EvidenceInput, named: readonly string[]): string[] {
  const fields = named.filter((by) => by !== 'cohort' && by !== 'condition')
  return [...new Set(segmentBy === null ? fields : [...fields, segmentBy])]
}

/** Themes with their weighted share and the quotes nearest to each centre, most frequent first. */
function themesOf(
  input: EvidenceInput,
  design: SurveyDesign,
  questionId: string,
  answers: Answers,
): Theme[] {
  const found = input.themes[questionId]
  if (!found) return []
  const domain = answeredDomain(answers, everyone(input))
  return found.labels
    .map(({ label, keywords }, theme) => {
      const indicator = Uint8Array.from(found.themeOf, (of) => (of === theme ? 1 : 0))
      const quotes = [...indicator.keys()]
        .filter((row) => indicator[row] && domain[row])
        .toSorted((a, b) => found.closeness[b]! - found.closeness[a]! || a - b)
        .slice(0, QUOTES_PER_THEME)
        .map((row) => ({
          taskId: input.rows[row]!.taskId,
          personaName: input.rows[row]!.personaName,
          text: answers[row]!.text,
          cohort: input.cohorts[input.rows[row]!.cohort]!.name,
        }))
      return {
        label,
        keywords: [...keywords],
        share: toEstimate(shareEstimate(design, indicator, domain)),
        quotes,
      }
    })
    .toSorted((a, b) => (b.share.estimate ?? 0) - (a.share.estimate ?? 0))
}
