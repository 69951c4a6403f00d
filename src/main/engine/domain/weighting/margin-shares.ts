import { MarginsTableError } from './margins-table-error.ts'
import { couldBeThousands, readNumber } from './table-number.ts'

export type SharesRead = {
  /** Sum to 1 exactly. */
  readonly shares: number[]
  readonly notes: string[]
}
/** One number of a table; `line` as people count them. */
export type ShareText = { readonly text: string; readonly line: number }

/** Rounding can put a sum this far off at most, in points, whatever the number of categories. */
const MOST_ROUNDING = 3
const LEAST_ROUNDING = 0.5

/**
 * Shares of one variable from fractions, per cent or counts, told apart by sign, sum and heading.
 *
 * @throws MarginsTableError naming the line, or the sum and what to do about it
 */
export function readShares(
  name: string,
  texts: readonly ShareText[],
  kind: 'share' | 'count',
): SharesRead {
  const plain = texts.map(({ text }) => text)
  const isGrouped = couldBeThousands(plain)
  const values = numbers(texts, kind === 'count' && isGrouped ? 'thousands' : 'decimal')
  if (kind === 'count') return fromCounts(name, values)
  const isPercent = plain.every((text) => text.includes('%'))
  if (!isPercent)
    // One per cent among fractions is as good as a fraction.
    plain.forEach((text, i) => text.includes('%') && (values[i]! /= 100))
  const sum = total(values)
  const rounding = roundingOf(plain)
  if (!isPercent && Math.abs(sum - 1) <= rounding / 100) return normalised(name, values, 1)
  if (Math.abs(sum - 100) <= rounding) return normalised(name, values, 100)
  if (isPercent) throw wrongSum(name, `${tidy(sum)} %`, 100 - sum)
  const asCounts = isGrouped ? numbers(texts, 'thousands') : values
  if (asCounts.every(Number.isInteger) && total(asCounts) > 100 + rounding)
    return fromCounts(name, asCounts)
  if (sum < 1.5) throw wrongSum(name, tidy(sum), (1 - sum) * 100)
  throw wrongSum(name, `${tidy(sum)} %`, 100 - sum)
}

function numbers(texts: readonly ShareText[], style: 'decimal' | 'thousands'): number[] {
  return texts.map(({ text, line }) => {
    const value = readNumber(text, style)
    if (Number.isNaN(value) || value < 0)
      throw new MarginsTableError(
        `Row ${line} of the margins: the share “${text}” is not a number from 0 up`,
      )
    return value
  })
}

function fromCounts(name: string, counts: readonly number[]): SharesRead {
  const sum = total(counts)
  if (sum === 0) throw new MarginsTableError(`The counts of ${name} are all 0`)
  return {
    shares: counts.map((count) => count / sum),
    notes: [`${name}: counts of ${sum.toLocaleString('en')} in all, made shares.`],
  }
}

function normalised(name: string, values: readonly number[], whole: number): SharesRead {
  const sum = total(values)
  const isOff = Math.abs(sum / whole - 1) > 1e-9
  return {
    shares: values.map((value) => value / sum),
    notes: isOff ? [`${name} sums to ${tidy((sum / whole) * 100)} %; scaled to 100 %.`] : [],
  }
}

/** Half a unit of the last digit per category, in points. */
function roundingOf(texts: readonly string[]): number {
  const decimals = Math.max(
    ...texts.map((text) => /[.,](\d+)\s*%?\s*$/.exec(text)?.[1]?.length ?? 0),
  )
  const isFraction = texts.every((text) => /^\s*[01]?[.,]/.test(text) || /^\s*[01]\s*$/.test(text))
  const unit = 10 ** -decimals * (isFraction ? 100 : 1)
  return Math.min(MOST_ROUNDING, Math.max(LEAST_ROUNDING, (unit / 2) * texts.length))
}

function wrongSum(name: string, sum: string, missingPoints: number): MarginsTableError {
  const advice =
    missingPoints > 0
      ? `${tidy(missingPoints)} points are missing: add the categories that are not there, or give counts`
      : 'Take the total out if there is one, or call the column “count” if these are counts'
  return new MarginsTableError(`The shares of ${name} sum to ${sum}. ${advice}`)
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
const tidy = (value: number) => String(Number(value.toFixed(2)))
