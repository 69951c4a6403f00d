import { SkillBody } from '../../../../shared/contract/skills.ts'
import { toPlainMessage } from '../../lib/plain-message.ts'
import { countIncomplete } from '../cohorts/criteria-group.ts'
import { findVariables, type Asked, type StudyDraft } from './draft.ts'
import { toSkillBody } from './to-requests.ts'

export type Step =
  'idea' | 'questions' | 'people' | 'population' | 'conditions' | 'analysis' | 'run' | 'launch'

/** What keeps each step from being done, in words; empty when nothing does. */
export function findMissing(draft: StudyDraft, asked: Asked): Record<Step, string[]> {
  return {
    idea: [
      ...(draft.name.trim() ? [] : ['Name the study.']),
      ...(draft.objective.trim() ? [] : ['Say what the study is to find out.']),
    ],
    questions: missingQuestions(draft),
    people: draft.populationId === null ? missingPeople(draft) : [],
    population: draft.populationId === null ? missingShares(draft) : [],
    conditions: missingConditions(draft, asked),
    analysis: missingComparisons(draft, asked),
    run: [],
    launch: [],
  }
}

function missingPeople({ cohorts }: StudyDraft): string[] {
  const names = cohorts.map((cohort) => cohort.name.trim())
  return [
    ...(cohorts.length > 0 ? [] : ['Add a cohort.']),
    ...(names.includes('') ? ['Name every cohort.'] : []),
    ...(new Set(names).size < names.length ? ['Give cohorts different names.'] : []),
    ...(cohorts.some(({ criteria }) => countIncomplete(criteria) > 0)
      ? ['Finish or remove the half-typed criteria.']
      : []),
  ]
}

function missingShares({ cohorts }: StudyDraft): string[] {
  const given = cohorts.map(({ targetPercent }) => targetPercent)
  if (given.every((percent) => percent === null)) return []
  if (given.includes(null)) return ['Give every cohort a target share, or none.']
  const sum = given.reduce<number>((total, percent) => total + (percent ?? 0), 0)
  return Math.abs(sum - 100) < 0.05 ? [] : [`Target shares add up to ${round(sum)} %, not 100 %.`]
}

const round = (value: number) => Math.round(value * 10) / 10

function missingQuestions(draft: StudyDraft): string[] {
  if (draft.skillId !== null) return []
  if (draft.questions.length === 0) return ['Add a question, or pick a skill.']
  const parsed = SkillBody.safeParse(toSkillBody(draft))
  if (parsed.success) return []
  return parsed.error.issues
    .filter(({ path }) => path[0] !== 'name' && path[0] !== 'objective')
    .slice(0, 4)
    .map(({ path, message }) => {
      const question = typeof path[1] === 'number' ? draft.questions[path[1]] : undefined
      return question
        ? `Question ${question.id}, ${path.slice(2).join(' ')} ${toPlainMessage(message)}.`
        : `${path.join(' ')} ${toPlainMessage(message)}.`
    })
}

function missingConditions({ conditions }: StudyDraft, asked: Asked): string[] {
  const variables = findVariables(asked)
  const names = conditions.map(({ name }) => name.trim())
  const unfilled = variables.filter((name) =>
    conditions.some((condition) => !condition.variables[name]?.trim()),
  )
  return [
    ...(names.includes('') ? ['Name every condition.'] : []),
    ...(new Set(names).size < names.length && !names.includes('')
      ? ['Give conditions different names.']
      : []),
    ...(conditions.length === 0 && variables.length > 0
      ? [`The questions use {{${variables.join('}}, {{')}}}: add conditions that fill them.`]
      : []),
    ...(conditions.length > 0 && unfilled.length > 0
      ? [`Fill {{${unfilled.join('}}, {{')}}} in every condition.`]
      : []),
  ]
}

function missingComparisons({ comparisons }: StudyDraft, { questions }: Asked): string[] {
  const ids = new Set(questions.map(({ id }) => id))
  return [
    ...(comparisons.some(({ by }) => !by.trim()) ? ['Say what each comparison is by.'] : []),
    ...comparisons
      .filter(({ questionId }) => !ids.has(questionId))
      .map(({ questionId }) => `Question ${questionId} of a comparison is not asked any more.`),
  ]
}
