import type {
  AnswerCondition,
  AnswerTest,
  Question,
} from '../../../../../shared/contract/questions.ts'
import { holds } from '../logic/answers-so-far.ts'

/** What is known of a question once it is written. */
export type Written = {
  readonly qid: string
  readonly question: Question
  /** Values of the answers of a closed question, by the key of their choice. */
  readonly values: ReadonlyMap<string, string | number>
}
export type FindWritten = (id: string) => Written | undefined

type Expression = Readonly<Record<string, string>>
type Joint = 'And' | 'Or'
/** Tests of a condition that one set of Qualtrics holds. */
type TestSet = { readonly joint: Joint; readonly tests: readonly Expression[] }

/**
 * A condition as DisplayLogic. Qualtrics knows two levels: sets of tests.
 *
 * @returns undefined where it cannot say it
 */
export function writeLogic(condition: AnswerCondition, find: FindWritten): object | undefined {
  const sets = setsOf(condition, find)
  if (!sets) return undefined
  const written = sets.sets.map(({ joint, tests }, i) => [
    String(i),
    {
      ...Object.fromEntries(
        tests.map((test, n) => [String(n), n === 0 ? test : { ...test, Conjuction: joint }]),
      ),
      Type: i === 0 ? 'If' : `${sets.joint}If`,
    },
  ])
  return { ...Object.fromEntries(written), Type: 'BooleanExpression', inPage: false }
}

/** The tests that each lead on by themselves, as SkipLogic has it; undefined where it is more than that. */
export function writeSkipTests(condition: AnswerCondition, find: FindWritten) {
  const set = setOf(condition, find)
  return set && (set.joint === 'Or' || set.tests.length === 1) ? set.tests : undefined
}

function setsOf(condition: AnswerCondition, find: FindWritten) {
  const single = setOf(condition, find)
  if (single) return { joint: 'And' as Joint, sets: [single] }
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : undefined
  const sets = parts?.map((part) => setOf(part, find))
  if (!sets?.every((set) => set !== undefined)) return undefined
  return { joint: ('all' in condition ? 'And' : 'Or') as Joint, sets }
}

function setOf(condition: AnswerCondition, find: FindWritten): TestSet | undefined {
  if ('op' in condition || 'not' in condition) return testSet(condition, find)
  const joint: Joint = 'all' in condition ? 'And' : 'Or'
  const sets = ('all' in condition ? condition.all : condition.any).map((part) =>
    'op' in part || 'not' in part ? testSet(part, find) : undefined,
  )
  if (!sets.every((set) => set !== undefined)) return undefined
  if (sets.some((set) => set.tests.length > 1 && set.joint !== joint)) return undefined
  return { joint, tests: sets.flatMap(({ tests }) => tests) }
}

function testSet(
  condition: AnswerTest | { not: AnswerCondition },
  find: FindWritten,
): TestSet | undefined {
  if ('op' in condition) return positive(condition, find)
  if (!('op' in condition.not)) return undefined
  const inner = positive(condition.not, find)
  const tests = inner?.tests.map(negated)
  if (!tests?.every((test) => test !== undefined)) return undefined
  return { joint: 'And', tests }
}

function positive(test: AnswerTest, find: FindWritten): TestSet | undefined {
  const written = find(test.questionId)
  if (!written) return undefined
  const { qid, question, values } = written
  if (test.op === 'answered') {
    const isText = question.type === 'open' || question.type === 'numeric'
    return only(
      isText
        ? expression(qid, 'ChoiceTextEntryValue', 'NotEmpty')
        : expression(qid, 'SelectedChoicesCount', 'GreaterThan', '0'),
    )
  }
  if (question.type === 'numeric') return ofNumber(qid, test)
  const chosen = [...values].filter(([, value]) => {
    const answer = question.type === 'multi' ? [String(value)] : value
    return holds(test, new Map([[question.id, { status: 'valid', value: answer }]]))
  })
  if (chosen.length === 0) return undefined
  const tests = chosen.map(([key]) => expression(qid, `SelectableChoice/${key}`, 'Selected'))
  return { joint: 'Or', tests }
}

const numberOps: Readonly<Partial<Record<AnswerTest['op'], string>>> = {
  eq: 'EqualTo',
  neq: 'NotEqualTo',
  gt: 'GreaterThan',
  gte: 'GreaterThanOrEqual',
  lt: 'LessThan',
  lte: 'LessThanOrEqual',
}

function ofNumber(qid: string, { op, value }: AnswerTest): TestSet | undefined {
  const operator = op === 'in' ? 'EqualTo' : numberOps[op]
  const numbers = [value ?? []].flat()
  if (!operator || numbers.length === 0) return undefined
  const tests = numbers.map((number) =>
    expression(qid, 'ChoiceTextEntryValue', operator, String(number)),
  )
  return { joint: 'Or', tests }
}

function only(test: Expression): TestSet {
  return { joint: 'And', tests: [test] }
}

function expression(qid: string, what: string, operator: string, right?: string): Expression {
  const locator = `q://${qid}/${what}`
  return {
    LogicType: 'Question',
    QuestionID: qid,
    QuestionIsInLoop: 'no',
    ChoiceLocator: locator,
    Operator: operator,
    QuestionIDFromLocator: qid,
    LeftOperand: locator,
    ...(right === undefined ? {} : { RightOperand: right }),
    Type: 'Expression',
    Description: '',
  }
}

/** Numbers are not turned: of a question not answered, "not below 3" holds and "at least 3" does not. */
function negated(test: Expression): Expression | undefined {
  if (test['Operator'] === 'Selected') return { ...test, Operator: 'NotSelected' }
  if (test['Operator'] === 'NotEmpty') return { ...test, Operator: 'Empty' }
  if (test['LeftOperand']?.endsWith('/SelectedChoicesCount'))
    return { ...test, Operator: 'EqualTo' }
  return undefined
}
