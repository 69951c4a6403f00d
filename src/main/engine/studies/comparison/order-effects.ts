import type { OrderEffects } from '../../../../shared/contract/run-comparison.ts'
import { orderEffect, type PlacedValue } from '../../domain/statistics/order-effect.ts'
import { measureOf } from '../../domain/studies/study-power.ts'
import type { RunOfTenant } from '../../evidence/contradictions.ts'
import type { RunKind } from '../../evidence/run-kind.ts'
import { getManifestHead } from '../manifest.ts'

const LEVEL = 0.05

/** Whether answers depend on the place of a condition, per question. */
export const orderEffectsOf: RunKind<RunOfTenant, OrderEffects> = async (
  { tenantId, runId },
  { db },
) => {
  const { skill, study, model } = await getManifestHead(db, tenantId, runId)
  const rows = await db
    .selectFrom('task')
    .innerJoin('task_answer as answer', 'answer.task_id', 'task.id')
    .where('task.run_id', '=', runId)
    .where('answer.status', '=', 'valid')
    .where('task.condition_order', 'is not', null)
    .select([
      'task.persona_id as persona',
      'task.condition',
      'task.replicate',
      'task.condition_order as place',
      'answer.question_id as questionId',
      'answer.value',
    ])
    .execute()
  const label = model.rehearsal ? 'Rehearsal: ' : ''
  const conditions = study.design.conditions.map(({ id }) => id)
  const persons = [...new Set(rows.map(personOf))]
  const indexOf = new Map(persons.map((person, i) => [person, i]))
  return {
    runId,
    rehearsal: model.rehearsal,
    questions: skill.body.questions.flatMap((question) => {
      const own = rows.filter(({ questionId }) => questionId === question.id)
      if (measureOf(question) === undefined || own.length === 0) return []
      return measuresOf(own).map(({ measure, valueOf }) => {
        const values = own.flatMap((row): PlacedValue[] => {
          const value = valueOf(JSON.parse(row.value!))
          return value === undefined
            ? []
            : [
                {
                  person: indexOf.get(personOf(row))!,
                  condition: conditions.indexOf(row.condition!),
                  place: row.place! - 1,
                  value,
                },
              ]
        })
        const found = describe(question.id, measure, values)
        return { ...found, sentence: `${label}${found.sentence}` }
      })
    }),
  }
}

// A replicate has an order of its own: the same persona again.
function personOf({ persona, replicate }: { persona: string; replicate: number }): string {
  return `${persona} ${replicate}`
}

type Measure = {
  readonly measure: string
  readonly valueOf: (value: unknown) => number | undefined
}

function measuresOf(rows: readonly { value: string | null }[]): Measure[] {
  const values = rows.map(({ value }) => JSON.parse(value!) as unknown)
  if (values.every((value) => typeof value === 'number'))
    return [{ measure: 'mean', valueOf: (value) => value as number }]
  const options = [...new Set(values.flat())].filter((it) => typeof it === 'string').toSorted()
  return options.map((option) => ({
    measure: option,
    valueOf: (value) => ([value].flat().includes(option) ? 1 : 0),
  }))
}

function describe(questionId: string, measure: string, values: readonly PlacedValue[]) {
  const effect = orderEffect(values)
  const places = [...Map.groupBy(values, ({ place }) => place)]
    .toSorted(([a], [b]) => a - b)
    .map(([place, own]) => ({
      place: place + 1,
      n: own.length,
      mean: own.reduce((sum, { value }) => sum + value, 0) / own.length,
    }))
  const sentence =
    effect.p === null
      ? 'The place of a condition cannot be tested here.'
      : effect.p < LEVEL
        ? 'Answers depend on the place a condition had: read differences between conditions with care.'
        : 'No sign that answers depend on the place a condition had.'
  return { questionId, measure, places, ...effect, sentence }
}
