import { describe, expect, it } from 'vitest'
import type { ChoiceModel, PriceModel } from '../../../../../shared/contract/evidence-models.ts'
import { Evidence } from '../../../../../shared/contract/evidence.ts'
import type { AnswerValue, Run } from '../../../../../shared/contract/runs.ts'
import { Question } from '../../../../../shared/contract/skills.ts'
import { createStream } from '../../random.ts'
import type { EvidenceInput } from '../evidence-input.ts'
import { computeEvidence } from '../evidence.ts'

/** One answer per persona, or of so many `personas`; half of them in each of two cohorts. */
function evidenceOf(
  question: Question,
  values: readonly unknown[],
  run: Partial<Run> = {},
  personas = values.length,
) {
  const input: EvidenceInput = {
    run: {
      status: 'succeeded',
      rehearsal: false,
      tasks: { total: values.length, succeeded: values.length },
      ...run,
    } as Run,
    questions: [question],
    cohorts: [
      { id: 'a', name: 'City', fields: [] },
      { id: 'b', name: 'Country', fields: [] },
    ],
    conditions: [],
    withinPersonas: false,
    comparisons: [],
    segmentBy: null,
    rows: values.map((_, i) => ({
      taskId: `task-${i}`,
      unit: i % personas,
      personaName: `Person ${i}`,
      cohort: i % 2,
      weight: i % 2 === 0 ? 1.4 : 0.6,
      condition: null,
      segments: {},
    })),
    answers: {
      [question.id]: values.map((value) => ({
        status: 'valid',
        value: value as AnswerValue,
        text: '',
      })),
    },
    themes: {},
  }
  return computeEvidence(input)
}
const codesOf = (...of: Parameters<typeof evidenceOf>) =>
  evidenceOf(...of).warnings.map(({ code }) => code)
const questionOf = (...of: Parameters<typeof evidenceOf>) => evidenceOf(...of).questions[0]!
const choiceOf = (question: Question, values: readonly unknown[], run?: Partial<Run>) =>
  questionOf(question, values, run).overall.model as ChoiceModel
const priceOf = (question: Question, values: readonly unknown[], run?: Partial<Run>) =>
  questionOf(question, values, run).overall.model as PriceModel

const gumbel = (next: () => number) => -Math.log(-Math.log(next() + 1e-12))
const options = ['Time', 'Cost', 'Comfort', 'Air']
const planted = [1, 0.2, -0.2, -1]

function rankings(people: number, top = options.length, seed = 1): string[][] {
  const next = createStream('ranks', seed)
  return Array.from({ length: people }, () => {
    const values = planted.map((utility) => utility + gumbel(next))
    return [...options.keys()]
      .toSorted((a, b) => values[b]! - values[a]!)
      .slice(0, top)
      .map((i) => options[i]!)
  })
}

