import type { Persona } from '../../../../shared/contract/personas.ts'
import type { Predictor } from '../../../../shared/contract/regression.ts'
import { fieldReader } from '../criteria/field-value.ts'
import { fieldName } from '../criteria/sentence.ts'
import type { EvidenceInput } from '../evidence/evidence-input.ts'
import type { RunBands } from '../evidence/run-bands.ts'
import { segmentOf } from '../evidence/segment.ts'
import { questionVariable } from './question-variable.ts'
import { categoryOf, isFault, type Fault, type NumberVariable, type Variable } from './variables.ts'

/** Interviews of a run and who gave them, in the order of the rows. */
export type RunVariables = {
  readonly input: Omit<EvidenceInput, 'themes'>
  /** Undefined where the persona is gone: shape [rows]. */
  readonly personas: readonly (Persona | undefined)[]
  readonly bands: RunBands
}

/** The predictor as numbers or categories of the interviews, or why there is no such thing. */
export function readPredictor(run: RunVariables, predictor: Predictor): Variable | Fault {
  switch (predictor.kind) {
    case 'field':
      return fieldVariable(run, predictor)
    case 'cohort':
      return named(run.input.cohorts, {
        name: 'cohort',
        label: 'cohort',
        of: run.input.rows.map(({ cohort }) => run.input.cohorts[cohort]!.id),
        reference: predictor.reference,
      })
    case 'condition':
      return named(run.input.conditions, {
        name: 'condition',
        label: 'condition',
        of: run.input.rows.map(({ condition }) => condition),
        reference: predictor.reference,
      })
    case 'question':
      return answerPredictor(run, predictor)
  }
}

function fieldVariable(
  { personas, bands }: RunVariables,
  { field, as, per, reference }: Extract<Predictor, { kind: 'field' }>,
): Variable | Fault {
  const read = fieldReader(field)
  const values = personas.map((persona) => (persona ? (read(persona) ?? null) : null))
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return { path: ['field'], message: 'is known of no persona in this run' }
  const base = { name: field, label: fieldName(field) }
  const areNumbers = known.every((value) => typeof value === 'number')
  if (as === 'number' && !areNumbers)
    return { path: ['as'], message: `cannot be "number": ${base.label} is not a number` }
  if (areNumbers && as !== 'category') {
    const numbers = Float64Array.from(values, (value) => (value === null ? NaN : Number(value)))
    const unit = isScore(field) ? 'points' : field === 'age' ? 'years' : null
    return { kind: 'number', ...base, values: numbers, per: per ?? defaultPer(field), unit }
  }
  return categoryOf(
    { ...base, reference },
    personas.map((persona) => (persona ? segmentOf(persona, field, bands) : null)),
  )
}

/** Ages and scores out of 100 are read by tens: a single point is too little to picture. */
function defaultPer(field: string): number {
  return field === 'age' || isScore(field) ? 10 : 1
}

/** Out of 100. */
function isScore(field: string): boolean {
  return /^(traits|style|knowledge)\./.test(field)
}

function named(
  things: readonly { id: string; name: string }[],
  {
    of,
    ...base
  }: { name: string; label: string; of: (string | null)[]; reference: string | undefined },
): Variable | Fault {
  if (things.length < 2)
    return { path: ['kind'], message: `cannot be "${base.name}": this run has fewer than two` }
  const index = new Map(things.map(({ id }, i) => [id, i]))
  return {
    kind: 'category',
    ...base,
    levels: things.map(({ id, name }) => ({ value: id, label: name })),
    levelOf: Int32Array.from(of, (id) => (id === null ? -1 : (index.get(id) ?? -1))),
    defaultsTo: 'first',
  }
}

function answerPredictor(
  { input }: RunVariables,
  { questionId, measure, as, per, reference }: Extract<Predictor, { kind: 'question' }>,
): Variable | Fault {
  const question = input.questions.find(({ id }) => id === questionId)
  if (!question) return { path: ['questionId'], message: 'is not a question of this run' }
  const found = questionVariable(question, input.answers[questionId] ?? [], measure)
  if (isFault(found)) return found
  if (found.kind === 'number')
    return as === 'category' ? asCategory(found, reference) : { ...found, per: per ?? 1 }
  if (as === 'number')
    return { path: ['as'], message: 'cannot be "number": its answers are not numbers' }
  return { ...found, reference }
}

function asCategory({ name, label, values }: NumberVariable, reference: string | undefined) {
  return categoryOf(
    { name, label, reference },
    Array.from(values, (value) => (Number.isNaN(value) ? null : String(value))),
  )
}
