import type { AnswerTest, Question } from '../../../../../shared/contract/questions.ts'
import type { LogicFinding } from '../../../../../shared/contract/skill-logic.ts'
import { holds, testsOf, type AnswersSoFar } from './answers-so-far.ts'
import { possibleAnswers, type PossibleAnswer } from './possible-answers.ts'
import { firstShown, placeAfter } from './route.ts'

/** Answers so far × place: more than any questionnaire that a person could keep in mind. */
const MAX_STATES = 5_000

/**
 * Walks every path that answers can take, told apart as finely as the tests do, and reports what no
 * path reaches. Where there are too many paths it says so and reports only what it is sure of.
 */
export function explorePaths(questions: readonly Question[]): LogicFinding[] {
  const seen = walk(questions)
  if (!seen.complete)
    return [
      {
        code: 'not_fully_checked',
        severity: 'info',
        questionId: questions[0]!.id,
        path: null,
        explanation:
          'There are too many paths to try them all; nothing wrong was met on those tried.',
      },
    ]
  return questions.flatMap((question, at): LogicFinding[] => {
    const { id } = question
    if (!seen.asked.has(at))
      return [
        {
          code: 'unreachable',
          severity: 'error',
          questionId: id,
          path: question.showIf ? 'showIf' : null,
          explanation: `Nobody is ever asked ${id}: no answers lead to it.`,
        },
      ]
    const idle = (question.skipTo ?? []).flatMap(({ to }, i): LogicFinding[] =>
      seen.fired.has(`${at} ${i}`)
        ? []
        : [
            {
              code: 'never_fires',
              severity: 'warning',
              questionId: id,
              path: `skipTo.${i}`,
              explanation: `The jump from ${id} to ${to} never happens: no answers meet its condition first.`,
            },
          ],
    )
    // Where nobody gets further, that nobody reaches the rest says it all.
    const isEnd = seen.deadEnds.has(at) && [...seen.asked].some((other) => other > at)
    return [
      ...idle,
      ...(isEnd
        ? [
            {
              code: 'dead_end',
              severity: 'warning',
              questionId: id,
              path: null,
              explanation: `After some answers to ${id} nothing is left to ask, though nothing leads to the end: every later question is hidden.`,
            } as const,
          ]
        : []),
    ]
  })
}

type Seen = {
  readonly asked: Set<number>
  /** "place rule". */
  readonly fired: Set<string>
  readonly deadEnds: Set<number>
  complete: boolean
}

function walk(questions: readonly Question[]): Seen {
  const seen: Seen = { asked: new Set(), fired: new Set(), deadEnds: new Set(), complete: true }
  const { answersTo, neededAfter } = prepare(questions)
  const visited = new Set<string>()
  const open: { at: number; answers: ReadonlyMap<string, PossibleAnswer> }[] = [
    { at: firstShown(questions, 0, new Map()), answers: new Map() },
  ]
  for (let state = open.pop(); state; state = open.pop()) {
    const { at } = state
    if (at >= questions.length) continue
    seen.asked.add(at)
    for (const answer of answersTo[at]!) {
      const answers = new Map(state.answers).set(questions[at]!.id, answer)
      const given = toAnswers(answers)
      const rule = questions[at]!.skipTo?.findIndex(({ when }) => holds(when, given)) ?? -1
      if (rule !== -1) seen.fired.add(`${at} ${rule}`)
      const place = placeAfter(questions, at, given)
      const next = firstShown(questions, place, given)
      if (rule === -1 && place < questions.length && next === questions.length)
        seen.deadEnds.add(at)
      // What nothing later asks about makes no difference any more.
      const kept = new Map([...answers].filter(([id]) => neededAfter[next]?.has(id)))
      const key = `${next} ${JSON.stringify([...kept])}`
      if (visited.has(key)) continue
      visited.add(key)
      if (visited.size > MAX_STATES) {
        seen.complete = false
        return seen
      }
      open.push({ at: next, answers: kept })
    }
  }
  return seen
}

function prepare(questions: readonly Question[]) {
  const testsAt = questions.map(({ showIf, skipTo = [] }) => [
    ...(showIf ? testsOf(showIf) : []),
    ...skipTo.flatMap(({ when }) => testsOf(when)),
  ])
  const tests = testsAt.flat()
  const answersTo = questions.map((question) => {
    const own = tests.filter(({ questionId }) => questionId === question.id)
    return own.length === 0 ? [null] : toldApart(question.id, own, possibleAnswers(question, own))
  })
  const neededAfter = questions.map(
    (_, at) => new Set(testsAt.slice(at).flatMap((each) => each.map((test) => test.questionId))),
  )
  return { answersTo, neededAfter }
}

/** One answer of all that pass the same tests. */
function toldApart(
  id: string,
  tests: readonly AnswerTest[],
  answers: readonly PossibleAnswer[],
): PossibleAnswer[] {
  const byOutcome = new Map<string, PossibleAnswer>()
  for (const answer of answers) {
    const given = toAnswers(new Map([[id, answer]]))
    const outcome = tests.map((test) => Number(holds(test, given))).join('')
    if (!byOutcome.has(outcome)) byOutcome.set(outcome, answer)
  }
  return [...byOutcome.values()]
}

function toAnswers(answers: ReadonlyMap<string, PossibleAnswer>): AnswersSoFar {
  return new Map(
    [...answers].map(([id, value]) => [
      id,
      value === null ? { status: 'refused', value: null } : { status: 'valid', value },
    ]),
  )
}
