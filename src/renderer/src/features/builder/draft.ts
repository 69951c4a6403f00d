import type { Margin } from '../../../../shared/contract/populations.ts'
import type { Question } from '../../../../shared/contract/skills.ts'
import { emptyGroup, type CriteriaGroup } from '../cohorts/criteria-group.ts'
import { questionDefaults } from './question-defaults.ts'

export type CohortDraft = {
  /** Stays while the name changes. */
  key: string
  name: string
  criteria: CriteriaGroup
  /** Set while it is taken unchanged from the workspace. */
  existingId: string | null
  /** Percent of the population; null: as large as it is. */
  targetPercent: number | null
}

export type ConditionDraft = { id: string; name: string; variables: Record<string, string> }

/** Only the rehearsal model shows it. */
export type PlantedEffect = {
  questionId: string
  cohortKey: string
  /** Of a single choice: the option it acts on. */
  option: string | null
  /** Latent standard deviations. */
  delta: number
}

export type StudyDraft = {
  name: string
  objective: string
  hypothesis: string
  cohorts: CohortDraft[]
  populationName: string
  margins: Margin[]
  /** Weights are held between a fifth and five times the mean. */
  trim: boolean
  instructions: string
  questions: Question[]
  conditions: ConditionDraft[]
  design: 'between' | 'within'
  replicates: number
  randomSeed: number
  model: string
  temperature: number
  maxConcurrency: number
  /** Questions whose cohort differences are named before launch. */
  primaryQuestionIds: string[]
  plantedEffects: PlantedEffect[]
}

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
    cohorts: [newCohort()],
    populationName: '',
    margins: [],
    trim: false,
    instructions: '',
    questions: [],
    conditions: [],
    design: 'between',
    replicates: 1,
    randomSeed: 1,
    model: 'offline',
    temperature: 0.7,
    maxConcurrency: 4,
    primaryQuestionIds: [],
    plantedEffects: [],
  }
}

/** A question of this type that keeps what all types have. */
export function asType(question: Question, type: Question['type']): Question {
  const { id, text, allowDontKnow, block, showIf, skipTo } = question
  const logic = { ...(block && { block }), ...(showIf && { showIf }), ...(skipTo && { skipTo }) }
  return { id, text, allowDontKnow, ...logic, ...questionDefaults[type] } as Question
}

/** The first `q1`, `q2`… that is free. */
export function newQuestion(questions: readonly Question[]): Question {
  let number = questions.length + 1
  while (questions.some(({ id }) => id === `q${number}`)) number += 1
  return asType({ id: `q${number}`, text: '', allowDontKnow: false, type: 'open' }, 'single')
}

/** Names of `{{variables}}` in what personas read, in order of appearance. */
export function findVariables({
  instructions,
  questions,
}: Pick<StudyDraft, 'instructions' | 'questions'>): string[] {
  const text = [instructions, ...questions.map((question) => question.text)].join('\n')
  return [
    ...new Set([...text.matchAll(/\{\{\s*([^{}\s]+)\s*\}\}/g)].map((match) => match[1] ?? '')),
  ]
}
