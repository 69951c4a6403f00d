import type { AnswerDetail, AnswerValue } from '../../../../shared/contract/runs.ts'

/** What an answer, or a step of one, was read as. */
export type Reading =
  | { readonly status: 'valid'; readonly value: AnswerValue }
  | { readonly status: 'dont_know' | 'refused'; readonly value: null }
  /** The reason goes on with "that answer could not be read:". */
  | { readonly status: 'invalid'; readonly value: null; readonly reason: string }

/** A whole answer, with how it came about where that is more than the text. */
export type Outcome = Reading & { readonly detail?: AnswerDetail }

export function valid(value: AnswerValue): Reading {
  return { status: 'valid', value }
}

export function invalid(reason: string): Extract<Reading, { status: 'invalid' }> {
  return { status: 'invalid', value: null, reason }
}
