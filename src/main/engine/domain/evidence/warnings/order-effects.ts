import type { EvidenceWarning } from '../../../../../shared/contract/evidence.ts'
import type { Question } from '../../../../../shared/contract/questions.ts'
import { questionOrder } from '../../skills/logic/route.ts'
import { holm } from '../../statistics/holm.ts'
import { orderEffect, type PlacedValue } from '../../statistics/order-effect.ts'
import { groupEffect, positionEffect } from '../../statistics/position-effect.ts'
import { taskDraw } from '../../studies/task-draw.ts'
import { measuredValues } from '../answer-vectors.ts'
import type { EvidenceInput } from '../evidence-input.ts'
import { measuresOf, type Measure } from '../measures.ts'
import { decimal, percent } from '../words.ts'
import { isPlaced, MOST_ROWS, placedAnswers } from './shown-places.ts'
import { FALSE_ALARMS, tasksOf, toWarning, type Look, type WarningDraft } from './warning.ts'

/** Below this many tasks per place the χ² is no good guide. */
const LEAST_PER_PLACE = 10
/** Places of a question in the order are taken together in so many groups. */
const GROUPS = 3

type Draft = Omit<WarningDraft, 'code' | 'severity' | 'means'>
type Tested = { readonly p: number; readonly describe: () => Draft }

/**
 * Effects of the order that things were shown in, as far as the run drew it: of options and rows, of
 * questions, of conditions within a persona. Holm over all of them in the run.
 */
export function orderEffectWarnings({ input }: Look): EvidenceWarning[] {
  const tested = [
    ...input.questions.flatMap((question) => optionPlaces(input, question)),
    ...questionPlaces(input),
    ...conditionPlaces(input),
  ]
  const adjusted = holm(tested.map(({ p }) => p))
  const found = tested
    .map((test, i) => ({ ...test, adjusted: adjusted[i]! }))
    .filter((test) => test.adjusted < FALSE_ALARMS)
    .toSorted((a, b) => a.adjusted - b.adjusted)
    .map(({ describe, adjusted: p }) => {
      const draft = describe()
      return toWarning({
        ...draft,
        code: 'order_effect',
        severity: 'warning',
        means:
          'Part of the answer is the place on the form. Drawn orders average it out over the run, but not for one persona.',
        numbers: [...(draft.numbers ?? []), { label: 'p (Holm)', value: p, kind: 'p' }],
      })
    })
  // The strongest of a kind for a question says it.
  return [...Map.groupBy(found, ({ id }) => id).values()].map(([first]) => first!)
}

function optionPlaces(input: EvidenceInput, question: Question): Tested[] {
  if (!isPlaced(question)) return []
  const placed = placedAnswers(input, question)
  const effect = positionEffect(placed.map(({ values }) => values))
  if (!effect || effect.n < LEAST_PER_PLACE * effect.means.length) return []
  const isAmount = question.type === 'allocation' || question.type === 'matrix'
  const part =
    question.type === 'matrix' ? 'a row' : question.type === 'conjoint' ? 'a profile' : 'an option'
  const write = isAmount ? decimal : percent
  const kind = isAmount ? ('number' as const) : ('share' as const)
  const describe = (): Draft => {
    const strongest = farthestFrom(effect.means, effect.expected)
    const rows = placed.filter(({ values }) => values[strongest]! > effect.expected)
    return {
      questionId: question.id,
      key: 'options',
      title: `The place of ${part} moves the ${isAmount ? 'answer' : 'choice'}`,
      what: `What stood in place ${strongest + 1} of ${effect.means.length} ${isAmount ? 'got' : 'was chosen by'} ${write(effect.means[strongest]!)}; without an effect of the place it would be ${write(effect.expected)}.`,
      todo: 'Keep the drawn order. Shorten the list, or ask in another answer mode, and see whether it goes.',
      numbers: [...effect.means].map((value, place) => ({
        label: `Place ${place + 1}`,
        value,
        kind,
      })),
      tasks: tasksOf(input, [...new Set(rows.map(({ row }) => row))], question.id),
    }
  }
  return [{ p: effect.p, describe }]
}

function farthestFrom(means: Float64Array, expected: number): number {
  const off = means.map((value) => Math.abs(value - expected))
  return off.indexOf(Math.max(...off))
}

function questionPlaces(input: EvidenceInput): Tested[] {
  const places = placesOfQuestions(input)
  if (!places) return []
  return input.questions.flatMap((question) => {
    const groupOf = intoGroups(places.get(question.id)!)
    if (Math.max(...groupOf) < 1) return []
    return testable(question).flatMap((measure) => {
      const { rows, values } = measuredRows(input, question, measure)
      const groups = rows.map((row) => groupOf[row]!)
      if (rows.length < LEAST_PER_PLACE * GROUPS) return []
      const effect = groupEffect(values, groups, GROUPS)
      return effect
        ? [
            {
              p: effect.p,
              describe: () =>
                describeQuestion(input, question, measure, { ...effect, rows, groups }),
            },
          ]
        : []
    })
  })
}

