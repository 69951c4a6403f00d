import type { z } from 'zod'
import type { CohortBody } from '../../../../shared/contract/cohorts.ts'
import type { CreatePopulationRequest } from '../../../../shared/contract/populations.ts'
import type { SkillBody } from '../../../../shared/contract/skills.ts'
import type { CreateStudyRequest } from '../../../../shared/contract/studies.ts'
import { toTree } from '../cohorts/criteria-group.ts'
import { trimBounds, type CohortDraft, type StudyDraft } from './draft.ts'

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

type Parts = { populationId: string; skillId: string }

export function toStudyRequest(
  draft: StudyDraft,
  { populationId, skillId }: Parts,
): z.input<typeof CreateStudyRequest> {
  const { name, objective, hypothesis, conditions, primaryQuestionIds } = draft
  const asked = new Set(draft.questions.map(({ id }) => id))
  return {
    name: name.trim(),
    populationId: populationId as never,
    skillId: skillId as never,
    ...(objective.trim() && { objective: objective.trim() }),
    ...(hypothesis.trim() && { hypothesis: hypothesis.trim() }),
    conditions,
    design: draft.design,
    replicates: draft.replicates,
    randomSeed: draft.randomSeed,
    model: draft.model,
    temperature: draft.temperature,
    maxConcurrency: draft.maxConcurrency,
    comparisons: primaryQuestionIds
      .filter((id) => asked.has(id))
      .map((questionId) => ({ questionId, by: 'cohort' })),
    ...rehearsalOf(draft),
  }
}

/** Planted differences whose question and cohort are still there. */
function rehearsalOf({ plantedEffects, questions, cohorts }: StudyDraft) {
  const effects = plantedEffects.flatMap(({ questionId, cohortKey, option, delta }) => {
    const question = questions.find(({ id }) => id === questionId)
    const cohort = cohorts.find(({ key }) => key === cohortKey)
    if (!question || !cohort || (question.type === 'single' && option === null)) return []
    const where = toTree(cohort.criteria)
    return [{ questionId, delta, where, ...(option === null ? {} : { option }) }]
  })
  return effects.length > 0 ? { rehearsal: { effects } } : {}
}
