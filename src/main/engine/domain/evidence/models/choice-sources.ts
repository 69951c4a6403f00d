import type { Question, QuestionOf } from '../../../../../shared/contract/questions.ts'
import type { ProfileChoice } from '../../questions/kinds/conjoint.ts'
import type { BestWorst } from '../../questions/kinds/maxdiff.ts'
import { toChoices, type Choice, type Choices } from '../../statistics/choices.ts'
import type { Answers } from '../answer-vectors.ts'

export type ChoiceQuestion = QuestionOf<'rank' | 'maxdiff' | 'conjoint'>

export function isChoiceQuestion(question: Question): question is ChoiceQuestion {
  return question.type === 'rank' || question.type === 'maxdiff' || question.type === 'conjoint'
}

/** The choices that the valid answers to a question consist of. */
export function choicesOf(question: ChoiceQuestion, answers: Answers): Choices {
  switch (question.type) {
    case 'rank':
      return toChoices(itemsOf(question), 1, rankChoices(question, answers))
    case 'maxdiff':
      return toChoices(itemsOf(question), 1, bestWorstChoices(question, answers))
    case 'conjoint':
      return conjointChoices(question, answers)
  }
}

function itemsOf({ options }: { options: readonly string[] }) {
  return [{ first: 0, count: options.length, isCentred: true }]
}

/** Valid answers with their rows. */
function valuesOf<T>(answers: Answers): [number, T][] {
  const values: [number, T][] = []
  for (let row = 0; row < answers.length; row++) {
    const answer = answers[row]
    if (answer?.status === 'valid' && answer.value !== null)
      values.push([row, answer.value as unknown as T])
  }
  return values
}

function numbersOf(options: readonly string[]): (option: string) => number {
  const numbers = new Map(options.map((option, i) => [option, i]))
  return (option) => numbers.get(option) ?? -1
}

/** Each place is a choice among all that have no better one; without a place, nobody chose. */
function* rankChoices({ options }: QuestionOf<'rank'>, answers: Answers): Generator<Choice> {
  const numberOf = numbersOf(options)
  for (const [row, ranked] of valuesOf<string[]>(answers)) {
    const left = [...options.keys()]
    for (const option of ranked) {
      const chosen = left.indexOf(numberOf(option))
      if (chosen === -1) break
      yield { row, effects: left.slice(), chosen, direction: 1 }
      left.splice(chosen, 1)
    }
  }
}

/** The best of a set, then the worst of what is left. */
function* bestWorstChoices({ options }: QuestionOf<'maxdiff'>, answers: Answers) {
  const numberOf = numbersOf(options)
  for (const [row, sets] of valuesOf<BestWorst[]>(answers))
    for (const set of sets) {
      const shown = set.shown.map(numberOf)
      const best = numberOf(set.best)
      if (shown.includes(-1) || best === -1) continue
      yield { row, effects: shown, chosen: shown.indexOf(best), direction: 1 } as const
      const rest = shown.filter((item) => item !== best)
      const chosen = rest.indexOf(numberOf(set.worst))
      if (chosen >= 0) yield { row, effects: rest, chosen, direction: -1 } as const
    }
}

function conjointChoices(question: QuestionOf<'conjoint'>, answers: Answers): Choices {
  let next = 0
  const blocks = question.attributes.map(({ levels }) => {
    next += levels.length
    return { first: next - levels.length, count: levels.length, isCentred: true }
  })
  // None that nobody chose is infinitely bad: the offers are compared without it.
  const withNone = question.allowNone && someoneChoseNone(answers)
  const width = blocks.length
  const none = [next, ...new Array<number>(width - 1).fill(-1)]
  function* choices(): Generator<Choice> {
    for (const [row, made] of valuesOf<ProfileChoice[]>(answers))
      for (const { profiles, chosen } of made) {
        const effects: number[] = []
        for (const profile of profiles)
          for (let at = 0; at < width; at++) effects.push(blocks[at]!.first + profile[at]!)
        if (withNone) effects.push(...none)
        yield { row, effects, chosen: chosen ?? profiles.length, direction: 1 }
      }
  }
  const all = withNone ? [...blocks, { first: next, count: 1, isCentred: false }] : blocks
  return toChoices(all, width, choices())
}

function someoneChoseNone(answers: Answers): boolean {
  for (const [, made] of valuesOf<ProfileChoice[]>(answers))
    if (made.some(({ chosen }) => chosen === null)) return true
  return false
}

/** How often two items were among what the best was chosen from, over all pairs of items. */
export function pairsShown(
  { effects, direction, from, effectOf, rowOf, patternOf }: Choices,
  within: Uint8Array,
): { fewest: number; mean: number; most: number } {
  const met = new Int32Array(effects * effects)
  const times = new Int32Array(direction.length)
  for (let choice = 0; choice < rowOf.length; choice++)
    times[patternOf[choice]!]! += within[rowOf[choice]!]!
  for (let pattern = 0; pattern < direction.length; pattern++) {
    if (direction[pattern] !== 1) continue
    for (let a = from[pattern]!; a < from[pattern + 1]!; a++)
      for (let b = from[pattern]!; b < a; b++) {
        const low = Math.min(effectOf[a]!, effectOf[b]!)
        const high = Math.max(effectOf[a]!, effectOf[b]!)
        met[low * effects + high]! += times[pattern]!
      }
  }
  let [fewest, most, sum] = [Infinity, 0, 0]
  for (let a = 0; a < effects; a++)
    for (let b = a + 1; b < effects; b++) {
      const count = met[a * effects + b]!
      fewest = Math.min(fewest, count)
      most = Math.max(most, count)
      sum += count
    }
  return { fewest, mean: sum / ((effects * (effects - 1)) / 2), most }
}
