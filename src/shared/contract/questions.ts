import { z } from 'zod'
import { JsonValue } from './json-value.ts'

export const questionId = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'must be letters, digits, _ or -')

/** A test of an earlier answer. Of a question that was not asked or not answered, only `not` holds. */
export const AnswerTest = z.strictObject({
  questionId,
  /**
   * `answered`: a valid answer was given. `includes`: one of several chosen. The rest compare the
   * answer with `value`; on a scale that is the point, 1 being the lowest.
   */
  op: z.enum(['answered', 'eq', 'neq', 'in', 'includes', 'lt', 'lte', 'gt', 'gte']),
  value: z
    .union([z.string(), z.number(), z.array(z.union([z.string(), z.number()])).max(100)])
    .optional(),
})
export type AnswerTest = z.infer<typeof AnswerTest>
export type AnswerCondition =
  AnswerTest | { all: AnswerCondition[] } | { any: AnswerCondition[] } | { not: AnswerCondition }
export const AnswerCondition: z.ZodType<AnswerCondition> = z
  .lazy(() =>
    z.union([
      AnswerTest,
      z.strictObject({ all: z.array(AnswerCondition).min(1).max(50) }),
      z.strictObject({ any: z.array(AnswerCondition).min(1).max(50) }),
      z.strictObject({ not: AnswerCondition }),
    ]),
  )
  .meta({ id: 'AnswerCondition' })

/** Where `skipTo` leads past the last question. */
export const END_OF_SKILL = '$end'

/** What an interviewer says after an open answer. */
export const Probe = z.enum(['why', 'ladder-up', 'ladder-down', 'example', 'contrast', 'silence'])
export type Probe = z.infer<typeof Probe>

/**
 * How an answer is taken. `pick`: the answer itself. `probability`: a share per answer, of which
 * one is drawn by the task's seed. `similarity`: an open answer, mapped to the scale through
 * reference statements. `two-pass`: speak freely, then choose.
 */
export const AnswerMode = z.enum(['pick', 'probability', 'similarity', 'two-pass'])
export type AnswerMode = z.infer<typeof AnswerMode>

const base = {
  id: questionId,
  /** What is asked. `{{name}}` is filled by the study's condition, `{{answers.id}}` by an answer. */
  text: z.string().trim().min(1).max(4000),
  /** Whether "don't know" is offered. */
  allowDontKnow: z.boolean().default(false),
  /** Questions of one block stay together when blocks are rotated. */
  block: z.string().trim().min(1).max(100).optional(),
  /** Asked only if this holds of the answers so far. */
  showIf: AnswerCondition.optional(),
  /** Where to go on after the answer: the first that holds; none: the next question. */
  skipTo: z
    .array(
      z.strictObject({
        when: AnswerCondition,
        to: z.union([questionId, z.literal(END_OF_SKILL)]),
      }),
    )
    .max(20)
    .optional(),
}

const option = z.string().trim().min(1).max(300)
const options = (least: number, most: number) =>
  z
    .array(option)
    .min(least)
    .max(most)
    .refine((texts) => new Set(texts).size === texts.length, 'must not repeat an option')
const rotation = {
  /** Order of options drawn per task. */
  rotateOptions: z.boolean().default(false),
  /** How many options at the end stay there, such as "None of these". */
  anchorLast: z.number().int().min(0).max(5).optional(),
}
/** Shares of the answers that the rehearsal model is to reproduce; sum to 1 (rescaled). */
const referenceShares = z.array(z.number().min(0)).optional()
const modes = {
  mode: AnswerMode.optional(),
  /** For `similarity`: sets of statements, in each one per answer in its order. */
  references: z
    .array(z.array(z.string().trim().min(1).max(500)).min(2).max(30))
    .max(20)
    .optional(),
}
const agreement = [
  'Strongly disagree',
  'Disagree',
  'Neither agree nor disagree',
  'Agree',
  'Strongly agree',
]
const label = z.string().trim().min(1).max(100)