describe('rank', () => {
  const question = Question.parse({ id: 'r', type: 'rank', text: 'Rank.', options })

  it('gives worths, Borda scores and a sentence', () => {
    const model = choiceOf(question, rankings(400))
    expect(model.method).toBe('plackett-luce')
    expect(model.items.map(({ name }) => name)).toEqual(options)
    const shares = model.items.map(({ share }) => share!.estimate!)
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
    const sum = planted.reduce((total, u) => total + Math.exp(u), 0)
    model.items.forEach(({ share }, i) => {
      expect(Math.abs(share!.estimate! - Math.exp(planted[i]!) / sum)).toBeLessThan(0.08)
    })
    // Six pairs of options in all rankings, whoever wins.
    expect(model.items.reduce((total, { borda }) => total + borda!.estimate!, 0)).toBeCloseTo(6, 9)
    expect(model.sentence).toMatch(
      /^“Time” comes first with a probability of \d+ %.*ahead of “Cost”/,
    )
    expect(model.warnings).toEqual([])
    expect(model.regularised).toBe(false)
  })

  it('scores the places that are left alike where only the best are ranked', () => {
    const top = Question.parse({ id: 'r', type: 'rank', text: 'Rank.', options, top: 1 })
    const model = choiceOf(
      top,
      Array.from({ length: 20 }, (_, i) => [options[i % 4]]),
    )
    for (const { borda, share } of model.items) {
      expect(borda!.estimate).toBeGreaterThan(1)
      expect(share!.estimate).toBeLessThan(0.5)
    }
    expect(model.items.reduce((total, { borda }) => total + borda!.estimate!, 0)).toBeCloseTo(6, 9)
  })

  it('says that the first two cannot be told apart', () => {
    const two = Question.parse({ id: 'r', type: 'rank', text: 'Rank.', options: ['A', 'B'] })
    const model = choiceOf(
      two,
      Array.from({ length: 41 }, (_, i) => (i % 4 > 1 ? ['B', 'A'] : ['A', 'B'])),
    )
    expect(model.sentence).toContain('cannot be told from')
  })

  it('names what always comes first, and that the number is held in', () => {
    const always = rankings(60).map((order) => ['Air', ...order.filter((each) => each !== 'Air')])
    const model = choiceOf(question, always)
    expect(model.regularised).toBe(true)
    expect(model.items.map(({ separated }) => separated)).toEqual([
      null,
      null,
      null,
      'always preferred',
    ])
    expect(model.warnings[0]).toMatch(/^“Air” was preferred every time/)
    expect(codesOf(question, always)).toContain('unanimous_choices')
    expect(model.items[3]!.share!.estimate).toBeLessThan(1)
  })

  it('fits each cohort to its own answers and nothing to fewer than five', () => {
    const { segments, overall } = questionOf(question, rankings(200))
    const models = [overall, ...segments].map(({ model }) => model as ChoiceModel)
    expect(models.map(({ items }) => items[0]!.utility.n)).toEqual([200, 100, 100])
    expect(questionOf(question, rankings(8)).segments.map(({ model }) => model)).toEqual([
      undefined,
      undefined,
    ])
  })

  it('fits nothing to four personas, however often they were asked', () => {
    expect(questionOf(question, rankings(80), {}, 4).overall.model).toBeUndefined()
    expect(questionOf(question, rankings(80), {}, 5).overall.model).toBeDefined()
  })

  it('says in its sentence that it is a rehearsal and not finished', () => {
    const run: Partial<Run> = { rehearsal: true, status: 'running' }
    const model = choiceOf(question, rankings(50), run)
    expect(model.sentence).toMatch(/^In this rehearsal, so far: “/)
    // Where nothing else is estimated it answers for the study.
    expect(evidenceOf(question, rankings(50), run).headline).toBe(model.sentence)
  })
})

describe('maxdiff', () => {
  it('finds what is best and worst from sets', () => {
    const question = Question.parse({
      id: 'm',
      type: 'maxdiff',
      text: 'Best?',
      options,
      setSize: 3,
    })
    const next = createStream('sets')
    const sets = Array.from({ length: 300 }, () =>
      Array.from({ length: 3 }, (_, skip) => {
        const shown = [...options.keys()].filter((i) => i !== skip)
        const taken = (items: readonly number[], sign: number) => {
          const values = items.map((i) => sign * planted[i]! + gumbel(next))
          return items[values.indexOf(Math.max(...values))]!
        }
        const first = taken(shown, 1)
        const last = taken(
          shown.filter((i) => i !== first),
          -1,
        )
        return {
          shown: shown.map((i) => options[i]!),
          best: options[first]!,
          worst: options[last]!,
        }
      }),
    )
    const model = choiceOf(question, sets)
    expect(model.method).toBe('best-worst')
    expect(model.methodText).toContain('Marley & Louviere 2005')
    model.items.forEach(({ utility }, i) =>
      expect(Math.abs(utility.estimate! - planted[i]!)).toBeLessThan(5 * utility.standardError!),
    )
    expect(model.items.reduce((sum, { utility }) => sum + utility.estimate!, 0)).toBeCloseTo(0, 9)
    // Sets without 0, 1 or 2: items 0 and 1 meet in one of three, 0 and 3 in two.
    expect(model.pairsShown).toEqual({ fewest: 300, mean: 450, most: 600 })
    expect(model.warnings).toEqual([])
  })

  it('says that sets are not balanced', () => {
    const question = Question.parse({
      id: 'm',
      type: 'maxdiff',
      text: 'Best?',
      options,
      setSize: 3,
    })
    const [time, cost, comfort, air] = options as [string, string, string, string]
    const sets = Array.from({ length: 40 }, (_, i) => {
      const shown = i === 0 ? [cost, comfort, air] : [time, cost, comfort]
      return [{ shown, best: shown[i % 3], worst: shown[(i + 1) % 3] }]
    })
    const model = choiceOf(question, sets)
    expect(model.pairsShown!.fewest).toBe(0)
    expect(model.warnings.at(-1)).toMatch(/^Sets are not balanced here: .* 0 times, others/)
  })
})

