import type { EvidenceAnswer } from './evidence-input.ts'
import type { Measure } from './measures.ts'

/** Of one question, per row; undefined where it was not asked. Never changed after its first use. */
export type Answers = readonly (EvidenceAnswer | undefined)[]

type Vectors = {
  status?: Uint8Array
  valid?: Uint8Array
  numbers?: Float64Array
  readonly indicators: Map<string, Uint8Array>
  readonly measured: Map<string, Float64Array>
}

// A report asks for the same numbers in every segment and every comparison; reading answers is most
// of the work. Loops, not `from` with a function: that takes five times as long.
const remembered = new WeakMap<Answers, Vectors>()

function vectorsOf(answers: Answers): Vectors {
  const known = remembered.get(answers)
  if (known) return known
  const vectors: Vectors = { indicators: new Map(), measured: new Map() }
  remembered.set(answers, vectors)
  return vectors
}

/** What `statusesOf` holds: places in this list. */
export const STATUSES = ['not_asked', 'valid', 'dont_know', 'refused', 'invalid'] as const

/** Place of each answer's status in `STATUSES`: shape [rows]. Not to be changed, as all vectors here. */
export function statusesOf(answers: Answers): Uint8Array {
  return (vectorsOf(answers).status ??= codesOf(answers))
}

function codesOf(answers: Answers): Uint8Array {
  const codes = new Uint8Array(answers.length)
  for (let row = 0; row < codes.length; row++) {
    const answer = answers[row]
    if (answer !== undefined) codes[row] = STATUSES.indexOf(answer.status)
  }
  return codes
}

/** 1 where the answer is valid: shape [rows]. */
export function validOf(answers: Answers): Uint8Array {
  const vectors = vectorsOf(answers)
  if (vectors.valid) return vectors.valid
  const status = statusesOf(answers)
  const valid = new Uint8Array(status.length)
  for (let row = 0; row < valid.length; row++) if (status[row] === VALID) valid[row] = 1
  return (vectors.valid = valid)
}

const VALID = STATUSES.indexOf('valid')

/** Numbers of the valid answers, 0 elsewhere (outside every domain): shape [rows]. */
export function numericValues(answers: Answers): Float64Array {
  const vectors = vectorsOf(answers)
  if (vectors.numbers) return vectors.numbers
  const numbers = new Float64Array(answers.length)
  for (let row = 0; row < numbers.length; row++) {
    const answer = answers[row]
    if (answer?.status === 'valid') numbers[row] = Number(answer.value)
  }
  return (vectors.numbers = numbers)
}

/** 1 where the answer is `value`, or names it among others: shape [rows]. */
export function indicatorOf(answers: Answers, value: string): Uint8Array {
  const { indicators } = vectorsOf(answers)
  const known = indicators.get(value)
  if (known) return known
  const indicator = new Uint8Array(answers.length)
  for (let row = 0; row < indicator.length; row++) {
    const answer = answers[row]
    if (answer?.status === 'valid' && includes(answer.value, value)) indicator[row] = 1
  }
  indicators.set(value, indicator)
  return indicator
}

function includes(answer: EvidenceAnswer['value'], value: string): boolean {
  if (typeof answer === 'string') return answer === value
  return Array.isArray(answer) ? answer.includes(value) : String(answer) === value
}

/** What a measure of the question makes of each valid answer; NaN elsewhere: shape [rows]. */
export function measuredValues(answers: Answers, measure: Measure): Float64Array {
  const { measured } = vectorsOf(answers)
  const known = measured.get(measure.name)
  if (known) return known
  const values = new Float64Array(answers.length).fill(Number.NaN)
  for (let row = 0; row < values.length; row++) {
    const answer = answers[row]
    if (answer?.status === 'valid' && answer.value !== null)
      values[row] = measure.valueOf(answer.value)
  }
  measured.set(measure.name, values)
  return values
}