function describeQuestion(
  input: EvidenceInput,
  { id }: Question,
  measure: Measure,
  {
    means,
    counts,
    rows,
    groups,
  }: { means: Float64Array; counts: Int32Array; rows: number[]; groups: number[] },
): Draft {
  const write = measure.isShare ? percent : decimal
  const met = [...means.keys()].filter((group) => counts[group]! > 0)
  const [early, late] = [met[0]!, met.at(-1)!]
  const on = measure.name === 'mean' ? 'the mean is' : `“${measure.label}” is at`
  return {
    questionId: id,
    key: 'question',
    title: 'When it is asked moves the answer',
    what: `Asked early, ${on} ${write(means[early]!)}; asked late, ${write(means[late]!)}.`,
    todo: 'Look at what is asked before it: earlier questions may put an answer into mind.',
    numbers: met.map((group) => ({
      label: group === early ? 'Asked early' : group === late ? 'Asked late' : 'In between',
      value: means[group]!,
      kind: measure.isShare ? 'share' : 'number',
    })),
    tasks: tasksOf(
      input,
      rows.filter((_, i) => groups[i] === late),
      id,
    ),
  }
}

/** By question: its place in the order drawn for each row; undefined where no order is drawn. */
function placesOfQuestions({
  process,
  questions,
}: EvidenceInput): Map<string, Int32Array> | undefined {
  const { rotation, unitKeys, randomSeed } = process ?? {}
  if (!rotation || !unitKeys || !(rotation.blocks || rotation.within.length > 0)) return undefined
  const places = new Map(
    questions.map(({ id }) => [id, new Int32Array(Math.min(MOST_ROWS, unitKeys.length))]),
  )
  const body = { questions: [...questions], rotation }
  unitKeys.slice(0, MOST_ROWS).forEach((unitKey, row) => {
    questionOrder(body, taskDraw(randomSeed!, unitKey, 'order')).forEach(({ id }, place) => {
      places.get(id)![row] = place
    })
  })
  return places
}

/** Early, between and late: thirds of the places that a question was met in. */
function intoGroups(places: Int32Array): Int32Array {
  const met = [...new Set(places)].toSorted((a, b) => a - b)
  const groupOf = new Map(met.map((place, i) => [place, Math.floor((i * GROUPS) / met.length)]))
  return places.map((place) => groupOf.get(place)!)
}

function conditionPlaces(input: EvidenceInput): Tested[] {
  const { process, conditions } = input
  if (!process || !input.withinPersonas || conditions.length < 2) return []
  return input.questions.flatMap((question) =>
    testable(question).flatMap((measure) => {
      const { rows, values } = measuredRows(input, question, measure)
      const placed = rows.flatMap((row, i): PlacedValue[] => {
        const { unit, condition } = input.rows[row]!
        const place = process.conditionOrders[row]
        if (place == null) return []
        // A replicate has an order of its own: the same persona again.
        const person = unit * 1_000 + process.replicates[row]!
        const index = conditions.findIndex(({ id }) => id === condition)
        return [{ person, condition: index, place: place - 1, value: values[i]! }]
      })
      const { p } = placed.length === 0 ? { p: null } : orderEffect(placed)
      return p === null
        ? []
        : [{ p, describe: () => describeCondition(input, question, measure, placed) }]
    }),
  )
}

function describeCondition(
  input: EvidenceInput,
  { id }: Question,
  measure: Measure,
  placed: readonly PlacedValue[],
): Draft {
  const write = measure.isShare ? percent : decimal
  const means = [...Map.groupBy(placed, ({ place }) => place)]
    .toSorted(([a], [b]) => a - b)
    .map(([, own]) => own.reduce((sum, { value }) => sum + value, 0) / own.length)
  const later = [...input.rows.keys()].filter(
    (row) => (input.process!.conditionOrders[row] ?? 1) > 1,
  )
  return {
    questionId: id,
    key: 'condition',
    title: 'Which condition comes first matters',
    what: `A condition asked first gets ${write(means[0]!)}, asked last ${write(means.at(-1)!)}${measure.name === 'mean' ? '' : ` on “${measure.label}”`}.`,
    todo: 'Compare the first condition of each persona alone, or give every persona one condition.',
    numbers: means.map((value, place) => ({
      label: `Asked as number ${place + 1}`,
      value,
      kind: measure.isShare ? 'share' : 'number',
    })),
    tasks: tasksOf(input, later, id),
  }
}

/** What of an answer can be compared over places: fields of one's own form are too many. */
function testable(question: Question): Measure[] {
  if (question.type === 'json' || question.type === 'maxdiff' || question.type === 'conjoint')
    return []
  return measuresOf(question)
}

function measuredRows(input: EvidenceInput, question: Question, measure: Measure) {
  const all = measuredValues(input.answers[question.id] ?? [], measure).subarray(0, MOST_ROWS)
  const rows = [...all.keys()].filter((row) => !Number.isNaN(all[row]!))
  return { rows, values: rows.map((row) => all[row]!) }
}