export const OpenQuestion = z.strictObject({
  ...base,
  type: z.literal('open'),
  /** Follow-ups after the answer, in this order, each with an answer of its own. */
  probes: z.array(Probe).max(8).optional(),
})
export const SingleQuestion = z.strictObject({
  ...base,
  type: z.literal('single'),
  options: options(2, 30),
  ...rotation,
  ...modes,
  referenceShares,
})
export const MultiQuestion = z.strictObject({
  ...base,
  type: z.literal('multi'),
  options: options(2, 30),
  ...rotation,
  /** How many must and may be chosen; absent: at least one, any number. */
  minChoices: z.number().int().min(0).max(30).optional(),
  maxChoices: z.number().int().min(1).max(30).optional(),
  /** Options that go with no other. */
  exclusive: z.array(option).max(5).optional(),
  /** Per option, 0–1: the share that chooses it. */
  referenceShares,
})
export const LikertQuestion = z.strictObject({
  ...base,
  type: z.literal('likert'),
  /** Labels from the lowest to the highest: 5 or 7. Values are 1…k. */
  labels: z
    .array(label)
    .refine((labels) => labels.length === 5 || labels.length === 7, 'must have 5 or 7 labels')
    .default(agreement),
  ...modes,
  referenceShares,
})
export const NumericQuestion = z.strictObject({
  ...base,
  type: z.literal('numeric'),
  unit: z.string().max(50).optional(),
  min: z.number(),
  max: z.number(),
  /** Decimals kept in an answer. */
  decimals: z.number().int().min(0).max(6).default(0),
  /** Mean and SD the rehearsal model is to reproduce before clamping to the range. */
  reference: z.strictObject({ mean: z.number(), sd: z.number().positive() }).optional(),
})
export const YesNoQuestion = z.strictObject({
  ...base,
  type: z.literal('yesno'),
  ...modes,
  /** Yes, then no. */
  referenceShares,
})
export const NpsQuestion = z.strictObject({
  ...base,
  type: z.literal('nps'),
  ...modes,
  /** From 0 to 10: eleven. */
  referenceShares,
})
export const RankQuestion = z.strictObject({
  ...base,
  type: z.literal('rank'),
  options: options(2, 12),
  ...rotation,
  /** How many places are given away; absent: all. */
  top: z.number().int().min(1).max(12).optional(),
})
export const AllocationQuestion = z.strictObject({
  ...base,
  type: z.literal('allocation'),
  options: options(2, 12),
  ...rotation,
  /** What the parts must sum to. */
  total: z.number().int().min(2).max(1_000_000).default(100),
  unit: z.string().max(50).optional(),
})
export const MatrixQuestion = z.strictObject({
  ...base,
  type: z.literal('matrix'),
  rows: options(1, 20),
  rotateRows: z.boolean().default(false),
  /** Columns from the lowest to the highest. */
  labels: z.array(label).min(2).max(11).default(agreement),
  /** Of every row. */
  referenceShares,
})
export const MaxDiffQuestion = z.strictObject({
  ...base,
  type: z.literal('maxdiff'),
  options: options(4, 30),
  /** Options shown at a time. */
  setSize: z.number().int().min(3).max(6).default(4),
  /** Sets shown to one persona; absent: so many that each option comes about three times. */
  sets: z.number().int().min(1).max(40).optional(),
})
export const ConjointQuestion = z.strictObject({
  ...base,
  type: z.literal('conjoint'),
  attributes: z
    .array(z.strictObject({ name: label, levels: options(2, 10) }))
    .min(2)
    .max(8)
    .refine(
      (attributes) => new Set(attributes.map(({ name }) => name)).size === attributes.length,
      'must have different names',
    ),
  /** Profiles to choose from at a time. */
  alternatives: z.number().int().min(2).max(5).default(3),
  /** Choices asked of one persona. */
  tasks: z.number().int().min(1).max(20).default(8),
  /** Whether "none of these" may be chosen. */
  allowNone: z.boolean().default(true),
})
export const PriceQuestion = z.strictObject({
  ...base,
  type: z.literal('price'),
  /** Ascending. */
  prices: z.array(z.number().positive()).min(3).max(15),
  currency: z.string().trim().min(1).max(20),
  /** `adaptive`: from a price drawn at random, up or down to where it turns; `all`: every price. */
  ladder: z.enum(['adaptive', 'all']).default('adaptive'),
  /** Median and SD of log price that the rehearsal model is to accept up to. */
  reference: z
    .strictObject({ median: z.number().positive(), sdLog: z.number().positive() })
    .optional(),
})
export const JsonQuestion = z.strictObject({
  ...base,
  type: z.literal('json'),
  /** JSON Schema of the answer; its top is an object. */
  schema: z.record(z.string(), JsonValue),
})

