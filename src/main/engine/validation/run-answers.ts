import type { PersonaId } from '../../../shared/contract/ids.ts'
import type { Question } from '../../../shared/contract/skills.ts'
import { AGE_BANDS, segmentOf } from '../domain/evidence/segment.ts'
import { answerTexts, valueAt } from '../domain/questions/ask-question.ts'
import { readable } from '../domain/questions/readable.ts'
import type { SurveyDesign } from '../domain/statistics/design.ts'
import { bandLabels, type Bands } from '../domain/criteria/bands.ts'
import type { PersonaField } from '../domain/surveys/match-segments.ts'
import { NO_CODE } from '../domain/validation/persona-sample.ts'
import type { RunRecord } from '../evidence/gather.ts'

/** A question whose answers can be compared category by category. */
export type ComparableQuestion = {
  readonly questionId: string
  readonly text: string
  readonly type: Question['type']
  readonly values: readonly { readonly value: string; readonly label: string }[]
  /** Of a scale, ascending; else null. */
  readonly scores: readonly number[] | null
}

const COMPARABLE = new Set<Question['type']>(['single', 'likert', 'yesno', 'nps'])

/** The question as people's answers are matched to it; a text says why it cannot be. */
export function comparable(question: Question): ComparableQuestion | string {
  if (!COMPARABLE.has(question.type))
    return `is of the type ${question.type}: only single, likert, yes/no and NPS questions can be compared answer by answer`
  const texts = answerTexts(question)
  const values = texts.map((text, i) => ({
    value: String(question.type === 'single' ? text : valueAt(question, i)),
    label: readable(text),
  }))
  const isScale = question.type === 'likert' || question.type === 'nps'
  return {
    questionId: question.id,
    text: readable(question.text),
    type: question.type,
    values,
    scores: isScale ? values.map(({ value }) => Number(value)) : null,
  }
}

/** The design of a run's answered tasks: a row each. */
export function designOf({ tasks, cohorts }: RunRecord): SurveyDesign {
  const units = new Map<string, number>()
  const place = new Map(cohorts.map(({ id }, i) => [id, i]))
  for (const { personaId } of tasks) if (!units.has(personaId)) units.set(personaId, units.size)
  return {
    unit: Int32Array.from(tasks, ({ personaId }) => units.get(personaId)!),
    stratum: Int32Array.from(tasks, ({ cohortId }) => place.get(cohortId)!),
    weight: Float64Array.from(tasks, ({ weight }) => weight),
  }
}

/** Tasks under a condition, or all: shape [rows]. */
export function conditionRows({ tasks }: RunRecord, condition: string | undefined): Uint8Array {
  return Uint8Array.from(tasks, (task) =>
    condition === undefined || task.condition === condition ? 1 : 0,
  )
}

/** Index of the answer of each task, `NO_CODE` where there is no valid one: shape [rows]. */
export function codesOf(
  { tasks, answers }: RunRecord,
  { questionId, values }: ComparableQuestion,
): Int16Array {
  const place = new Map(values.map(({ value }, i) => [value, i]))
  const given = answers.get(questionId)
  return Int16Array.from(tasks, ({ taskId }) => {
    const answer = given?.get(taskId)
    if (answer?.status !== 'valid') return NO_CODE
    return place.get(String(answer.value)) ?? NO_CODE
  })
}

/** Fields that the personas of a run can be compared by. */
export function personaFields(record: RunRecord): PersonaField[] {
  const people = [...record.personas.values()]
  const attributes = [...new Set(people.flatMap((one) => Object.keys(one.attributes)))]
  const names = [
    'condition',
    'cohort',
    'gender',
    'age',
    'education',
    'income',
    'household',
    'location',
    'language',
    ...attributes.map((name) => `attributes.${name}`),
  ]
  return names
    .map((field): PersonaField => {
      const found = new Set(segmentsOf(record, field).filter((one) => one !== null))
      const bands = field === 'age' ? AGES : record.bands.get(field)
      const inBands = bands?.labels.filter((band) => found.delete(band)) ?? []
      const values = [...inBands, ...found]
      const conditions = new Map(
        record.manifest.study.design.conditions.map(({ id, name }) => [id, name]),
      )
      return {
        field,
        categories: values.map((value) => ({ value, label: conditions.get(value) ?? value })),
        ...(bands && { bands }),
      }
    })
    .filter(({ categories }) => categories.length >= 2 && categories.length <= MOST_CATEGORIES)
}

const MOST_CATEGORIES = 60
const AGES: Bands = { bounds: AGE_BANDS, labels: bandLabels(AGE_BANDS) }

/** The category of each task's persona on a field, or its cohort or condition: shape [rows]. */
export function segmentsOf(
  { tasks, cohorts, personas, bands }: RunRecord,
  field: string,
): (string | null)[] {
  if (field === 'condition') return tasks.map(({ condition }) => condition)
  if (field === 'cohort') {
    const names = new Map(cohorts.map(({ id, name }) => [id, name]))
    return tasks.map(({ cohortId }) => names.get(cohortId) ?? null)
  }
  const known = new Map<string, string | null>()
  for (const [id, persona] of personas) known.set(id, segmentOf(persona, field, bands))
  return tasks.map(({ personaId }) => known.get(personaId as PersonaId) ?? null)
}