describe('conjoint', () => {
  const question = Question.parse({
    id: 'c',
    type: 'conjoint',
    text: 'Which?',
    attributes: [
      { name: 'Price', levels: ['10 €', '20 €', '30 €'] },
      { name: 'Range', levels: ['Short', 'Long'] },
    ],
  })
  const worth = [
    [1.2, 0, -1.2],
    [-0.2, 0.2],
  ]
  const choices = (people: number, none: number | null) => {
    const next = createStream('offers')
    return Array.from({ length: people }, () =>
      Array.from({ length: 5 }, () => {
        const profiles = Array.from({ length: 3 }, () => [
          Math.floor(next() * 3),
          Math.floor(next() * 2),
        ])
        const values = profiles.map(
          ([price, range]) => worth[0]![price!]! + worth[1]![range!]! + gumbel(next),
        )
        const noneValue = none === null ? -Infinity : none + gumbel(next)
        const best = Math.max(...values)
        return { profiles, chosen: noneValue > best ? null : values.indexOf(best) }
      }),
    )
  }

  it('gives part-worths, importances and the worth of none', () => {
    const model = choiceOf(question, choices(400, 0.5))
    expect(model.items.map(({ name, group }) => [name, group])).toContainEqual([
      'Range: Long',
      'Range',
    ])
    model.items.forEach(({ utility }, i) =>
      expect(Math.abs(utility.estimate! - worth.flat()[i]!)).toBeLessThan(
        5 * utility.standardError!,
      ),
    )
    expect(Math.abs(model.none!.estimate! - 0.5)).toBeLessThan(5 * model.none!.standardError!)
    const [price, range] = model.importances
    expect(price!.estimate.estimate! + range!.estimate.estimate!).toBeCloseTo(1, 9)
    expect(model.sentence).toMatch(
      /^“Price” weighs most: .*“10 €” is liked best there, “30 €” least/,
    )
  })

  it('leaves none out where nobody chose it, without a ridge', () => {
    const model = choiceOf(question, choices(200, null))
    expect(model.none).toBeNull()
    expect(model.regularised).toBe(false)
    expect(model.warnings).toEqual([expect.stringMatching(/^Nobody chose none/)])
  })
})

