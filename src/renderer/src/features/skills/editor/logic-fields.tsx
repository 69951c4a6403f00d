import { ActionIcon, Button, Select } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { END_OF_SKILL, type Question } from '../../../../../shared/contract/questions.ts'
import { firstRow, fromFlat } from './condition.ts'
import { ConditionFields } from './condition-fields.tsx'
import classes from './editor.module.css'
import { put } from './put.ts'
import { questionItems } from './question-items.ts'

type Props = {
  question: Question
  questions: readonly Question[]
  /** From 0. */
  index: number
  onChange: (question: Question) => void
}

/** When a question is asked, and where its answer leads. */
export function LogicFields({ question, questions, index, onChange }: Props) {
  const earlier = questions.slice(0, index)
  return (
    <div className={classes.logic}>
      <div className={classes.rule} role="group" aria-label="Show only if">
        <strong>Show only if</strong>
        {earlier.length === 0 && !question.showIf ? (
          <span className="quiet">The first question is always asked.</span>
        ) : (
          <ConditionFields
            condition={question.showIf}
            earlier={earlier}
            onChange={(showIf) => onChange(put<Question, 'showIf'>(question, 'showIf', showIf))}
          />
        )}
      </div>
      <Jumps {...{ question, questions, index, onChange }} />
    </div>
  )
}

type Jump = NonNullable<Question['skipTo']>[number]

function Jumps({ question, questions, index, onChange }: Props) {
  const jumps = question.skipTo ?? []
  const answered = questions.slice(0, index + 1)
  const keep = (next: Jump[]) =>
    onChange(put<Question, 'skipTo'>(question, 'skipTo', next.length > 0 ? next : undefined))
  const add = () =>
    keep([
      ...jumps,
      { when: fromFlat({ join: 'all', rows: [firstRow(question)] })!, to: END_OF_SKILL },
    ])
  return (
    <div className={classes.rule} role="group" aria-label="Go on to">
      <strong>Go on to</strong>
      {jumps.map((jump, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- jumps have no identity but their place
        <div key={at} className={classes.logic} role="group" aria-label={`Jump ${at + 1}`}>
          <div className={classes.row}>
            <Target
              jump={jump}
              later={questions.slice(index + 1)}
              onChange={(to) => keep(jumps.map((it, i) => (i === at ? { ...it, to } : it)))}
            />
            <span>when</span>
            <ActionIcon
              aria-label={`Remove jump ${at + 1}`}
              onClick={() => keep(jumps.filter((_, i) => i !== at))}
            >
              <IconX size={14} />
            </ActionIcon>
          </div>
          <ConditionFields
            condition={jump.when}
            earlier={answered}
            onChange={(when) =>
              keep(jumps.flatMap((it, i) => (i === at ? (when ? { ...it, when } : []) : it)))
            }
          />
        </div>
      ))}
      <span className="quiet">
        {jumps.length === 0
          ? 'The next question, whatever the answer.'
          : 'Otherwise the next question.'}
      </span>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconPlus size={14} />}
        style={{ justifySelf: 'start' }}
        disabled={jumps.length >= 20}
        onClick={add}
      >
        Add a jump
      </Button>
    </div>
  )
}

type TargetProps = { jump: Jump; later: readonly Question[]; onChange: (to: string) => void }

function Target({ jump, later, onChange }: TargetProps) {
  const items = [...questionItems(later), { value: END_OF_SKILL, label: 'The end' }]
  const isKnown = items.some(({ value }) => value === jump.to)
  return (
    <Select
      aria-label="Go on to"
      size="xs"
      w={320}
      allowDeselect={false}
      data={isKnown ? items : [...items, { value: jump.to, label: jump.to }]}
      error={isKnown ? undefined : 'Not a later question'}
      value={jump.to}
      onChange={(to) => to && onChange(to)}
    />
  )
}
