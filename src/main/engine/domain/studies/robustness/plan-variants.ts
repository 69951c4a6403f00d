import type { Question } from '../../../../../shared/contract/questions.ts'
import type {
  RobustnessPlan,
  RobustnessRequest,
  Variant,
  Wording,
} from '../../../../../shared/contract/robustness.ts'

type Factors = Pick<
  RobustnessRequest,
  'wordings' | 'punctuation' | 'optionOrder' | 'formats' | 'models' | 'maxVariants'
>

/**
 * The ways of asking that a robustness run crosses, the study's own first: all crossings of the
 * levels, or, where those are too many, a part in which every two levels of two factors meet about
 * equally often (chosen one by one for balance, as a fractional factorial is).
 *
 * @param model  of the study
 */
export function planVariants(
  factors: Factors,
  questions: readonly Question[],
  model: string,
): RobustnessPlan {
  const wordings = [
    ...factors.wordings,
    ...(factors.punctuation ? [otherwisePunctuated(questions)] : []),
  ]
  const cells = crossings({
    wording: [0, ...wordings.map((_, i) => i + 1)],
    optionOrder: ['as_designed', ...(factors.optionOrder ? (['reversed'] as const) : [])],
    format: ['second-person', ...factors.formats],
    model: [model, ...factors.models.filter((name) => name !== model)],
  })
  const isFull = cells.length <= factors.maxVariants
  const chosen = isFull ? cells : balancedPart(cells, factors.maxVariants)
  return { variants: chosen.map((cell, i) => ({ id: `v${i}`, ...cell })), wordings, isFull }
}

type Cell = Omit<Variant, 'id'>
type Levels = { readonly [Factor in keyof Cell]: readonly Cell[Factor][] }

function crossings({ wording, optionOrder, format, model }: Levels): Cell[] {
  return model.flatMap((name) =>
    format.flatMap((form) =>
      optionOrder.flatMap((order) =>
        wording.map((words) => ({
          wording: words,
          optionOrder: order,
          format: form,
          model: name,
        })),
      ),
    ),
  )
}

/**
 * The first cell, then always the one whose levels, and pairs of levels, were met least so far of
 * what is due to them.
 */
function balancedPart(cells: readonly Cell[], most: number): Cell[] {
  const due = new Map<string, number>()
  for (const pair of cells.flatMap(pairsOf))
    due.set(pair, (due.get(pair) ?? 0) + most / cells.length)
  const met = new Map<string, number>()
  const left = [...cells]
  const chosen: Cell[] = []
  while (chosen.length < most && left.length > 0) {
    const costs = left.map((cell) =>
      pairsOf(cell).reduce((sum, pair) => sum + (met.get(pair) ?? 0) / due.get(pair)!, 0),
    )
    const [cell] = left.splice(costs.indexOf(Math.min(...costs)), 1)
    chosen.push(cell!)
    for (const pair of pairsOf(cell!)) met.set(pair, (met.get(pair) ?? 0) + 1)
  }
  return chosen
}

function pairsOf(cell: Cell): string[] {
  const levels = Object.entries(cell).map(([factor, level]) => `${factor}=${level}`)
  return levels.flatMap((a, i) => [a, ...levels.slice(0, i).map((b) => `${b} ${a}`)])
}

/** The same words without a capital at the beginning and with another mark at the end. */
function otherwisePunctuated(questions: readonly Question[]): Wording {
  return Object.fromEntries(questions.map(({ id, text }) => [id, changed(text)]))
}

function changed(text: string): string {
  const trimmed = text.trim()
  const begun = /^[A-Z][a-z]/.test(trimmed) ? trimmed[0]!.toLowerCase() + trimmed.slice(1) : trimmed
  if (/[.?!]$/.test(begun)) return begun.slice(0, -1) + (begun.endsWith('?') ? ' ?' : '')
  return `${begun}.`
}
