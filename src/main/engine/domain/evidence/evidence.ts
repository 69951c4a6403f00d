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
import { associationTests, type Classification } from './associations.ts'
import { sentimentsOf, themesOf } from '../themes/theme-evidence.ts'
import { CAVEAT } from './caveat.ts'
import { adjustPrimary, comparePairs } from './compare.ts'
import { designOf } from './design-of.ts'
import {
  cohortDomains,
  conditionDomains,
  everyone,
  segmentDomains,
  type NamedDomain,
} from './domains.ts'
import type { Answers } from './answer-vectors.ts'
import { domainEstimates } from './estimates.ts'
import type { EvidenceInput } from './evidence-input.ts'
import { headline } from './headline.ts'
import { restatesFields } from './restates.ts'
import { createModel } from './models/evidence-model.ts'
import { measureTitleOf, scaleOf } from './scale.ts'
import { questionQuality, runQuality } from './quality/quality.ts'
import { straightLiningOf } from './warnings/straight-lining.ts'
import { warningsOf } from './warnings/warnings.ts'

/**
 * Everything a run returns, from its answers and its frozen weights. Pure.
 *
 * @param closed  of the same answers
 */
export function computeEvidence(input: EvidenceInput, closed = closedEvidence(input)): Evidence {
  const setting = { ...closed.setting, input }
  const { design, provisional } = setting
  const questions = input.questions.map(
    (question) => closed.questions.get(question.id) ?? questionEvidence(setting, question),
  )
  const look = { input, design, questions }
  const straightLining = straightLiningOf(look)
  const { rehearsal } = input.run
  return {
    run: input.run,
    headline: headline(questions, { rehearsal, provisional }),
    questions,
    warnings: warningsOf(look, straightLining),
    quality: runQuality(
      input,
      questions,
      straightLining.map(({ quality: battery }) => battery),
    ),
    provisional,
    rehearsal,
    caveat: CAVEAT,
    // Answers alone cannot tell it: whoever knows validations adds it.
    totalError: null,
    totalErrorNote: 'The error against people is not known: nothing was compared with them.',
    bands: [...(input.bands ?? [])],
  }
}

/** Of the questions that are not open, and what it was estimated with. */
export type ClosedEvidence = {
  readonly setting: Setting
  readonly questions: ReadonlyMap<string, QuestionEvidence>
}

/**
 * The part of the evidence that takes nothing but answers: themes, and how alike open answers are,
 * may be looked for meanwhile.
 *
 * @param onQuestion  told how many questions are done
 */
export function closedEvidence(
  input: EvidenceInput,
  onQuestion?: (done: number) => void,
): ClosedEvidence {
  const setting = settingOf(input)
  const closed = input.questions.filter(({ type }) => type !== 'open')
  const questions = closed.map((question, i) => {
    onQuestion?.(i)
    return [question.id, questionEvidence(setting, question)] as const
  })
  return { setting, questions: new Map(questions) }
}

function settingOf(input: EvidenceInput): Setting {
  return {
    input,
    design: designOf(input),
    domains: domainsOf(input),
    provisional: input.run.status !== 'succeeded',
  }
}

type Domains = {
  readonly everyone: Uint8Array
  readonly cohorts: readonly NamedDomain[]
  readonly conditions: readonly NamedDomain[]
  /** By field: asked for, or named before launch. */
  readonly segments: ReadonlyMap<string, readonly NamedDomain[]>
}

/** The subsets of the rows that every question is estimated in. */
export function domainsOf(input: EvidenceInput): Domains {
  const named = input.comparisons.map(({ by }) => by)
  return {
    everyone: everyone(input),
    cohorts: cohortDomains(input),
    conditions: conditionDomains(input),
    segments: new Map(
      fieldsOf(input, named).map((field) => [field, segmentDomains(input, field)] as const),
    ),
  }
}

type Setting = {
  readonly input: EvidenceInput
  readonly design: SurveyDesign
  readonly domains: Domains
  readonly provisional: boolean
}

/** All that is estimated of one question's answers. */
export function questionEvidence(
  { input, design, domains, provisional }: Setting,
  question: Question,
): QuestionEvidence {
  const answers = input.answers[question.id] ?? []
  const { cohorts, conditions } = domains
  const segments = input.segmentBy === null ? [] : domains.segments.get(input.segmentBy)!
  const named = namedFor(input, question.id)
  const modelOf = createModel(input, design, question)
  const overall = {
    ...domainEstimates(design, question, answers, domains.everyone),
    ...modelOf(domains.everyone),
  }
  const estimates = (domain: NamedDomain): Segment => ({
    by: domain.by,
    value: domain.value,
    label: domain.label,
    ...domainEstimates(design, question, answers, domain.rows),
    ...modelOf(domain.rows),
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
    overall,
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
        compare(domains.segments.get(field)!, field, [field]),
      ),
    ]),
    tests: associationTests(design, question, answers, {
      classifications: classificationsOf({ input, domains }, question),
      provisional,
    }),
    quality: questionQuality(input, design, question),
    themes: question.type === 'open' ? themesFor(input, design, question.id, answers) : [],
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

/** Cohorts, conditions, and the fields asked for or named before launch for this question. */
function classificationsOf(
  { input, domains }: Pick<Setting, 'input' | 'domains'>,
  question: Question,
): Classification[] {
  const named = namedFor(input, question.id)
  const by = (name: string, found: readonly NamedDomain[], fields: readonly string[]) => ({
    by: name,
    domains: found,
    primary: named.includes(name),
    trueByConstruction: restatesFields(question, fields),
  })
  return [
    by(
      'cohort',
      domains.cohorts,
      input.cohorts.flatMap(({ fields }) => fields),
    ),
    by('condition', domains.conditions, []),
    ...fieldsOf(input, named).map((field) => by(field, domains.segments.get(field)!, [field])),
  ]
}

/** What a question is compared by, as named before launch. */
function namedFor({ comparisons }: EvidenceInput, questionId: string): string[] {
  return comparisons.filter((named) => named.questionId === questionId).map(({ by }) => by)
}

function fieldsOf({ segmentBy }: EvidenceInput, named: readonly string[]): string[] {
  const fields = named.filter((by) => by !== 'cohort' && by !== 'condition')
  return [...new Set(segmentBy === null ? fields : [...fields, segmentBy])]
}

function themesFor(
  input: EvidenceInput,
  design: SurveyDesign,
  questionId: string,
  answers: Answers,
): Theme[] {
  const found = input.themes[questionId]
  if (!found) return []
  const sentiment = input.sentiments?.[questionId] ?? sentimentsOf(answers)
  return themesOf({ input, design, answers, found, sentiment })
}
