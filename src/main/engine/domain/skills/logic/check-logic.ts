import {
  END_OF_SKILL,
  type AnswerTest,
  type Question,
} from '../../../../../shared/contract/questions.ts'
import type { LogicFinding } from '../../../../../shared/contract/skill-logic.ts'
import type { SkillBody } from '../../../../../shared/contract/skills.ts'
import { testsOf } from './answers-so-far.ts'
import { explorePaths } from './explore-paths.ts'
import { findRotationFaults } from './rotation-faults.ts'
import { findTestFaults } from './test-faults.ts'
import { pipedIds } from './piping.ts'

export type LogicSkill = Pick<SkillBody, 'questions' | 'rotation'>

/**
 * What is wrong with a skill's logic before anybody is asked: references that lead nowhere, jumps
 * back, questions that nobody reaches, rules that never act, answers after which nothing is left.
 */
export function checkLogic(skill: LogicSkill): LogicFinding[] {
  const faults = [
    ...skill.questions.flatMap((question, at) => findFaults(skill.questions, question, at)),
    ...findRotationFaults(skill),
  ]
  // Paths can only be walked where every reference leads somewhere.
  return faults.some(({ severity }) => severity === 'error')
    ? faults
    : [...faults, ...explorePaths(skill.questions)]
}

function findFaults(
  questions: readonly Question[],
  question: Question,
  at: number,
): LogicFinding[] {
  const tests = [
    ...(question.showIf ? testsOf(question.showIf).map((test) => [test, 'showIf'] as const) : []),
    ...(question.skipTo ?? []).flatMap(({ when }, i) =>
      testsOf(when).map((test) => [test, `skipTo.${i}`] as const),
    ),
  ]
  return [
    ...tests.flatMap(([test, path]) => findReferenceFaults(questions, at, test, path)),
    ...findJumpFaults(questions, question, at),
    ...findPipingFaults(questions, question, at),
  ]
}

function findReferenceFaults(
  questions: readonly Question[],
  at: number,
  test: AnswerTest,
  path: string,
): LogicFinding[] {
  const { id } = questions[at]!
  const to = questions.findIndex((question) => question.id === test.questionId)
  const error = (code: LogicFinding['code'], explanation: string): LogicFinding[] => [
    { code, severity: 'error', questionId: id, path, explanation },
  ]
  if (to === -1)
    return error('unknown_question', `${id} asks about ${test.questionId}, which is not there.`)
  const mayBeItself = path.startsWith('skipTo')
  if (mayBeItself ? to > at : to >= at)
    return error(
      'later_question',
      `${id} asks about ${test.questionId}, which comes ${to === at ? 'with it' : 'later'}.`,
    )
  return findTestFaults(questions[to]!, test).map((explanation) => ({
    code: 'impossible_test',
    severity: 'error',
    questionId: id,
    path,
    explanation,
  }))
}

function findJumpFaults(
  questions: readonly Question[],
  { id, skipTo = [] }: Question,
  at: number,
): LogicFinding[] {
  return skipTo.flatMap(({ to }, i): LogicFinding[] => {
    if (to === END_OF_SKILL) return []
    const target = questions.findIndex((question) => question.id === to)
    const path = `skipTo.${i}`
    if (target === -1)
      return [
        {
          code: 'unknown_question',
          severity: 'error',
          questionId: id,
          path,
          explanation: `${id} jumps to ${to}, which is not there.`,
        },
      ]
    if (target > at) return []
    return [
      {
        code: 'cycle',
        severity: 'error',
        questionId: id,
        path,
        explanation: `${id} jumps back to ${to}, so that somebody could go round for ever.`,
      },
    ]
  })
}

function findPipingFaults(
  questions: readonly Question[],
  question: Question,
  at: number,
): LogicFinding[] {
  return pipedIds(question).flatMap((id): LogicFinding[] => {
    const from = questions.findIndex((other) => other.id === id)
    if (from !== -1 && from < at) return []
    const why = from === -1 ? 'is not there' : 'comes later'
    return [
      {
        code: from === -1 ? 'unknown_question' : 'later_question',
        severity: 'error',
        questionId: question.id,
        path: 'text',
        explanation: `${question.id} repeats the answer to ${id}, which ${why}.`,
      },
    ]
  })
}
