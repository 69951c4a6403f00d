/** Prices of a model, in millionths of its currency for a million tokens. Whole numbers. */
export type Price = {
  readonly inMicro: number
  readonly outMicro: number
  /** ISO 4217. */
  readonly currency: string
}

export type Tokens = { readonly tokensIn: number; readonly tokensOut: number }

const MICRO = 1_000_000

/**
 * An amount of money in whole millionths, from a decimal number as people write it, so that 0.1 is
 * 100,000 whatever its binary digits are. Of finer amounts, what is less: a budget must not grow by
 * rounding. A price must not shrink by it and takes `more`. Up to nine billion of the currency.
 */
export function toMicro(amount: number, rounding: 'less' | 'more' = 'less'): number {
  // The shortest decimal number that is this one: 0.29 is 29e-2, not 0.28999….
  const [digits, exponent] = amount.toExponential().split('e') as [string, string]
  const [whole, fraction = ''] = digits.split('.') as [string, string?]
  const scale = Number(exponent) - fraction.length + 6
  const value = BigInt(whole + fraction)
  if (scale >= 0) return Number(value * 10n ** BigInt(scale))
  const unit = 10n ** BigInt(-scale)
  return Number(rounding === 'less' ? value / unit : (value + unit - 1n) / unit)
}

export function fromMicro(micro: number): number {
  return micro / MICRO
}

/**
 * What tokens cost, in millionths, rounded up once. Taken of sums of tokens and never summed itself,
 * so neither rounding nor drift adds up over calls.
 */
export function costMicro({ tokensIn, tokensOut }: Tokens, price: Price): number {
  const exact =
    BigInt(tokensIn) * BigInt(price.inMicro) + BigInt(tokensOut) * BigInt(price.outMicro)
  const million = BigInt(MICRO)
  return Number((exact + million - 1n) / million)
}

/** Fits a budget, in millionths: the sum of what was spent, is held and is to come. */
export function fitsMoney(all: Tokens, price: Price, budgetMicro: number): boolean {
  return costMicro(all, price) <= budgetMicro
}
