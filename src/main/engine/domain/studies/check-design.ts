import { CriterionField } from '../../../../shared/contract/cohorts.ts'
import type { ErrorDetail } from '../../../../shared/contract/errors.ts'
import type { SkillBody } from '../../../../shared/contract/skills.ts'
import type { StudyDesign } from '../../../../shared/contract/studies.ts'
import { effectTargets } from '../questions/effect-targets.ts'
import { kindOf } from '../questions/kinds/index.ts'
import { checkLogic } from '../skills/logic/check-logic.ts'
import { fillQuestion, variablesOf } from './fill-question.ts'

/** What keeps a design from being run with a skill, each with the field at fault; empty: nothing. */
export function checkDesign(design: StudyDesign, skill: SkillBody): ErrorDetail[] {
  return [
    ...checkConditions(design, skill),
    ...checkComparisons(design, skill),
    ...checkEffects(design, skill),
    ...checkLogic(skill)
      .filter(({ severity }) => severity === 'error')
      .map(({ explanation }) => ({ path: 'skillId', message: explanation })),
  ]
}

function checkConditions({ conditions }: StudyDesign, skill: SkillBody): ErrorDetail[] {
  const wanted = variablesOf(skill)
  if (conditions.length === 0) {
    return wanted.map((name) => ({
      path: 'conditions',
      message: `must give a value for {{${name}}} of the skill "${skill.name}"`,
    }))
  }
  const ids = conditions.map((condition) => condition.id)
  return conditions.flatMap((condition, i) => [
    ...(ids.indexOf(condition.id) < i
      ? [{ path: `conditions.${i}.id`, message: `must not repeat "${condition.id}"` }]
      : []),
    ...wanted
      .filter((name) => !Object.hasOwn(condition.variables, name))
      .map((name) => ({
        path: `conditions.${i}.variables.${name}`,
        message: `must be given: the skill "${skill.name}" uses {{${name}}}`,
      })),
    ...checkFilledOptions(skill, condition.variables, i),
  ])
}

// Two options that read the same after filling could not be told apart in an answer.
function checkFilledOptions(
  skill: SkillBody,
  variables: Readonly<Record<string, string>>,
  i: number,
): ErrorDetail[] {
  return skill.questions.flatMap((question) => {
    const filled = fillQuestion(question, variables)
    const names = kindOf(filled).names(filled)
    if (new Set(names).size === names.length) return []
    const message = `makes two options of question "${question.id}" the same`
    return [{ path: `conditions.${i}.variables`, message }]
  })
}

function checkComparisons({ comparisons }: StudyDesign, skill: SkillBody): ErrorDetail[] {
  return comparisons.flatMap(({ questionId, by }, i) => [
    ...checkQuestion(questionId, skill, `comparisons.${i}.questionId`),
    ...(['cohort', 'condition'].includes(by) || CriterionField.safeParse(by).success
      ? []
      : [
          {
            path: `comparisons.${i}.by`,
            message: `must be "cohort", "condition" or a field of a persona, found "${by}"`,
          },
        ]),
  ])
}

function checkEffects({ rehearsal, conditions }: StudyDesign, skill: SkillBody): ErrorDetail[] {
  return (rehearsal?.effects ?? []).flatMap((effect, i) => {
    const path = `rehearsal.effects.${i}`
    const question = skill.questions.find(({ id }) => id === effect.questionId)
    const unknown = checkQuestion(effect.questionId, skill, `${path}.questionId`)
    const details = [...unknown]
    const targets = question && effectTargets(question)
    if (targets && !targets.includes(effect.option ?? '')) {
      const names = targets.map((name) => `"${name}"`).join(', ')
      details.push({ path: `${path}.option`, message: `must be one of ${names}` })
    }
    if (question && !targets && effect.option !== undefined)
      details.push({
        path: `${path}.option`,
        message: 'is only for questions with options, rows or levels',
      })
    if (question?.type === 'open') {
      details.push({ path: `${path}.questionId`, message: 'must not be an open question' })
    }
    if (effect.condition !== undefined && !conditions.some(({ id }) => id === effect.condition)) {
      const message = `is not a condition of the study: "${effect.condition}"`
      details.push({ path: `${path}.condition`, message })
    }
    return details
  })
}

function checkQuestion(questionId: string, skill: SkillBody, path: string): ErrorDetail[] {
  if (skill.questions.some(({ id }) => id === questionId)) return []
  const known = skill.questions.map(({ id }) => id).join(', ')
  return [{ path, message: `is not a question of the skill: "${questionId}" (it has ${known})` }]
}
