import type { ComponentType } from 'react'
import type {
  Question,
  QuestionOf,
  QuestionType,
} from '../../../../../../shared/contract/questions.ts'
import classes from './answers.module.css'
import {
  AllocationFields,
  MaxDiffFields,
  MultiFields,
  RankFields,
  SingleFields,
} from './choice-fields.tsx'
import { ConjointFields } from './conjoint-fields.tsx'
import type { FieldsProps } from './fields-props.ts'
import { JsonFields } from './json-fields.tsx'
import { ModeFields } from './mode-fields.tsx'
import { NumericFields, PriceFields } from './number-fields.tsx'
import { OpenFields } from './open-fields.tsx'
import { LikertFields, MatrixFields } from './scale-fields.tsx'
import { SharesField } from './shares-field.tsx'

const fieldsOf: { [T in QuestionType]: ComponentType<FieldsProps<QuestionOf<T>>> | null } = {
  open: OpenFields,
  single: SingleFields,
  multi: MultiFields,
  likert: LikertFields,
  numeric: NumericFields,
  yesno: null,
  nps: null,
  rank: RankFields,
  allocation: AllocationFields,
  matrix: MatrixFields,
  maxdiff: MaxDiffFields,
  conjoint: ConjointFields,
  price: PriceFields,
  json: JsonFields,
}

/** What an answer may be, and how it is taken. */
export function AnswerFields({ question, onChange }: FieldsProps<Question>) {
  const Fields = fieldsOf[question.type] as ComponentType<FieldsProps<Question>> | null
  return (
    <div className={classes.fields}>
      {Fields && <Fields key={question.type} question={question} onChange={onChange} />}
      <ModeFields question={question} onChange={onChange} />
      <SharesField key={`shares ${question.type}`} question={question} onChange={onChange} />
    </div>
  )
}
