import type { Question } from '../../../../../shared/contract/questions.ts'
import type { AnswerValue } from '../../../../../shared/contract/runs.ts'
import type { PriceLadder } from '../../questions/kinds/price.ts'
import type { Level } from '../../statistics/krippendorff.ts'
import type { EvidenceInput, EvidenceRow } from '../evidence-input.ts'

/** Whose answer a row holds. */
export type Answerer = Pick<EvidenceRow, 'unit' | 'condition'>

/** Rows of one persona under one condition, by replicate: those with a valid answer. */
export function repeatedRows(
  input: Pick<EvidenceInput, 'answers'> & { readonly rows: readonly Answerer[] },
  questionId: string,
): number[][] {
  const answers = input.answers[questionId] ?? []
  return sameUnit(input.rows)
    .map((rows) => rows.filter((row) => answers[row]?.status === 'valid'))
    .filter(({ length }) => length > 0)
}

// Every question is asked of the same rows.
const remembered = new WeakMap<readonly Answerer[], readonly number[][]>()

function sameUnit(rows: readonly Answerer[]): readonly number[][] {
  const known = remembered.get(rows)
  if (known) return known
  const byCondition = new Map<string | null, Map<number, number[]>>()
  rows.forEach(({ unit, condition }, row) => {
    const units = byCondition.get(condition) ?? new Map<number, number[]>()
    byCondition.set(condition, units)
    const own = units.get(unit)
    if (own) own.push(row)
    else units.set(unit, [row])
  })
  const found = [...byCondition.values()].flatMap((units) => [...units.values()])
  remembered.set(rows, found)
  return found
}

/** Parts of an answer that can be held against those of another answer to the same question. */
export type Comparable = {
  readonly level: Level
  /** Whether a mean and a variance make sense: the ICC is given too. */
  readonly isNumber: boolean
  /** A number per part, the same parts for every answer; categories are numbered. */
  readonly parts: readonly ((value: AnswerValue) => number)[]
}

/**
 * Undefined where two answers to one question cannot be compared point by point: open ones, those
 * of one's own form, and experiments that show every task something else.
 */
export function comparableOf(question: Question): Comparable | undefined {
  switch (question.type) {
    case 'single':
      return nominal([(value) => question.options.indexOf(value as string)])
    case 'yesno':
      return nominal([(value) => Number(value === 'yes')])
    case 'multi':
      return nominal(
        question.options.map((option) => (value) => Number((value as string[]).includes(option))),
      )
    case 'likert':
    case 'nps':
      return { level: 'ordinal', isNumber: true, parts: [Number] }
    case 'numeric':
      return { level: 'interval', isNumber: true, parts: [Number] }
    case 'matrix':
      return {
        level: 'ordinal',
        isNumber: true,
        parts: question.rows.map((row) => (value) => (value as Record<string, number>)[row] ?? NaN),
      }
    case 'rank':
      return {
        level: 'ordinal',
        // Places are averaged, so that their variance counts as well.
        isNumber: true,
        parts: question.options.map((option) => (value) => {
          const place = (value as string[]).indexOf(option)
          // What was not ranked is behind all that was.
          return place === -1 ? question.options.length : place
        }),
      }
    case 'allocation':
      return {
        level: 'interval',
        isNumber: true,
        parts: question.options.map(
          (option) => (value) => (value as Record<string, number>)[option] ?? 0,
        ),
      }
    case 'price':
      return {
        level: 'ordinal',
        isNumber: true,
        // The highest price accepted, nothing where none is.
        parts: [(value) => (value as unknown as PriceLadder).highest ?? 0],
      }
    default:
      return undefined
  }
}

function nominal(parts: Comparable['parts']): Comparable {
  return { level: 'nominal', isNumber: false, parts }
}
