import type { PeoplePlan } from '../../../../shared/contract/people-plan.ts'
import type { ValidatedItem } from '../../../../shared/contract/validation.ts'
import { createStream } from '../random.ts'
import { percent, plural } from '../evidence/words.ts'
import { multinomial } from './binomial.ts'
import { brownForsythe } from './brown-forsythe.ts'
import type { CategorySample } from './category-sample.ts'
import { chiSquare } from './describe-difference.ts'
import { meanTest, shareTests, varianceTest, type Margins } from './equivalence.ts'
import { scoresOfType } from './scores-of-type.ts'

const DRAWS = 200
const ALPHA = 0.05
/** Parts of the people that an item may be given. */
const STEPS = [0.25, 0.5, 0.75, 1]
/** A smaller chance of a verdict is not worth asking for. */
const LEAST_CHANCE = 0.1

export type PlanInput = {
  readonly items: readonly ValidatedItem[]
  readonly margins: Margins
  readonly people: number
  readonly questionsEach: number
  readonly seed: number
}

type Outlook = { readonly people: number; readonly equivalent: number; readonly differs: number }
type Step = PeoplePlan['steps'][number]

/**
 * Which inconclusive items more people would settle, under a budget of people who answer a few
 * questions each. What further people would say is drawn from what those so far have said, its own
 * uncertainty included; then every item is judged anew. Answers go where they bring most verdicts.
 */
export function planPeople(input: PlanInput): PeoplePlan {
  const open = input.items.filter(({ verdict }) => verdict === 'inconclusive')
  const outlooks = open.map((item) =>
    STEPS.map((step) => outlookOf(item, Math.ceil(step * input.people), input)),
  )
  const budget = input.people * Math.min(input.questionsEach, open.length)
  const given = allocate(outlooks, budget)
  const steps = open
    .flatMap((item, i) => (given[i] ? [toStep(item, given[i])] : []))
    .toSorted((a, b) => b.chance / b.people - a.chance / a.people)
  const leftOut = open.flatMap((item, i) =>
    given[i] ? [] : [{ questionId: item.id, text: item.text, reason: whyNot(item, outlooks[i]!) }],
  )
  const expectedVerdicts = steps.reduce((sum, { chance }) => sum + chance, 0)
  const answers = steps.reduce((sum, { people }) => sum + people, 0)
  return {
    steps,
    expectedVerdicts,
    answers,
    budget,
    leftOut,
    sentence: sentenceOf(open.length, steps, { expectedVerdicts, people: input.people }),
  }
}

function sentenceOf(
  open: number,
  steps: readonly Step[],
  { expectedVerdicts, people }: { expectedVerdicts: number; people: number },
): string {
  if (open === 0) return 'No item is inconclusive: there is nothing to ask people for.'
  if (steps.length === 0)
    return `${plural(people, 'more person', 'more people')} would hardly settle any of the ${plural(open, 'inconclusive item')}.`
  return `Ask ${plural(Math.max(...steps.map((step) => step.people)), 'person', 'people')} ${plural(steps.length, 'question')}: about ${expectedVerdicts.toFixed(1)} of the ${plural(open, 'inconclusive item')} would then have a verdict.`
}

/** Greedy: the next answers go to the item where they add most chance of a verdict each. */
function allocate(outlooks: readonly (readonly Outlook[])[], budget: number): (Outlook | null)[] {
  const given: (Outlook | null)[] = outlooks.map(() => null)
  const chanceOf = (one: Outlook | null) => (one ? one.equivalent + one.differs : 0)
  for (let left = budget; ;) {
    let best: { item: number; to: Outlook; worth: number; cost: number } | null = null
    for (const [item, options] of outlooks.entries())
      for (const to of options) {
        const cost = to.people - (given[item]?.people ?? 0)
        if (cost <= 0 || cost > left || chanceOf(to) < LEAST_CHANCE) continue
        const worth = (chanceOf(to) - chanceOf(given[item]!)) / cost
        if (worth > 0 && (!best || worth > best.worth)) best = { item, to, worth, cost }
      }
    if (!best) return given
    given[best.item] = best.to
    left -= best.cost
  }
}

