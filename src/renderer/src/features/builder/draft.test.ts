import { expect, it } from 'vitest'
import { CreateStudyRequest } from '../../../../shared/contract/studies.ts'
import { DesignPreviewRequest } from '../../../../shared/contract/study-planning.ts'
import { asType, newQuestion } from '../skills/editor/new-question.ts'
import { emptyDraft, findVariables, newCohort, StudyDraft } from './draft.ts'
import { findMissing } from './missing.ts'
import { toPopulationBody, toPreviewRequest, toStudyRequest } from './to-requests.ts'

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

const missingOf = (draft: StudyDraft) => findMissing(draft, draft)

it('has nothing missing once it is named, objective said and a question asked', () => {
  expect(Object.values(missingOf(aDraft())).flat()).toEqual([])
})

it('names what is missing', () => {
  const cohorts = [
    newCohort({ name: 'A', targetPercent: 50 }),
    newCohort({ name: 'A', targetPercent: 40 }),
  ]
  const missing = missingOf({ ...aDraft(), name: ' ', cohorts, questions: [] })
  expect(missing).toMatchObject({
    idea: ['Name the study.'],
    people: ['Give cohorts different names.'],
    population: ['Target shares add up to 90 %, not 100 %.'],
    questions: ['Add a question, or pick a skill.'],
  })
})

it('asks for conditions where questions have variables', () => {
  const draft = aDraft()
  draft.questions[0]!.text = 'Told {{notice}} ahead, would you stay at {{ bank }}? {{answers.q0}}'
  expect(findVariables(draft)).toEqual(['notice', 'bank'])
  expect(missingOf(draft).conditions).toHaveLength(1)
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

it('makes requests the contract takes, without what is half typed or gone', () => {
  const ids = { populationId: crypto.randomUUID(), skillId: crypto.randomUUID() }
  const draft = {
    ...aDraft(),
    comparisons: [
      { questionId: 'q1', by: 'cohort' },
      { questionId: 'gone', by: 'cohort' },
      { questionId: 'q1', by: ' ' },
    ],
    conditions: [{ id: 'c1', name: '', variables: {} }],
    humanSds: [{ questionId: 'q1', sd: 1, source: '' }],
    plantedEffects: [
      { questionId: 'q1', among: { kind: 'condition' as const, key: 'c1' }, option: 'a', delta: 1 },
      { questionId: 'q1', among: { kind: 'condition' as const, key: 'c9' }, option: 'a', delta: 1 },
    ],
  }
  const named = { ...draft, conditions: [{ id: 'c1', name: 'Early', variables: {} }] }
  const parsed = CreateStudyRequest.parse(toStudyRequest(named, { ...ids, asked: draft }))
  expect(parsed.comparisons).toEqual([{ questionId: 'q1', by: 'cohort' }])
  expect(parsed.rehearsal?.effects).toHaveLength(1)
  expect(parsed.power).toBeUndefined()

  const preview = DesignPreviewRequest.parse(toPreviewRequest(draft, draft, null))
  expect(preview.conditions[0]!.name).toBe('Condition 1')
  expect(preview.people).toMatchObject({ cohorts: [{ name: 'Nurses', targetShare: null }] })
  expect(
    toPreviewRequest({ ...draft, questions: [] }, { ...draft, questions: [] }, null),
  ).toBeNull()
})

it('keeps a draft with half-written questions', () => {
  const draft = { ...aDraft(), questions: [newQuestion([])] }
  expect(StudyDraft.parse(structuredClone(draft))).toEqual(draft)
})

it('keeps id and words when the type of a question changes', () => {
  const question = asType({ id: 'why', text: 'Why?', allowDontKnow: true, type: 'open' }, 'numeric')
  expect(question).toMatchObject({ id: 'why', text: 'Why?', allowDontKnow: true, type: 'numeric' })
})

it('runs nothing beside the study unless it is switched on, also in a draft of before', () => {
  const ids = { populationId: crypto.randomUUID(), skillId: crypto.randomUUID() }
  const requestOf = (draft: StudyDraft) => toStudyRequest(draft, { ...ids, asked: draft })
  const { arms: _, ...older } = aDraft()
  expect(requestOf(StudyDraft.parse(older))).not.toHaveProperty('arms')
  const arms = { noPersona: true, demographicsOnly: false }
  expect(CreateStudyRequest.parse(requestOf({ ...aDraft(), arms })).arms).toEqual(arms)
})
