import type { Question } from '../../../../../shared/contract/questions.ts'
import type { AnswerValue } from '../../../../../shared/contract/runs.ts'
import type { ProfileChoice } from '../../questions/kinds/conjoint.ts'
import { kindOf } from '../../questions/kinds/index.ts'
import type { BestWorst } from '../../questions/kinds/maxdiff.ts'
import { taskDraw } from '../../studies/task-draw.ts'
import type { AnswerProcess, EvidenceInput } from '../evidence-input.ts'

/** What was done with what stood in each place, in the order shown; tasks without are left out. */
export type Placed = { readonly row: number; readonly values: Float64Array }

/** Tasks looked at per question: more of them find effects that nobody need care about. */
export const MOST_ROWS = 2_500

/** Whether a question's parts are shown in a drawn order, so that places can be compared. */
export function isPlaced(question: Question): boolean {
  if (question.type === 'maxdiff' || question.type === 'conjoint') return true
  if (question.type === 'matrix') return question.rotateRows && question.rows.length > 1
  return 'rotateOptions' in question && question.rotateOptions && freeOptions(question).length > 1
}

/** Every answer by place: chosen 1 and not 0, amounts of an allocation, points of a matrix's rows. */
export function placedAnswers(input: EvidenceInput, question: Question): Placed[] {
  const { process } = input
  if (!process || !isPlaced(question)) return []
  const answers = input.answers[question.id] ?? []
  const rows = answers
    .keys()
    .filter((row) => answers[row]?.status === 'valid' && answers[row].value !== null)
    .take(MOST_ROWS)
  return rows
    .flatMap((row) =>
      placedIn(question, answers[row]!.value!, () => shownNames(process, question, row)).map(
        (values) => ({ row, values }),
      ),
    )
    .toArray()
}

function placedIn(question: Question, value: AnswerValue, shown: () => string[]): Float64Array[] {
  switch (question.type) {
    case 'single':
      return [placesOf(shown(), (name) => Number(name === value))]
    case 'multi':
      return [placesOf(shown(), (name) => Number((value as string[]).includes(name)))]
    case 'rank':
      return [placesOf(shown(), (name) => Number((value as string[])[0] === name))]
    case 'allocation':
    case 'matrix':
      return [placesOf(shown(), (name) => (value as Record<string, number>)[name] ?? 0)]
    case 'maxdiff':
      return (value as unknown as BestWorst[])
        .filter(({ shown: set }) => set.length === question.setSize)
        .map(({ shown: set, best }) => placesOf(set, (name) => Number(name === best)))
    case 'conjoint':
      return (value as unknown as ProfileChoice[])
        .filter(({ chosen, profiles }) => chosen !== null && profiles.length > 1)
        .map(({ profiles, chosen }) =>
          Float64Array.from(profiles.keys(), (place) => Number(place === chosen)),
        )
    default:
      return []
  }
}

function placesOf(names: readonly string[], valueOf: (name: string) => number): Float64Array {
  return Float64Array.from(names, valueOf)
}

/** Options or rows as a task saw them, those that keep their place at the end left out. */
function shownNames(process: AnswerProcess, question: Question, row: number): string[] {
  const kind = kindOf(question)
  const draw = taskDraw(process.randomSeed, process.unitKeys[row]!, question.id)
  const names = kind.names(kind.ordered(question, draw))
  return names.slice(0, freeOptions(question).length)
}

function freeOptions(question: Question): readonly string[] {
  const names = kindOf(question).names(question)
  const anchored = 'anchorLast' in question ? (question.anchorLast ?? 0) : 0
  return names.slice(0, names.length - anchored)
}
