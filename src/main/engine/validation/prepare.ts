import type { ItemUse } from '../../../shared/contract/human-surveys.ts'
import type { TenantId } from '../../../shared/contract/ids.ts'
import type { ValidateRunRequest } from '../../../shared/contract/validation.ts'
import type { ReadDb } from '../db/schema.ts'
import type { CategorySample } from '../domain/validation/category-sample.ts'
import type { PeopleRows } from '../domain/validation/people-sample.ts'
import { NO_CODE } from '../domain/validation/persona-sample.ts'
import type { RunRecord } from '../evidence/gather.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { readSurveyAnswers, type SurveyAnswers } from '../surveys/surveys.ts'
import { recodedAnswers } from './people-of-survey.ts'
import { readPeople } from './read-people.ts'
import { codesOf, comparable, segmentsOf, type ComparableQuestion } from './run-answers.ts'
import { servedFor } from './served-before.ts'

/** A question of the run with people's answers to it. */
export type PreparedItem = ComparableQuestion & {
  readonly itemId: string | null
  readonly usedFor: readonly ItemUse[]
  /** Shape [tasks]. */
  readonly personas: Int16Array
  /** Of a survey, shape [its rows]; or what the request said. */
  readonly people: Int16Array | CategorySample
}

/** Groups of people and of personas: indexes of `categories`. */
export type PreparedSegment = {
  readonly itemId: string
  readonly field: string
  readonly categories: readonly string[]
  readonly people: Int16Array
  readonly personas: Int16Array
}

export type Prepared = {
  readonly items: readonly PreparedItem[]
  readonly segments: readonly PreparedSegment[]
  readonly rows: PeopleRows | null
  readonly survey: SurveyAnswers['survey'] | null
}

type Request = Pick<ValidateRunRequest, 'items' | 'surveyId' | 'matches' | 'segments' | 'condition'>

/**
 * People's answers in terms of a run's questions.
 *
 * @throws EngineError `invalid_input`, naming the item and what does not fit; `not_found`
 */
export async function prepare(
  db: ReadDb,
  { tenantId, record }: { tenantId: TenantId; record: RunRecord },
  request: Request,
): Promise<Prepared> {
  if ((request.items === undefined) === (request.matches === undefined))
    throw invalidInput([{ path: [], message: 'must have either items or a survey with matches' }])
  const { condition } = request
  const { conditions } = record.manifest.study.design
  if (condition !== undefined && !conditions.some(({ id }) => id === condition))
    throw invalidInput([
      { path: ['condition'], message: `"${condition}" is no condition of this run` },
    ])
  return request.items
    ? { items: givenItems(record, request.items), segments: [], rows: null, survey: null }
    : fromSurvey(db, { tenantId, record }, request)
}

function givenItems(
  record: RunRecord,
  items: NonNullable<ValidateRunRequest['items']>,
): PreparedItem[] {
  refuseTwice(items.map(({ questionId }) => questionId))
  return items.map(({ questionId, usedFor, ...people }, index) => {
    const path = ['items', index]
    const { question, personas, served } = askedQuestion(record, questionId, path)
    const values = question.values.map(({ value }) => value)
    return {
      ...question,
      itemId: null,
      usedFor: [...new Set([...served, ...usedFor])],
      personas,
      people: readPeople(people, values, { path, question: `"${questionId}"` }),
    }
  })
}

async function fromSurvey(
  db: ReadDb,
  { tenantId, record }: { tenantId: TenantId; record: RunRecord },
  { surveyId, matches = [], segments }: Request,
): Promise<Prepared> {
  if (!surveyId)
    throw invalidInput([{ path: ['surveyId'], message: 'is needed for what matches name' }])
  refuseTwice(matches.map(({ questionId }) => questionId))
  const itemIds = [...matches, ...segments].map(({ itemId }) => itemId)
  const answers = await readSurveyAnswers(db, tenantId, { surveyId, itemIds })
  const columnOf = (itemId: string, path: (string | number)[]) => {
    const column = answers.data.items.find(({ id }) => id === itemId)
    if (column) return column
    const known = answers.items.map(({ id }) => id).join(', ')
    throw invalidInput([
      {
        path: [...path, 'itemId'],
        message: `"${itemId}" is no item of this survey: it has ${known}`,
      },
    ])
  }
  return {
    survey: answers.survey,
    rows: {
      weights: answers.data.weights,
      areCounts: answers.data.layout === 'counts',
      designEffect: answers.survey.designEffect,
    },
    items: matches.map(({ questionId, itemId, recodes, usedFor }, index) => {
      const path = ['matches', index]
      const { question, personas, served } = askedQuestion(record, questionId, path)
      const column = columnOf(itemId, path)
      const what = `"${questionId}"`
      const people = recodedAnswers(column, recodes, question.values, { path, what })
      if (people.every((code) => code === NO_CODE))
        throw invalidInput([{ path, message: `"${itemId}" has no answers left` }])
      const uses = [...new Set([...column.usedFor, ...served, ...usedFor])]
      return { ...question, itemId, usedFor: uses, personas, people }
    }),
    segments: segments.map(({ itemId, field, recodes }, index) => {
      const path = ['segments', index]
      const own = segmentsOf(record, field)
      const categories = [...new Set(own.filter((value) => value !== null))]
      if (categories.length < 2)
        throw invalidInput([
          { path: [...path, 'field'], message: `the personas do not differ in "${field}"` },
        ])
      const targets = categories.map((value) => ({ value, label: value }))
      return {
        itemId,
        field,
        categories,
        people: recodedAnswers(columnOf(itemId, path), recodes, targets, { path, what: field }),
        personas: Int16Array.from(own, (value) =>
          value === null ? NO_CODE : categories.indexOf(value),
        ),
      }
    }),
  }
}

function askedQuestion(record: RunRecord, questionId: string, path: (string | number)[]) {
  const { questions } = record.manifest.skill.body
  const question = questions.find(({ id }) => id === questionId)
  const fail = (message: string) => invalidInput([{ path: [...path, 'questionId'], message }])
  if (!question)
    throw fail(
      `"${questionId}" is no question of this run: it asked ${questions.map(({ id }) => id).join(', ')}`,
    )
  const found = comparable(question)
  if (typeof found === 'string') throw fail(`"${questionId}" ${found}`)
  const served = servedFor(question, record)
  return { question: found, personas: codesOf(record, found), served }
}

export function refuseTwice(ids: readonly string[]): void {
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index)
  if (twice !== -1)
    throw invalidInput([{ path: ['items', twice], message: `"${ids[twice]}" is given twice` }])
}