const AnyQuestion = z.discriminatedUnion('type', [
  OpenQuestion,
  SingleQuestion,
  MultiQuestion,
  LikertQuestion,
  NumericQuestion,
  YesNoQuestion,
  NpsQuestion,
  RankQuestion,
  AllocationQuestion,
  MatrixQuestion,
  MaxDiffQuestion,
  ConjointQuestion,
  PriceQuestion,
  JsonQuestion,
])
type AnyQuestion = z.infer<typeof AnyQuestion>

export const Question = AnyQuestion.superRefine((question, context) => {
  for (const [path, message] of faultsOf(question))
    context.addIssue({ code: 'custom', path: path.split('.'), message })
}).meta({ id: 'Question' })
export type Question = z.infer<typeof Question>
export type QuestionType = Question['type']
export type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>
export const questionTypes = AnyQuestion.options.map(
  ({ shape }) => shape.type.value,
) as readonly QuestionType[]

type Fault = readonly [path: string, message: string]

/** How many answers a closed question of one answer has; undefined for the others. */
export function answerCount(question: Question): number | undefined {
  switch (question.type) {
    case 'single':
      return question.options.length
    case 'likert':
      return question.labels.length
    case 'yesno':
      return 2
    case 'nps':
      return 11
    default:
      return undefined
  }
}

function faultsOf(question: AnyQuestion): Fault[] {
  return [...ownFaults(question), ...shareFaults(question), ...modeFaults(question)]
}

function ownFaults(question: AnyQuestion): Fault[] {
  const faults: Fault[] = []
  const need = (holds: boolean, ...fault: Fault) => void (holds || faults.push(fault))
  if ('anchorLast' in question && 'options' in question)
    need(
      (question.anchorLast ?? 0) < question.options.length,
      'anchorLast',
      'must leave an option to rotate',
    )
  switch (question.type) {
    case 'numeric':
      need(question.min < question.max, 'max', 'must be greater than min')
      break
    case 'multi': {
      const { options: texts, minChoices = 1, maxChoices = texts.length, exclusive = [] } = question
      need(maxChoices <= texts.length, 'maxChoices', `must be at most ${texts.length}`)
      need(minChoices <= maxChoices, 'minChoices', 'must be at most maxChoices')
      need(
        exclusive.every((text) => texts.includes(text)),
        'exclusive',
        'must be among the options',
      )
      break
    }
    case 'rank':
      need(
        (question.top ?? 1) <= question.options.length,
        'top',
        'must be at most the number of options',
      )
      break
    case 'maxdiff':
      need(
        question.setSize < question.options.length,
        'setSize',
        'must be less than the number of options',
      )
      break
    case 'price':
      need(
        question.prices.every((price, i) => i === 0 || price > question.prices[i - 1]!),
        'prices',
        'must ascend',
      )
      break
    case 'json': {
      const fault = schemaFault(question.schema)
      need(fault === undefined, 'schema', fault ?? '')
      break
    }
    default:
  }
  return faults
}

function shareFaults(question: AnyQuestion): Fault[] {
  if (!('referenceShares' in question) || !question.referenceShares) return []
  const shares = question.referenceShares
  const levels =
    question.type === 'multi'
      ? question.options.length
      : question.type === 'matrix'
        ? question.labels.length
        : answerCount(question)!
  if (shares.length !== levels) return [['referenceShares', `must have ${levels} values`]]
  if (question.type === 'multi')
    return shares.some((share) => share > 1) ? [['referenceShares', 'must be at most 1 each']] : []
  return shares.every((share) => share === 0) ? [['referenceShares', 'must not all be 0']] : []
}

function modeFaults(question: AnyQuestion): Fault[] {
  if (!('mode' in question || 'references' in question)) return []
  const { mode, references } = question
  const count = answerCount(question)!
  if (mode === 'similarity' && !references?.length)
    return [['references', 'are needed: statements that stand for each answer']]
  const wrong = (references ?? []).findIndex((set) => set.length !== count)
  return wrong === -1 ? [] : [[`references.${wrong}`, `must have ${count} statements`]]
}

/** Why a JSON Schema cannot be used; undefined when it can. */
function schemaFault(schema: Record<string, unknown>): string | undefined {
  if (schema['type'] !== 'object') return 'must be of type "object"'
  try {
    z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])
    return undefined
  } catch (error) {
    return `cannot be used: ${error instanceof Error ? error.message : String(error)}`
  }
}