/** Chances of a verdict once so many more people have answered. */
function outlookOf(item: ValidatedItem, people: number, input: PlanInput): Outlook {
  const uniform = createStream('people plan', input.seed, item.id, people)
  const now = samplesOf(item)
  const scores = scoresOfType(item.type, item.categories.length)
  const tests = input.items.length * 2
  let [equivalent, differs] = [0, 0]
  for (let i = 0; i < DRAWS; i++) {
    const then = { people: extended(now.people, people, uniform), personas: now.personas }
    const p = [
      chiSquare(then.people, then.personas).p,
      ...(scores ? [brownForsythe(then.people, then.personas, scores).p] : []),
    ]
    // Bonferroni's bound, a little stricter than Holm's.
    if (p.some((one) => one < ALPHA / tests)) differs += 1
    else if (isEquivalent(then, scores, input.margins)) equivalent += 1
  }
  return { people, equivalent: equivalent / DRAWS, differs: differs / DRAWS }
}

type Samples = { readonly people: CategorySample; readonly personas: CategorySample }

function samplesOf({ categories, n }: ValidatedItem): Samples {
  return {
    people: { shares: categories.map((one) => one.people), n: n.people },
    personas: { shares: categories.map((one) => one.personas), n: n.personas },
  }
}

function isEquivalent(
  { people, personas }: Samples,
  scores: readonly number[] | null,
  margins: Margins,
): boolean {
  const ordered = scores
    ? [
        meanTest(people, personas, { scores, margin: margins.mean }),
        varianceTest(people, personas, { scores, margin: margins.varianceRatio }),
      ]
    : []
  return [...shareTests(people, personas, margins.share), ...ordered].every(
    (test) => test === null || test.holds,
  )
}

/** The people so far and more: a truth drawn around what they said, then answers drawn from it. */
function extended(sample: CategorySample, more: number, uniform: () => number): CategorySample {
  const { shares, n } = sample
  const prior = 0.5
  const smooth = shares.map((share) => (share * n + prior) / (n + prior * shares.length))
  const truth = multinomial(uniform, Math.max(1, Math.round(n)), smooth)
  const size = truth.reduce((a, b) => a + b, 0) + prior * shares.length
  const shifted = Array.from(truth, (count) => (count + prior) / size)
  const added = multinomial(uniform, more, shifted)
  return {
    shares: shares.map((share, k) => (share * n + added[k]!) / (n + more)),
    n: n + more,
  }
}

function toStep(item: ValidatedItem, { people, equivalent, differs }: Outlook): Step {
  const chance = equivalent + differs
  const likely = equivalent >= differs ? 'equivalent' : 'differs'
  return {
    questionId: item.id,
    text: item.text,
    people,
    chance,
    equivalent,
    differs,
    varianceCut: varianceCut(item, people),
    reason: `${plural(people, 'more person', 'more people')} (there are ${Math.round(item.n.people)}) would bring a verdict with a chance of ${percent(chance)}, most likely “${likely}”.`,
  }
}

/** Of (sampling variance of people and personas)², which is what blurs the model's error. */
function varianceCut({ n }: ValidatedItem, more: number): number {
  const now = 1 / n.people + 1 / n.personas
  const then = 1 / (n.people + more) + 1 / n.personas
  return 1 - (then / now) ** 2
}

function whyNot(item: ValidatedItem, outlooks: readonly Outlook[]): string {
  const best = outlooks.at(-1)!
  const chance = best.equivalent + best.differs
  if (chance >= LEAST_CHANCE) return 'The budget goes further on other items.'
  const few =
    item.n.personas < item.n.people + best.people
      ? ' There are too few personas: a larger run would do more.'
      : ''
  return `${plural(best.people, 'more person', 'more people')} would settle it with a chance of ${percent(chance)} only.${few}`
}
