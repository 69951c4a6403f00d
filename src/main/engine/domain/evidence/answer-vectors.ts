import type { EvidenceAnswer } from './evidence-input.ts'
import type { Measure } from './measures.ts'

/** Of one question, per row; undefined where it was not asked. Never changed after its first use. */
export type Answers = readonly (EvidenceAnswer | undefined)[]

type Vectors = {
  valid?: Uint8Array
  numbers?: Float64Array
  readonly indicators: Map<string, Uint8Array>
  readonly measured: Map<string, Float64Array>
}

// A report asks for the same numbers in every segment and every comparison; reading answers is most
// of the work.
const remembered = new WeakMap<Answers, Vectors>()

function vectorsOf(answers: Answers): Vectors {
  const known = remembered.get(answers)
  if (known) return known
  const vectors: Vectors = { indicators: new Map(), measured: new Map() }
  remembered.set(answers, vectors)
  return vectors
}

/** 1 where the answer is valid: shape [rows]. Not to be changed, as all vectors here. */
export function validOf(answers: Answers): Uint8Array {
  return (vectorsOf(answers).valid ??= Uint8Array.from(answers, (answer) =>
    answer?.status === 'valid' ? 1 : 0,
  ))
}

/** Numbers of the valid answers, 0 elsewhere (outside every domain): shape [rows]. */
export function numericValues(answers: Answers): Float64Array {
  return (vectorsOf(answers).numbers ??= Float64Array.from(answers, (answer) =>
    answer?.status === 'valid' ? Number(answer.value) : 0,
  ))
}

/** 1 where the answer is `value`, or names it among others: shape [rows]. */
export function indicatorOf(answers: Answers, value: string): Uint8Array {
  const { indicators } = vectorsOf(answers)
  const known = indicators.get(value)
  if (known) return known
  const indicator = Uint8Array.from(answers, (answer) =>
    answer?.status === 'valid' && includes(answer.value, value) ? 1 : 0,
  )
  indicators.set(value, indicator)
  return indicator
}

function includes(answer: EvidenceAnswer['value'], value: string): boolean {
  return Array.isArray(answer) ? answer.includes(value) : String(answer) === value
}

/** What a measure of the question makes of each valid answer; NaN elsewhere: shape [rows]. */
export function measuredValues(answers: Answers, measure: Measure): Float64Array {
  const { measured } = vectorsOf(answers)
  const known = measured.get(measure.name)
  if (known) return known
  const values = Float64Array.from(answers, (answer) =>
    answer?.status === 'valid' && answer.value !== null
      ? measure.valueOf(answer.value)
      : Number.NaN,
  )
  measured.set(measure.name, values)
  return values
}
