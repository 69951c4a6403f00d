import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Run } from '../../src/shared/contract/runs.ts'
import { createOpenAiChat } from '../../src/main/engine/models/openai-chat.ts'
import { startFakeOpenAi } from '../helpers/fake-openai-server.ts'
import { memorySecrets } from '../helpers/memory-secrets.ts'
import { openTestEngine, runSmallStudy, type TestEngine } from '../helpers/test-engine.ts'

let server: Awaited<ReturnType<typeof startFakeOpenAi>>
let engine: TestEngine

beforeEach(async () => {
  server = await startFakeOpenAi()
  // No more than a call can take: what is beyond that nobody can set aside.
  server.behave({ kind: 'answer', words: ['Answer: ', 'Agree'], tokens: [1200, 200] })
  const endpoint = { baseUrl: server.baseUrl, model: 'served' }
  engine = await openTestEngine({
    served: createOpenAiChat(endpoint, { secrets: memorySecrets(), now: Date.now }),
  })
})
afterEach(async () => {
  await engine.close()
  await server.stop()
})

/** A decimal number as people write it, in whole 10⁻³⁰. */
function exactly(amount: number): bigint {
  const [digits, exponent] = amount.toExponential().split('e') as [string, string]
  const [whole, fraction = ''] = digits.split('.') as [string, string?]
  return BigInt(whole + fraction) * 10n ** BigInt(30 + Number(exponent) - fraction.length)
}

/** What the tokens cost to the last digit, in whole 10⁻³⁶: prices are for a million tokens. */
const costOf = (tokensIn: number, tokensOut: number, [priceIn, priceOut]: Prices) =>
  BigInt(tokensIn) * exactly(priceIn) + BigInt(tokensOut) * exactly(priceOut)
const budgetOf = (amount: number) => exactly(amount) * 1_000_000n

type Prices = readonly [priceIn: number, priceOut: number]

async function runWith([inputPerMillion, outputPerMillion]: Prices, design: object): Promise<Run> {
  const pricing = { inputPerMillion, outputPerMillion, currency: 'USD' }
  await engine.call('PUT', '/models/pricing', { model: 'served', pricing })
  return runSmallStudy(engine, {
    people: 24,
    design: { model: 'served', maxConcurrency: 6, ...design },
  })
}

describe('a cap in money', () => {
  it.each<[number, number, number, 'some' | 'none' | 'all']>([
    // 0.3 for a million is $0.0000003 a token.
    [0.3, 0.3, 0.0041999999, 'some'],
    [0.3333333, 1.6666667, 0.0061234567, 'some'],
    [0.1234567, 7.6543211, 0.0169999999, 'some'],
    [99_999.9999999, 0.0000001, 1199.9999999, 'some'],
    [0.0000003, 0.0000001, 0.000001, 'all'],
    [0, 0, 0.000001, 'all'],
    [0, 33.333333, 0.0399999999, 'some'],
    [3, 15, 0.0000003, 'none'],
    [3, 15, 0.00001, 'none'],
  ])(
    'at %d in and %d out the million is never passed: %d',
    async (priceIn, priceOut, budget, done) => {
      const prices = [priceIn, priceOut] as const
      const run = await runWith(prices, { budgetMoney: budget })
      const { lostIn, lostOut, money } = run.spending
      const cost = costOf(run.tokensIn + lostIn, run.tokensOut + lostOut, prices)
      expect(cost <= budgetOf(budget)).toBe(true)
      // What is shown is never less than what it cost.
      expect(budgetOf(money!.amount) >= cost).toBe(true)
      expect(run.spending).toMatchObject({ heldIn: 0, heldOut: 0, lostIn: 0, lostOut: 0 })
      expect(server.seen).toHaveLength(run.tasks.succeeded)
      expect(run.tokensOut).toBe(200 * run.tasks.succeeded)
      const answered = run.tasks.succeeded
      expect(answered === 0 ? 'none' : answered === 24 ? 'all' : 'some').toBe(done)
      expect(run.status).toBe(done === 'all' ? 'succeeded' : 'budget_stopped')
    },
  )
})

describe('a cap in tokens', () => {
  it.each([1, 2, 63])('of %d, less than one call may take, sends nothing', async (budgetTokens) => {
    const run = await runWith([3, 15], { budgetTokens })
    expect(run).toMatchObject({ status: 'budget_stopped', tokensIn: 0, tokensOut: 0 })
    expect(run.reason).toContain(`${budgetTokens} tokens`)
    expect(server.seen).toEqual([])
  })
})
