import { expect, it } from 'vitest'
import { CreateStudyRequest } from '../../../../shared/contract/studies.ts'
import { asType, newQuestion } from '../skills/editor/new-question.ts'
import { emptyDraft, findVariables, newCohort } from './draft.ts'
import { findMissing } from './missing.ts'
import { toPopulationBody, toStudyRequest } from './to-requests.ts'

function aDraft() {
  const question = { ...newQuestion([]), text: 'Would you stay?' }
  return {
    ...emptyDraft(),
    name: 'Branches',
    objective: 'Learn who leaves',
    cohorts: [newCohort({ name: 'Nurses' })],
    questions: [question],
  }
}

it('has nothing missing once it is named, objective said and a question asked', () => {
  expect(findMissing(aDraft())).toEqual({ people: [], population: [], questions: [], design: [] })
})

it('names what is missing', () => {
  const cohorts = [
    newCohort({ name: 'A', targetPercent: 50 }),
    newCohort({ name: 'A', targetPercent: 40 }),
  ]
  const missing = findMissing({ ...aDraft(), cohorts, questions: [] })
  expect(missing).toMatchObject({
    people: ['Give cohorts different names.'],
    population: ['Target shares add up to 90 %, not 100 %.'],
    questions: ['Add a question.'],
  })
})

it('asks for conditions where questions have variables', () => {
  const draft = aDraft()
  draft.questions[0]!.text = 'Told {{notice}} ahead, would you stay at {{ bank }}?'
  expect(findVariables(draft)).toEqual(['notice', 'bank'])
  expect(findMissing(draft).design).toHaveLength(1)
})

it('keeps cohorts as large as they are when no share is given', () => {
  const members = [
    { id: 'a', size: 30, targetPercent: null },
    { id: 'b', size: 10, targetPercent: null },
  ]
  expect(toPopulationBody(aDraft(), members).cohorts).toEqual([
    { cohortId: 'a', targetShare: 0.75 },
    { cohortId: 'b', targetShare: 0.25 },
  ])
})

it('makes a request the contract takes', () => {
  const ids = { populationId: crypto.randomUUID(), skillId: crypto.randomUUID() }
  const draft = { ...aDraft(), primaryQuestionIds: ['q1', 'gone'] }
  const parsed = CreateStudyRequest.parse(toStudyRequest(draft, ids))
  expect(parsed.comparisons).toEqual([{ questionId: 'q1', by: 'cohort' }])
})

it('keeps id and words when the type of a question changes', () => {
  const question = asType({ id: 'why', text: 'Why?', allowDontKnow: true, type: 'open' }, 'numeric')
  expect(question).toMatchObject({ id: 'why', text: 'Why?', allowDontKnow: true, type: 'numeric' })
})
