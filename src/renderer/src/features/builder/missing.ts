import { SkillBody } from '../../../../shared/contract/skills.ts'
import { toPlainMessage } from '../../lib/plain-message.ts'
import { countIncomplete } from '../cohorts/criteria-group.ts'
import { findVariables, type StudyDraft } from './draft.ts'
import { toSkillBody } from './to-requests.ts'

export type Step = 'people' | 'population' | 'questions' | 'design' | 'launch'

/** What keeps each step from being done, in words; empty when nothing does. */
export function findMissing(draft: StudyDraft): Record<Exclude<Step, 'launch'>, string[]> {
  return {
    people: missingPeople(draft),
    population: missingShares(draft),
    questions: missingQuestions(draft),
    design: missingDesign(draft),
  }
}

function missingPeople({ name, cohorts }: StudyDraft): string[] {
  const names = cohorts.map((cohort) => cohort.name.trim())
  return [
    ...(name.trim() ? [] : ['Name the study.']),
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
  if (draft.questions.length === 0) return ['Add a question.']
  const parsed = SkillBody.safeParse(toSkillBody(draft))
  if (parsed.success) return []
  return parsed.error.issues
    .filter(({ path }) => path[0] !== 'name')
    .slice(0, 4)
    .map(({ path, message }) => {
      if (path[0] === 'objective') return 'Say what the study is to find out.'
      const question = typeof path[1] === 'number' ? draft.questions[path[1]] : undefined
      return question
        ? `Question ${question.id}, ${path.slice(2).join(' ')} ${toPlainMessage(message)}.`
        : `${path.join(' ')} ${toPlainMessage(message)}.`
    })
}

function missingDesign(draft: StudyDraft): string[] {
  const { conditions } = draft
  const variables = findVariables(draft)
  const ids = conditions.map(({ id }) => id)
  const unfilled = variables.filter((name) =>
    conditions.some((condition) => !condition.variables[name]?.trim()),
  )
  return [
    ...(conditions.some(({ name }) => !name.trim()) ? ['Name every condition.'] : []),
    ...(new Set(ids).size < ids.length ? ['Give conditions different ids.'] : []),
    ...(conditions.length === 0 && variables.length > 0
      ? [`The questions use {{${variables.join('}}, {{')}}}: add conditions that fill them.`]
      : []),
    ...(conditions.length > 0 && unfilled.length > 0
      ? [`Fill {{${unfilled.join('}}, {{')}}} in every condition.`]
      : []),
  ]
}
