import { END_OF_SKILL, type Question } from '../../../../../shared/contract/questions.ts'
import type { SkillBody } from '../../../../../shared/contract/skills.ts'
import type { Draw } from '../../questions/question-kind.ts'
import { holds, type AnswersSoFar } from './answers-so-far.ts'

/** Questions in the order of one task: blocks, and questions inside blocks, drawn where asked for. */
export function questionOrder(
  { questions, rotation }: Pick<SkillBody, 'questions' | 'rotation'>,
  draw: Draw,
): Question[] {
  if (!rotation) return [...questions]
  const runs = blocksOf(questions).map(({ block, questions: inside }) => ({
    block,
    questions:
      block !== undefined && rotation.within.includes(block)
        ? draw.shuffle(inside, 'within', block)
        : inside,
  }))
  if (!rotation.blocks) return runs.flatMap((run) => run.questions)
  // Questions of no block keep their places; blocks change theirs among each other.
  const movable = draw.shuffle(
    runs.filter(({ block }) => block !== undefined),
    'blocks',
  )
  return runs.flatMap((run) => (run.block === undefined ? run : movable.shift()!).questions)
}

/** Neighbours of one block together. */
export function blocksOf(
  questions: readonly Question[],
): { readonly block: string | undefined; readonly questions: Question[] }[] {
  const runs: { block: string | undefined; questions: Question[] }[] = []
  for (const question of questions) {
    const last = runs.at(-1)
    if (last && last.block === question.block) last.questions.push(question)
    else runs.push({ block: question.block, questions: [question] })
  }
  return runs
}

/**
 * The next question to ask, from a place in the order on.
 *
 * @returns its index, or the length of the order at the end
 */
export function firstShown(
  order: readonly Question[],
  from: number,
  answers: AnswersSoFar,
): number {
  const at = order.findIndex(({ showIf }, i) => i >= from && (!showIf || holds(showIf, answers)))
  return at === -1 ? order.length : at
}

/** Where to go on after the question at `at` was answered: never back. */
export function placeAfter(order: readonly Question[], at: number, answers: AnswersSoFar): number {
  const jump = order[at]!.skipTo?.find(({ when }) => holds(when, answers))
  if (!jump) return at + 1
  if (jump.to === END_OF_SKILL) return order.length
  const to = order.findIndex(({ id }) => id === jump.to)
  return Math.max(to, at + 1)
}