describe('price', () => {
  const prices = [10, 20, 30, 40]
  const base = { id: 'p', type: 'price', text: 'Would you pay?', prices, currency: '€' }
  const all = Question.parse({ ...base, ladder: 'all' })
  const adaptive = Question.parse(base)
  /** Accepts up to `highest`, asked about `start` first. */
  const ladder = (highest: number | null, start: number) => ({
    highest,
    asked: [{ price: start, accepted: highest !== null && highest >= start }],
  })
  const spread = (highest: readonly (number | null)[]) =>
    highest.map((each, i) => ladder(each, prices[Math.floor(i / 2) % 4]!))
  const mixed = Array.from({ length: 120 }, (_, i) => [null, 10, 20, 20, 30, 20][i % 6]!)

  it('names no price for four personas, however often they were asked', () => {
    const answers = Array.from({ length: 80 }, (_, i) => ladder(prices[i % 4]!, prices[i % 3]!))
    expect(questionOf(Question.parse(base), answers, {}, 4).overall.model).toBeUndefined()
    expect(questionOf(Question.parse(base), answers, {}, 5).overall.model).toBeDefined()
  })

  it('names the best price, what it earns and how sure that is', () => {
    const model = priceOf(adaptive, spread(mixed))
    const revenue = model.prices.map((each) => each.revenue.estimate!)
    expect(model.best!.price).toBe(20)
    expect(model.best!.revenue.estimate).toBe(Math.max(...revenue))
    expect(model.best!.end).toBeNull()
    expect(model.best!.lower).toBeLessThanOrEqual(20)
    expect(model.best!.upper).toBeGreaterThanOrEqual(20)
    expect(model.prices.reduce((sum, each) => sum + each.bestInResamples, 0)).toBeCloseTo(1, 9)
    expect(model.highestAccepted.estimate).toBe(20)
    expect(model.sentence).toMatch(/^Most is earned at 20 €: .* for each person asked/)
    expect(model.nonMonotone).toBeNull()
    expect(model.warnings).toEqual([])
    expect(priceOf(adaptive, spread(mixed))).toEqual(model)
    const priced = codesOf(adaptive, spread(mixed)).filter((code) => code.startsWith('price_'))
    expect(priced).toEqual([])
  })

  it('says that the best price is at an end of the ladder', () => {
    const model = priceOf(adaptive, spread(mixed.map(() => 40)))
    expect(model.best).toMatchObject({ price: 40, end: 'highest', lower: 40, upper: 40 })
    expect(model.sentence).toContain('the best one may lie above it')
    expect(model.warnings[0]).toContain('Ask about higher prices')
    expect(codesOf(adaptive, spread(mixed.map(() => 40)))).toContain('price_at_an_end')
  })

  it('counts answers that say no to a price and yes to a higher one, and where they are', () => {
    const values = mixed.map((highest, i) =>
      i === 3 || i === 7
        ? {
            highest: 40,
            asked: [
              { price: 40, accepted: true },
              { price: 20, accepted: false },
            ],
          }
        : ladder(highest, prices[Math.floor(i / 2) % 4]!),
    )
    const model = priceOf(all, values)
    expect(model.nonMonotone).toMatchObject({ answers: 2, taskIds: ['task-3', 'task-7'] })
    expect(model.warnings.join(' ')).toContain('2 answers')
    const told = evidenceOf(all, values).warnings.find(({ code }) => code === 'price_up_and_down')
    expect(told!.tasks).toMatchObject({ taskIds: ['task-3', 'task-7'], total: 2 })
  })

  it('notices that starts were not drawn evenly and that they pull', () => {
    const values = mixed.map((_, i) => (i % 8 < 6 ? ladder(10, 10) : ladder(30, 40)))
    const model = priceOf(adaptive, values)
    expect(model.start.p).toBeLessThan(0.001)
    expect(model.start.pull!.lower).toBeGreaterThan(15)
    expect(model.warnings.some((each) => each.includes('was not drawn evenly'))).toBe(true)
    expect(model.warnings.some((each) => each.includes('Where the ladder starts'))).toBe(true)
    expect(codesOf(adaptive, values)).toEqual(
      expect.arrayContaining(['price_start', 'price_start_uneven']),
    )
  })

  it('gives no p before the run is finished', () => {
    const finished = priceOf(adaptive, spread(mixed))
    expect(finished.start.p).toBeGreaterThan(0.05)
    expect(priceOf(adaptive, spread(mixed), { status: 'running' }).start.p).toBeNull()
  })

  it('has no best price where nobody accepts one', () => {
    const model = priceOf(adaptive, spread(mixed.map(() => null)))
    expect(model.best).toBeNull()
    expect(model.acceptsNone.estimate).toBe(1)
    expect(model.sentence).toContain('Nobody accepts')
  })

  it('is as the contract says', () => {
    const question = questionOf(adaptive, spread(mixed))
    expect(() => Evidence.shape.questions.element.parse(question)).not.toThrow()
  })
})
