import { Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Question } from '../../../../shared/contract/skills.ts'
import classes from './step.module.css'

type Props<Kind extends Question = Question> = {
  question: Kind
  onChange: (question: Question) => void
}
type Single = Extract<Question, { type: 'single' }>
type Likert = Extract<Question, { type: 'likert' }>
type Numeric = Extract<Question, { type: 'numeric' }>

/** What an answer may be. */
export function AnswerFields({ question, onChange }: Props) {
  if (question.type === 'single') return <SingleFields question={question} onChange={onChange} />
  if (question.type === 'likert') return <LikertFields question={question} onChange={onChange} />
  if (question.type === 'numeric') return <NumericFields question={question} onChange={onChange} />
  return null
}

type LinesProps = { label: string; lines: readonly string[]; onLines: (lines: string[]) => void }

/** A list typed one to a line; blank lines are kept while typing and never sent on. */
function LinesField({ label, lines, onLines }: LinesProps) {
  const [text, setText] = useState(lines.join('\n'))
  return (
    <Textarea
      label={label}
      description="One to a line"
      autosize
      minRows={3}
      value={text}
      onChange={({ currentTarget: { value } }) => {
        setText(value)
        onLines(
          value
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== ''),
        )
      }}
    />
  )
}

function SingleFields({ question, onChange }: Props<Single>) {
  return (
    <>
      <LinesField
        label="Options"
        lines={question.options}
        onLines={(options) => onChange(withoutReference({ ...question, options }))}
      />
      <Checkbox
        label="Show the options in a random order to each persona"
        checked={question.rotateOptions}
        onChange={(event) => onChange({ ...question, rotateOptions: event.currentTarget.checked })}
      />
      <ReferenceField question={question} onChange={onChange} />
    </>
  )
}

function LikertFields({ question, onChange }: Props<Likert>) {
  return (
    <>
      <LinesField
        label="Labels, lowest first (5 or 7)"
        lines={question.labels}
        onLines={(labels) => onChange(withoutReference({ ...question, labels }))}
      />
      <ReferenceField question={question} onChange={onChange} />
    </>
  )
}

/** Shares belong to the options they were typed for. */
function withoutReference<Kind extends Single | Likert>(question: Kind): Kind {
  const { referenceShares: _shares, ...rest } = question
  return rest as Kind
}

function ReferenceField({ question, onChange }: Props<Single | Likert>) {
  const [text, setText] = useState((question.referenceShares ?? []).join(', '))
  const read = (value: string) => {
    setText(value)
    const shares = value
      .split(/[,;\s]+/)
      .filter(Boolean)
      .map(Number)
    onChange(
      shares.length > 0 && shares.every((share) => Number.isFinite(share) && share >= 0)
        ? { ...question, referenceShares: shares }
        : withoutReference(question),
    )
  }
  return (
    <details>
      <summary className="quiet">For rehearsals</summary>
      <TextInput
        label="Known shares of the answers"
        description="In order, any scale. The built-in model answers around them; other models never see them."
        placeholder="46, 31, 23"
        value={text}
        onChange={(event) => read(event.currentTarget.value)}
      />
    </details>
  )
}

function NumericFields({ question, onChange }: Props<Numeric>) {
  const setNumber = (key: 'min' | 'max' | 'decimals') => (value: string | number) => {
    if (typeof value === 'number') onChange({ ...question, [key]: value })
  }
  return (
    <div className={classes.triple}>
      <TextInput
        label="Unit"
        placeholder="€"
        value={question.unit ?? ''}
        onChange={({ currentTarget: { value } }) => {
          const { unit: _unit, ...rest } = question
          onChange(value ? { ...rest, unit: value } : rest)
        }}
      />
      <NumberInput label="Lowest" value={question.min} onChange={setNumber('min')} />
      <NumberInput label="Highest" value={question.max} onChange={setNumber('max')} />
      <NumberInput
        label="Decimals"
        min={0}
        max={6}
        value={question.decimals}
        onChange={setNumber('decimals')}
      />
    </div>
  )
}
