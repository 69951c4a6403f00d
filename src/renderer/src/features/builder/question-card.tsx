import { ActionIcon, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import type { Question } from '../../../../shared/contract/skills.ts'
import { AnswerFields } from '../skills/editor/answers/answer-fields.tsx'
import { asType } from '../skills/editor/new-question.ts'
import { typeGroups } from '../skills/editor/question-types.ts'
import classes from './step.module.css'

type Props = {
  question: Question
  number: number
  onChange: (question: Question) => void
  onRemove: () => void
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
}

export function QuestionCard({ question, number, onChange, onRemove, onUp, onDown }: Props) {
  return (
    <section className={`${classes.question} card`} aria-label={`Question ${number}`}>
      <div className={classes.head}>
        <h3>Question {number}</h3>
        <ActionIcon aria-label={`Move question ${number} up`} disabled={!onUp} onClick={onUp}>
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon aria-label={`Move question ${number} down`} disabled={!onDown} onClick={onDown}>
          <IconArrowDown size={16} />
        </ActionIcon>
        <ActionIcon aria-label={`Remove question ${number}`} onClick={onRemove}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      <Textarea
        label="Wording"
        autosize
        placeholder="If your branch closed, what would you do?"
        value={question.text}
        onChange={(event) => onChange({ ...question, text: event.currentTarget.value })}
      />
      <div className={classes.meta}>
        <TextInput
          label="Id"
          description="in data and exports"
          value={question.id}
          onChange={(event) => onChange({ ...question, id: event.currentTarget.value })}
        />
        <Select
          label="Answer"
          data={typeGroups}
          value={question.type}
          allowDeselect={false}
          onChange={(type) => type && type !== question.type && onChange(asType(question, type))}
        />
        <Checkbox
          label="Offer “don’t know”"
          checked={question.allowDontKnow}
          onChange={(event) =>
            onChange({ ...question, allowDontKnow: event.currentTarget.checked })
          }
          mb={8}
        />
      </div>
      <AnswerFields question={question} onChange={onChange} />
    </section>
  )
}
