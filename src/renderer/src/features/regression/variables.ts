import type { Evidence, QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import type { Outcome, Predictor } from '../../../../shared/contract/regression.ts'

/** Choices of a select, in groups. */
export type Choices = { group: string; items: { value: string; label: string }[] }[]

/*
 * A variable is one word in the address: `cohort`, `condition`, `field:age`, `question:trust`, or
 * `question:rooms/Kitchen` for one part of an answer.
 */
const FIELD = 'field:'
const QUESTION = 'question:'
const SHOWN_LENGTH = 70

/** What can be explained: numbers and, of choices, each option. */
export function outcomeChoices({ questions }: Evidence): Choices {
  return questions
    .filter(({ type }) => type !== 'open')
    .map((question) => ({
      group: shortened(question.text),
      items: isWhole(question)
        ? [{ value: keyOf(question), label: wholeLabel(question) }]
        : partsOf(question),
    }))
    .filter(({ items }) => items.length > 0)
}

/** What it can be explained by: who people are, where they were put, what else they said. */
export function predictorChoices(
  { questions }: Evidence,
  fields: Choices,
  outcome: string | undefined,
): Choices {
  const explained = outcome === undefined ? undefined : toOutcome(outcome).questionId
  const [any] = questions
  const cohorts = any?.segments.filter(({ by }) => by === 'cohort') ?? []
  const others = questions.filter(
    ({ type, questionId }) => type !== 'open' && questionId !== explained,
  )
  return [
    {
      group: 'Study',
      items: [
        ...(cohorts.length > 1 ? [{ value: 'cohort', label: 'Cohort' }] : []),
        ...((any?.conditions.length ?? 0) > 1 ? [{ value: 'condition', label: 'Condition' }] : []),
      ],
    },
    ...fields.map(({ group, items }) => ({
      group,
      items: items.map(({ value, label }) => ({ value: FIELD + value, label })),
    })),
    {
      group: 'Answers',
      items: others.flatMap((question) =>
        isWhole(question) || question.type === 'single'
          ? [{ value: keyOf(question), label: shortened(question.text) }]
          : partsOf(question),
      ),
    },
  ].filter(({ items }) => items.length > 0)
}

export type Suggestion = { label: string; outcome: string; by: string[] }

const MOST_SUGGESTIONS = 3
/** Of a question's text, where what it is explained by stands beside it. */
const SUGGESTION_LENGTH = 32

/** Models to begin with: what was named before launch first, by what the study tells apart. */
export function suggestedModels({ questions }: Evidence): Suggestion[] {
  const isNamed = ({ comparisons }: QuestionEvidence) =>
    comparisons.some(({ kind }) => kind === 'primary')
  return questions
    .filter((question) => isWhole(question) && question.overall.n > 0)
    .toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)))
    .slice(0, MOST_SUGGESTIONS)
    .map((question) => {
      const cohorts = question.segments.filter(({ by }) => by === 'cohort')
      const told =
        question.conditions.length > 1 ? 'condition' : cohorts.length > 1 ? 'cohort' : null
      return {
        label: `“${shortened(question.text, SUGGESTION_LENGTH)}” by ${told === null ? '' : `${told}, `}gender and age`,
        outcome: keyOf(question),
        by: [...(told === null ? [] : [told]), 'field:gender', 'field:age'],
      }
    })
}

/** What a scale can be made of. */
export function itemChoices({ questions }: Evidence): Choices {
  return questions
    .filter(({ type }) => ['likert', 'numeric', 'nps', 'matrix'].includes(type))
    .map((question) => ({
      group: question.type === 'matrix' ? shortened(question.text) : 'Questions',
      items:
        question.type === 'matrix'
          ? partsOf(question)
          : [{ value: keyOf(question), label: shortened(question.text) }],
    }))
    .reduce<Choices>((groups, { group, items }) => {
      const known = groups.find((one) => one.group === group)
      if (!known) return [...groups, { group, items }]
      known.items.push(...items)
      return groups
    }, [])
}

function isWhole({ type }: QuestionEvidence): boolean {
  return type === 'likert' || type === 'numeric' || type === 'nps' || type === 'yesno'
}

function wholeLabel({ type, text }: QuestionEvidence): string {
  const what = type === 'yesno' ? 'Yes' : type === 'nps' ? '0 to 10' : 'Answer'
  return `${what}: ${shortened(text)}`
}

function partsOf(question: QuestionEvidence): Choices[number]['items'] {
  const { measures, shares } = question.overall
  const parts = measures ?? shares?.map(({ value, label }) => ({ name: value, label })) ?? []
  return parts.map(({ name, label }) => ({ value: keyOf(question, name), label }))
}

function keyOf({ questionId }: QuestionEvidence, part?: string): string {
  return QUESTION + questionId + (part === undefined ? '' : `/${part}`)
}

export function toOutcome(key: string): Outcome {
  // Ids have no slash; parts may.
  const [questionId = '', ...parts] = key.slice(QUESTION.length).split('/')
  return { questionId, ...(parts.length > 0 && { measure: parts.join('/') }) }
}

export function toPredictor(key: string, reference: string | undefined): Predictor {
  const against = reference === undefined ? {} : { reference }
  if (key === 'cohort' || key === 'condition') return { kind: key, ...against }
  if (key.startsWith(FIELD)) return { kind: 'field', field: key.slice(FIELD.length), ...against }
  return { kind: 'question', ...toOutcome(key), ...against }
}

/** The word of a term as the engine names it. */
export function keyOfTerm(term: string, by: readonly string[]): string | undefined {
  return by.find((key) => key === term || key === FIELD + term || key === QUESTION + term)
}

function shortened(text: string, length = SHOWN_LENGTH): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`
}
