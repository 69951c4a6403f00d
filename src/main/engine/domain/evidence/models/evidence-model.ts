import type { EvidenceModel } from '../../../../../shared/contract/evidence-models.ts'
import type { Question } from '../../../../../shared/contract/questions.ts'
import type { SurveyDesign } from '../../statistics/design.ts'
import type { EvidenceInput } from '../evidence-input.ts'
import { framed } from '../headline.ts'
import { createChoiceModel } from './choice-model.ts'
import { isChoiceQuestion } from './choice-sources.ts'
import { createPriceModel } from './price-model.ts'

/** What fits the model of a question to any domain of rows; questions without one give nothing. */
export function createModel(
  input: EvidenceInput,
  design: SurveyDesign,
  question: Question,
): (within: Uint8Array) => { model?: EvidenceModel } {
  const fit = fitterOf(input, design, question)
  if (!fit) return () => ({})
  const { rehearsal, status } = input.run
  const provisional = status !== 'succeeded'
  return (within) => {
    const model = fit(within)
    if (!model) return {}
    const sentence = framed(model.sentence, { rehearsal, provisional })
    return { model: { ...(provisional ? withoutTests(model) : model), sentence } }
  }
}

/** Evidence of an unfinished run carries no p. */
function withoutTests(model: EvidenceModel): EvidenceModel {
  return model.kind === 'price' ? { ...model, start: { ...model.start, p: null } } : model
}

function fitterOf(
  input: EvidenceInput,
  design: SurveyDesign,
  question: Question,
): ((within: Uint8Array) => EvidenceModel | undefined) | undefined {
  const answers = input.answers[question.id] ?? []
  if (isChoiceQuestion(question)) return createChoiceModel(design, question, answers)
  if (question.type !== 'price') return undefined
  const taskIds = input.rows.map(({ taskId }) => taskId)
  return createPriceModel(design, question, answers, taskIds)
}
