import { z } from 'zod'
import { Margin } from '../../../../shared/contract/populations.ts'
import { questionTypes } from '../../../../shared/contract/questions.ts'
import type { Question } from '../../../../shared/contract/skills.ts'
import { CriteriaGroup, emptyGroup } from '../cohorts/criteria-group.ts'

export const CohortDraft = z.object({
  /** Stays while the name changes. */
  key: z.string(),
  name: z.string(),
  criteria: CriteriaGroup,
  /** Set while it is taken unchanged from the workspace. */
  existingId: z.string().nullable(),
  /** Percent of the population; null: as large as it is. */
  targetPercent: z.number().nullable(),
})
export type CohortDraft = z.infer<typeof CohortDraft>

export const ConditionDraft = z.object({
  id: z.string(),
  name: z.string(),
  variables: z.record(z.string(), z.string()),
})
export type ConditionDraft = z.infer<typeof ConditionDraft>

/** Only the rehearsal model shows it. */
export const PlantedEffect = z.object({
  questionId: z.string(),
  /** Key of a cohort, or id of a condition. */
  among: z.object({ kind: z.enum(['cohort', 'condition']), key: z.string() }),
  /** Of a single choice: the option it acts on. */
  option: z.string().nullable(),
  /** Latent standard deviations. */
  delta: z.number(),
})
export type PlantedEffect = z.infer<typeof PlantedEffect>

/** A question half written is kept too: only what tells questions apart is looked at. */
const QuestionDraft = z.looseObject({
  id: z.string(),
  type: z.enum(questionTypes),
  text: z.string(),
}) as unknown as z.ZodType<Question>

export const StudyDraft = z.object({
  name: z.string(),
  objective: z.string(),
  hypothesis: z.string(),
  decisionOwner: z.string(),
  successCriteria: z.string(),
  exclusions: z.string(),
  /** A skill of the workspace; null: the questions are written here. */
  skillId: z.string().nullable(),
  instructions: z.string(),
  questions: z.array(QuestionDraft),
  /** A population of the workspace; null: it is made of the cohorts here. */
  populationId: z.string().nullable(),
  cohorts: z.array(CohortDraft),
  populationName: z.string(),
  margins: z.array(Margin),
  /** Weights are held between a fifth and five times the mean. */
  trim: z.boolean(),
  conditions: z.array(ConditionDraft),
  design: z.enum(['between', 'within']),
  /** Named before launch; one half typed counts for nothing yet. */
  comparisons: z.array(z.object({ questionId: z.string(), by: z.string() })),
  humanSds: z.array(z.object({ questionId: z.string(), sd: z.number(), source: z.string() })),
  replicates: z.number(),
  randomSeed: z.number(),
  model: z.string(),
  temperature: z.number(),
  maxConcurrency: z.number(),
  budgetTokens: z.number().nullable(),
  budgetMoney: z.number().nullable(),
  recall: z.boolean(),
  remember: z.boolean(),
  /** What runs beside the study. */
  arms: z
    .object({ noPersona: z.boolean(), demographicsOnly: z.boolean() })
    // Drafts of before there were arms have none.
    .default({ noPersona: false, demographicsOnly: false }),
  plantedEffects: z.array(PlantedEffect),
})
export type StudyDraft = z.infer<typeof StudyDraft>

export const trimBounds = { lower: 0.2, upper: 5 }

let made = 0
export function newCohort(part: Partial<CohortDraft> = {}): CohortDraft {
  made += 1
  return {
    key: `${Date.now().toString(36)}-${made}`,
    name: '',
    criteria: emptyGroup,
    existingId: null,
    targetPercent: null,
    ...part,
  }
}

export function emptyDraft(): StudyDraft {
  return {
    name: '',
    objective: '',
    hypothesis: '',
    decisionOwner: '',
    successCriteria: '',
    exclusions: '',
    skillId: null,
    instructions: '',
    questions: [],
    populationId: null,
    cohorts: [newCohort()],
    populationName: '',
    margins: [],
    trim: false,
    conditions: [],
    design: 'between',
    comparisons: [],
    humanSds: [],
    replicates: 1,
    randomSeed: 1,
    model: 'offline',
    temperature: 0.7,
    maxConcurrency: 4,
    budgetTokens: null,
    budgetMoney: null,
    recall: true,
    remember: false,
    arms: { noPersona: false, demographicsOnly: false },
    plantedEffects: [],
  }
}

/** What is asked: by the picked skill, or as it is written here. */
export type Asked = Pick<StudyDraft, 'instructions' | 'questions'>

/** Names of `{{variables}}` in what personas read, in order of appearance; `{{answers.id}}` is none. */
export function findVariables({ instructions, questions }: Asked): string[] {
  const texts = [instructions, ...questions.flatMap(textsIn)]
  const names = texts.flatMap((text) =>
    [...text.matchAll(/\{\{\s*([^{}]+?)\s*\}\}/g)].map((match) => match[1] ?? ''),
  )
  return [...new Set(names.filter((name) => !name.startsWith('answers.')))]
}

/** Every text below a value: options and levels may have variables as the wording may. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
