import type { Question, QuestionType } from '../../../../../shared/contract/questions.ts'
import type { QuestionKind } from '../question-kind.ts'
import { allocation } from './allocation.ts'
import { conjoint } from './conjoint.ts'
import { json } from './json.ts'
import { likert } from './likert.ts'
import { matrix } from './matrix.ts'
import { maxdiff } from './maxdiff.ts'
import { multi } from './multi.ts'
import { nps } from './nps.ts'
import { numeric } from './numeric.ts'
import { open } from './open.ts'
import { price } from './price.ts'
import { rank } from './rank.ts'
import { single } from './single.ts'
import { yesno } from './yesno.ts'

const kinds: { readonly [T in QuestionType]: QuestionKind<Extract<Question, { type: T }>> } = {
  open,
  single,
  multi,
  likert,
  numeric,
  yesno,
  nps,
  rank,
  allocation,
  matrix,
  maxdiff,
  conjoint,
  price,
  json,
}

/** All that is particular to the question's type; hand it nothing but questions of that type. */
export function kindOf(question: Question): QuestionKind {
  return kinds[question.type] as unknown as QuestionKind
}
