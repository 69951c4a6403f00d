/** A code that stands for a value of a column where only numbers have labels (SPSS, Stata). */
export type Code = {
  readonly code: number
  readonly value: string | number
  readonly label: string
}

/** What the values of a column are, for formats that want to know. */
export type ColumnKind = {
  readonly form: 'text' | 'integer' | 'number'
  readonly measure: 'nominal' | 'ordinal' | 'scale'
  /** Every value it can have, in order; absent where they are their own meaning. */
  readonly codes?: readonly Code[]
}

export const TEXT: ColumnKind = { form: 'text', measure: 'nominal' }
export const NUMBER: ColumnKind = { form: 'number', measure: 'scale' }
export const PLACE: ColumnKind = { form: 'integer', measure: 'ordinal' }

/** A column of 1 and 0. */
export function flag(one: string, zero: string): ColumnKind {
  return {
    form: 'integer',
    measure: 'nominal',
    codes: [
      { code: 1, value: 1, label: one },
      { code: 0, value: 0, label: zero },
    ],
  }
}

/** Whole numbers upwards from `first`, each with a label. */
export function numbered(
  labels: readonly string[],
  measure: ColumnKind['measure'],
  first = 1,
): ColumnKind {
  return {
    form: 'integer',
    measure,
    codes: labels.map((label, i) => ({ code: first + i, value: first + i, label })),
  }
}

/** One of several texts; their codes count from 1. */
export function oneOf(texts: readonly string[]): ColumnKind {
  return {
    form: 'text',
    measure: 'nominal',
    codes: texts.map((text, i) => ({ code: i + 1, value: text, label: text })),
  }
}
