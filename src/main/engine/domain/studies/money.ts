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
 * An amount of money in whole millionths, from a decimal number as people write it: what is nearest,
 * so that 0.1 is 100,000 whatever its binary digits are. Up to nine billion of the currency.
 */
export function toMicro(amount: number): number {
  return Math.round(amount * MICRO)
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
