import type { AssociationTest } from '../../../../shared/contract/evidence.ts'
import type { Question } from '../../../../shared/contract/questions.ts'
import { answerTexts, valueAt } from '../questions/ask-question.ts'
import type { SurveyDesign } from '../statistics/design.ts'
import type { RaoScott } from '../statistics/rao-scott.ts'
import { linearModel } from '../statistics/regression/linear-model.ts'
import { waldTest } from '../statistics/regression/wald.ts'
import { indicatorOf, measuredValues, validOf, type Answers } from './answer-vectors.ts'
import { measuresOf } from './measures.ts'

/** What is tested: categories by Rao and Scott, a score by its means. */
export type Outcome = Pick<AssociationTest, 'option' | 'test'> & {
  /** Categories or a score; −1 or NaN where there is none: shape [rows]. */
  readonly values: Int32Array | Float64Array
}

export function outcomesOf(question: Question, answers: Answers): Outcome[] {
  switch (question.type) {
    case 'single':
    case 'yesno':
    case 'likert': {
      const values = categoriesOf(question, answers)
      return [{ option: null, test: 'rao-scott', values }]
    }
    case 'multi': {
      const valid = validOf(answers)
      return question.options.map((option) => {
        const chosen = indicatorOf(answers, option)
        const values = Int32Array.from(chosen, (one, row) => (valid[row] ? one : -1))
        return { option, test: 'rao-scott', values }
      })
    }
    case 'nps':
      return measuresOf(question).map((measure) => ({
        option: null,
        test: 'wald',
        values: measuredValues(answers, measure),
      }))
    default:
      return []
  }
}

/** Index of the answer, −1 elsewhere: shape [rows]. */
function categoriesOf(question: Question, answers: Answers): Int32Array {
  const categories = new Int32Array(answers.length).fill(-1)
  answerTexts(question).forEach((_, i) => {
    const indicator = indicatorOf(answers, String(valueAt(question, i)))
    for (let row = 0; row < indicator.length; row++) if (indicator[row]) categories[row] = i
  })
  return categories
}

/** That the groups' means are one (R: `regTermTest(svyglm(y ~ group), ~group)`). */
export function testOfMeans(
  design: SurveyDesign,
  values: Float64Array,
  groupOf: Int32Array,
  domain: Uint8Array,
): RaoScott {
  const met = [...new Set(groupOf.filter((_, row) => domain[row]))].toSorted((a, b) => a - b)
  const columns = met.map((group, i) =>
    Float64Array.from(groupOf, (of) => Number(i === 0 || of === group)),
  )
  if (met.length < 2) return untestable
  const model = linearModel({ design, columns, domain }, values)
  const { f, ...rest } = waldTest(model, [...met.keys()].slice(1))
  return { ...untestable, ...rest, statistic: f }
}

const untestable: RaoScott = {
  statistic: Number.NaN,
  numeratorDf: Number.NaN,
  denominatorDf: Number.NaN,
  cramersV: Number.NaN,
  p: Number.NaN,
}
