import type {
  EvidenceAnswer,
  EvidenceInput,
} from '../../../src/main/engine/domain/evidence/evidence-input.ts'
import { kindOf } from '../../../src/main/engine/domain/questions/kinds/index.ts'
import { uniform } from '../../../src/main/engine/domain/random.ts'
import { taskDraw } from '../../../src/main/engine/domain/studies/task-draw.ts'

export type Plant = {
  readonly what: string
  readonly code: string
  readonly plant: (clean: EvidenceInput, seed: number) => EvidenceInput
}

/** What is done to a clean run, each so large that a reader would want to know. */
export const plants: readonly Plant[] = [
  {
    what: 'a tenth gives one point to a matrix',
    code: 'straight_lining',
    plant: (clean, seed) =>
      change(clean, 'matrix0', (answer, row) =>
        uniform('lazy', seed, row) < 0.1
          ? valid(mapValues(answer.value, () => 1 + Math.floor(5 * uniform('point', seed, row))))
          : answer,
      ),
  },
  {
    what: 'a fifth takes the option shown first',
    code: 'order_effect',
    plant: (clean, seed) =>
      change(clean, 'single0', (answer, row) =>
        uniform('first', seed, row) < 0.2 ? valid(firstShown(clean, 'single0', row)) : answer,
      ),
  },
  {
    what: 'points drawn half of the way to the middle',
    code: 'collapsed_spread',
    plant: (clean) =>
      change(clean, 'expected', (answer) => valid(Math.round(3 + (Number(answer.value) - 3) / 2))),
  },
  {
    what: 'one amount ten times too large',
    code: 'outliers',
    plant: (clean) =>
      change(clean, 'spend', (answer, row) =>
        row === 7 ? valid(10 * Number(answer.value ?? 120)) : answer,
      ),
  },
  {
    what: 'half of the north refuses one question',
    code: 'missing_in_group',
    plant: (clean, seed) =>
      change(clean, 'yesno1', (answer, row) =>
        clean.process!.fields['region']![row] === 'north' && uniform('refuses', seed, row) < 0.5
          ? { status: 'refused', value: null, text: '' }
          : answer,
      ),
  },
  {
    what: 'everybody names one amount',
    code: 'collapsed_spread',
    plant: (clean) => change(clean, 'minutes', () => valid(45)),
  },
  {
    what: 'a difference that the mix of regions turns round',
    code: 'simpson_reversal',
    plant: reversal,
  },
]

/** The young are rarer in the north, where everybody says yes; within regions they say it more. */
function reversal(clean: EvidenceInput, seed: number): EvidenceInput {
  const north = clean.rows.map(
    ({ cohort }, row) => uniform('north', seed, row) < (cohort ? 0.85 : 0.15),
  )
  const yes = (row: number) => (north[row] ? 0.72 : 0.02) + (clean.rows[row]!.cohort ? 0 : 0.25)
  const process = {
    ...clean.process!,
    fields: { region: north.map((is) => (is ? 'north' : 'south')) },
  }
  return {
    ...change(clean, 'yesno0', (_, row) =>
      valid(uniform('yes', seed, row) < yes(row) ? 'yes' : 'no'),
    ),
    process,
  }
}

function change(
  input: EvidenceInput,
  questionId: string,
  to: (answer: EvidenceAnswer, row: number) => EvidenceAnswer,
): EvidenceInput {
  const answers = input.answers[questionId]!.map((answer, row) =>
    answer?.status === 'valid' ? to(answer, row) : answer,
  )
  return { ...input, answers: { ...input.answers, [questionId]: answers } }
}

function firstShown(
  { questions, process }: EvidenceInput,
  questionId: string,
  row: number,
): string {
  const question = questions.find(({ id }) => id === questionId)!
  const draw = taskDraw(process!.randomSeed, process!.unitKeys[row]!, questionId)
  return kindOf(question).names(kindOf(question).ordered(question, draw))[0]!
}

function mapValues(value: EvidenceAnswer['value'], to: () => number): Record<string, number> {
  return Object.fromEntries(Object.keys(value as object).map((key) => [key, to()]))
}

function valid(value: NonNullable<EvidenceAnswer['value']>): EvidenceAnswer {
  return { status: 'valid', value, text: String(value) }
}
