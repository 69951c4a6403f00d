import type { z } from 'zod'
import type { CohortBody } from '../../../../shared/contract/cohorts.ts'
import type { CreatePopulationRequest } from '../../../../shared/contract/populations.ts'
import { Question, type SkillBody } from '../../../../shared/contract/skills.ts'
import type {
  CreateStudyRequest,
  RehearsalEffect,
  StudyDesign,
} from '../../../../shared/contract/studies.ts'
import type { DesignPreviewRequest } from '../../../../shared/contract/study-planning.ts'
import { toTree } from '../cohorts/criteria-group.ts'
import { trimBounds, type Asked, type CohortDraft, type StudyDraft } from './draft.ts'

export function toCohortBody({ name, criteria }: CohortDraft): z.input<typeof CohortBody> {
  return { name: name.trim(), criteria: toTree(criteria) }
}

type Member = { id: string; size: number; targetPercent: number | null }

export function toPopulationBody(
  draft: StudyDraft,
  members: readonly Member[],
): z.input<typeof CreatePopulationRequest> {
  const total = members.reduce((sum, { size }) => sum + size, 0)
  const isAsLarge = members.some(({ targetPercent }) => targetPercent === null)
  const cohorts = members.map(({ id, size, targetPercent }) => ({
    cohortId: id as never,
    targetShare: isAsLarge ? size / Math.max(1, total) : (targetPercent ?? 0) / 100,
  }))
  return {
    name: draft.populationName.trim() || `${draft.name.trim()} – population`,
    cohorts,
    margins: draft.margins,
    ...(draft.trim && { trim: trimBounds }),
  }
}

export function toSkillBody(draft: StudyDraft): z.input<typeof SkillBody> {
  return {
    name: draft.name.trim() || 'Study',
    objective: draft.objective.trim(),
    instructions: draft.instructions.trim(),
    questions: draft.questions,
  }
}

type Parts = { populationId: string; skillId: string; asked: Asked }

export function toStudyRequest(
  draft: StudyDraft,
  { populationId, skillId, asked }: Parts,
): z.input<typeof CreateStudyRequest> {
  return {
    name: draft.name.trim(),
    populationId: populationId as never,
    skillId: skillId as never,
    ...textsOf(draft),
    ...designOf(draft, asked),
    conditions: draft.conditions,
    ...rehearsalOf(draft, asked),
  }
}

const texts = ['objective', 'hypothesis', 'decisionOwner', 'successCriteria', 'exclusions'] as const

/** Only what is filled in: an empty text is none. */
function textsOf(draft: StudyDraft): Partial<Record<(typeof texts)[number], string>> {
  return Object.fromEntries(
    texts.flatMap((name) => (draft[name].trim() ? [[name, draft[name].trim()]] : [])),
  )
}

function designOf(draft: StudyDraft, asked: Asked) {
  const { budgetTokens, budgetMoney, arms } = draft
  const ids = new Set(asked.questions.map(({ id }) => id))
  const humanSds = draft.humanSds.filter(
    ({ questionId, sd, source }) => ids.has(questionId) && sd > 0 && source.trim() !== '',
  )
  return {
    design: draft.design,
    replicates: draft.replicates,
    randomSeed: draft.randomSeed,
    model: draft.model,
    temperature: draft.temperature,
    maxConcurrency: draft.maxConcurrency,
    recall: draft.recall,
    remember: draft.remember,
    comparisons: draft.comparisons.filter(
      ({ questionId, by }) => ids.has(questionId) && by.trim() !== '',
    ),
    ...((arms.noPersona || arms.demographicsOnly) && { arms }),
    ...(budgetTokens !== null && { budgetTokens }),
    ...(budgetMoney !== null && { budgetMoney }),
    ...(humanSds.length > 0 && { power: { humanSds } }),
  } satisfies z.input<typeof StudyDesign>
}

type Effect = z.input<typeof RehearsalEffect>

/** Planted differences whose question and people are still there. */
function rehearsalOf({ plantedEffects, cohorts, conditions }: StudyDraft, { questions }: Asked) {
  const effects = plantedEffects.flatMap(({ questionId, among, option, delta }): Effect[] => {
    const question = questions.find(({ id }) => id === questionId)
    if (!question || (question.type === 'single' && option === null)) return []
    const effect = { questionId, delta, ...(option === null ? {} : { option }) }
    if (among.kind === 'condition')
      return conditions.some(({ id }) => id === among.key)
        ? [{ ...effect, condition: among.key }]
        : []
    const cohort = cohorts.find(({ key }) => key === among.key)
    return cohort ? [{ ...effect, where: toTree(cohort.criteria) }] : []
  })
  return effects.length > 0 ? { rehearsal: { effects } } : {}
}

/**
 * What power and estimate are asked for while the study is designed; null while nothing can be
 * asked, or nobody.
 *
 * @param populationId  the population of the workspace, or the one saved from these cohorts
 */
export function toPreviewRequest(
  draft: StudyDraft,
  asked: Asked,
  populationId: string | null,
): z.input<typeof DesignPreviewRequest> | null {
  const questions = asked.questions.filter((question) => Question.safeParse(question).success)
  if (questions.length === 0 || (draft.cohorts.length === 0 && populationId === null)) return null
  return {
    ...designOf(draft, { ...asked, questions }),
    // Half-typed ones count too: how many there are is what power and estimate need.
    conditions: draft.conditions.map((condition, i) => ({
      ...condition,
      name: condition.name.trim() || `Condition ${i + 1}`,
    })),
    skill: { instructions: asked.instructions.trim(), questions },
    people: populationId === null ? liveCohorts(draft) : { populationId: populationId as never },
  }
}

function liveCohorts({ cohorts }: StudyDraft) {
  const isTargeted = cohorts.every(({ targetPercent }) => targetPercent !== null)
  return {
    cohorts: cohorts.map(({ name, criteria, targetPercent }, i) => ({
      name: name.trim() || `Cohort ${i + 1}`,
      criteria: toTree(criteria),
      targetShare: isTargeted ? (targetPercent ?? 0) / 100 : null,
    })),
  }
}
