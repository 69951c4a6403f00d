import { ActionIcon, Button, MultiSelect, NumberInput, Select } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type {
  AnswerCondition,
  AnswerTest,
  Question,
} from '../../../../../shared/contract/questions.ts'
import {
  comparisonOf,
  comparisonsOf,
  firstRow,
  fromFlat,
  toFlat,
  valuesOf,
  withComparison,
  type ConditionRow,
  type FlatCondition,
} from './condition.ts'
import classes from './editor.module.css'
import { questionItems } from './question-items.ts'

type Props = {
  condition: AnswerCondition | undefined
  /** What may be tested: the questions that come before. */
  earlier: readonly Question[]
  onChange: (condition: AnswerCondition | undefined) => void
}

const joins = [
  { value: 'all', label: 'all of these hold' },
  { value: 'any', label: 'any of these holds' },
]

/** Tests of earlier answers, each picked from lists. */
export function ConditionFields({ condition, earlier, onChange }: Props) {
  const flat = toFlat(condition)
  if (!flat)
    return (
      <div className={classes.row}>
        <span>A nested condition, written elsewhere; it is kept as it is.</span>
        <Button size="compact-xs" variant="default" onClick={() => onChange(undefined)}>
          Begin anew
        </Button>
      </div>
    )
  const keep = (next: FlatCondition) => onChange(fromFlat(next))
  const { rows } = flat
  const last = earlier.at(-1)
  return (
    <>
      {rows.length > 1 && (
        <Select
          aria-label="How the tests go together"
          size="xs"
          maw={200}
          data={joins}
          allowDeselect={false}
          value={flat.join}
          onChange={(join) => keep({ rows, join: join === 'any' ? 'any' : 'all' })}
        />
      )}
      {rows.map((row, at) => (
        <TestFields
          // oxlint-disable-next-line react/no-array-index-key -- tests have no identity but their place
          key={at}
          row={row}
          earlier={earlier}
          onChange={(next) =>
            keep({ ...flat, rows: rows.map((before, i) => (i === at ? next : before)) })
          }
          onRemove={() => keep({ ...flat, rows: rows.filter((_, i) => i !== at) })}
        />
      ))}
      {last && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          style={{ justifySelf: 'start' }}
          onClick={() => keep({ ...flat, rows: [...rows, firstRow(last)] })}
        >
          {rows.length === 0 ? 'Add a condition' : 'And one more'}
        </Button>
      )}
    </>
  )
}

type TestProps = {
  row: ConditionRow
  earlier: readonly Question[]
  onChange: (row: ConditionRow) => void
  onRemove: () => void
}

function TestFields({ row, earlier, onChange, onRemove }: TestProps) {
  const { test } = row
  const question = earlier.find(({ id }) => id === test.questionId)
  const items = questionItems(earlier)
  const comparison = comparisonOf(question, row)
  return (
    <div className={classes.test} role="group" aria-label="Condition">
      <Select
        aria-label="Question"
        size="xs"
        allowDeselect={false}
        data={question ? items : [...items, { value: test.questionId, label: test.questionId }]}
        error={question ? undefined : 'Not an earlier question'}
        value={test.questionId}
        onChange={(id) => {
          const chosen = earlier.find((it) => it.id === id)
          if (chosen) onChange(firstRow(chosen))
        }}
      />
      <Select
        aria-label="Comparison"
        size="xs"
        allowDeselect={false}
        disabled={!question}
        data={comparisonsOf(question).map(({ key, label }) => ({ value: key, label }))}
        value={comparison?.key ?? null}
        onChange={(key) => {
          const chosen = comparisonsOf(question).find((it) => it.key === key)
          if (chosen && question) onChange(withComparison(question, chosen, test.value))
        }}
      />
      {test.op === 'answered' ? (
        <span />
      ) : (
        <ValueField
          question={question}
          value={test.value}
          onValue={(value) => onChange({ ...row, test: { ...test, value } })}
        />
      )}
      <ActionIcon aria-label="Remove this condition" onClick={onRemove}>
        <IconX size={14} />
      </ActionIcon>
    </div>
  )
}

type ValueProps = {
  question: Question | undefined
  value: AnswerTest['value']
  onValue: (value: NonNullable<AnswerTest['value']>) => void
}

/** Answers as they read; what is kept is the option or the point. */
function ValueField({ question, value, onValue }: ValueProps) {
  const known = valuesOf(question)
  if (!known)
    return (
      <NumberInput
        aria-label="Answer"
        size="xs"
        disabled={!question}
        value={typeof value === 'number' ? value : ''}
        onChange={(typed) => typeof typed === 'number' && onValue(typed)}
      />
    )
  const data = known.map((one) => ({ value: String(one.value), label: one.label }))
  const back = (text: string) => known.find((one) => String(one.value) === text)?.value ?? text
  if (Array.isArray(value))
    return (
      <MultiSelect
        aria-label="Answers"
        size="xs"
        data={data}
        value={value.map(String)}
        onChange={(texts) => onValue(texts.map(back))}
      />
    )
  return (
    <Select
      aria-label="Answer"
      size="xs"
      allowDeselect={false}
      data={data}
      value={String(value ?? '')}
      error={
        known.some((one) => one.value === value) ? undefined : `Not an answer: ${String(value)}`
      }
      onChange={(text) => text !== null && onValue(back(text))}
    />
  )
}
