import { Autocomplete, Checkbox, Select, Textarea } from '@mantine/core'
import type { Question, QuestionType } from '../../../../../shared/contract/questions.ts'
import { AnswerFields } from './answers/answer-fields.tsx'
import classes from './editor.module.css'
import { IdField } from './id-field.tsx'
import { LogicFields } from './logic-fields.tsx'
import { asType } from './new-question.ts'
import { put } from './put.ts'
import { typeGroups, typeWords } from './question-types.ts'

type Props = {
  question: Question
  questions: readonly Question[]
  /** From 0. */
  index: number
  blocks: readonly string[]
  onChange: (question: Question) => void
}

/** Everything about one question. */
export function QuestionFields({ question, questions, index, blocks, onChange }: Props) {
  const taken = questions.filter((_, at) => at !== index).map(({ id }) => id)
  return (
    <>
      <Textarea
        label="Wording"
        autosize
        data-autofocus
        placeholder="If your branch closed, what would you do?"
        value={question.text}
        onChange={(event) => onChange({ ...question, text: event.currentTarget.value })}
      />
      <div className={classes.meta}>
        <Select
          label="Answer"
          description={typeWords[question.type].about}
          data={typeGroups}
          value={question.type}
          allowDeselect={false}
          maxDropdownHeight={420}
          onChange={(type) =>
            type && type !== question.type && onChange(asType(question, type as QuestionType))
          }
        />
        <IdField id={question.id} taken={taken} onId={(id) => onChange({ ...question, id })} />
        <Autocomplete
          label="Block"
          placeholder="None"
          data={[...blocks]}
          value={question.block ?? ''}
          onChange={(block) =>
            onChange(put<Question, 'block'>(question, 'block', block || undefined))
          }
        />
      </div>
      <AnswerFields question={question} onChange={onChange} />
      <Checkbox
        label="Offer “don’t know”"
        checked={question.allowDontKnow}
        onChange={(event) => onChange({ ...question, allowDontKnow: event.currentTarget.checked })}
      />
      <LogicFields {...{ question, questions, index, onChange }} />
    </>
  )
}
