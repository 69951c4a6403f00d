import { Checkbox, MultiSelect, TextInput } from '@mantine/core'
import type { QuestionOf } from '../../../../../../shared/contract/questions.ts'
import { put } from '../put.ts'
import classes from './answers.module.css'
import { CountField } from './count-field.tsx'
import type { FieldsProps } from './fields-props.ts'
import { ListField } from './list-field.tsx'
import { withList } from './with-list.ts'

type Rotated = QuestionOf<'single' | 'multi' | 'rank' | 'allocation'>

function Options({ question, onChange }: FieldsProps<Rotated | QuestionOf<'maxdiff'>>) {
  return (
    <ListField
      label="Options"
      item="Option"
      lines={question.options}
      onLines={(options) => onChange(withList(question, options))}
    />
  )
}

function Rotation({ question, onChange }: FieldsProps<Rotated>) {
  return (
    <>
      <Checkbox
        label="Show the options in a random order to each persona"
        checked={question.rotateOptions}
        onChange={(event) => onChange({ ...question, rotateOptions: event.currentTarget.checked })}
      />
      {question.rotateOptions && (
        <CountField
          label="Options at the end that stay there"
          description="Such as “None of these”"
          min={0}
          max={5}
          maw={300}
          placeholder="0"
          value={question.anchorLast}
          onValue={(count) => onChange(put<Rotated, 'anchorLast'>(question, 'anchorLast', count))}
        />
      )}
    </>
  )
}

export function SingleFields(props: FieldsProps<QuestionOf<'single'>>) {
  return (
    <>
      <Options {...props} />
      <Rotation {...props} />
    </>
  )
}

export function MultiFields({ question, onChange }: FieldsProps<QuestionOf<'multi'>>) {
  return (
    <>
      <Options question={question} onChange={onChange} />
      <div className={classes.numbers}>
        <CountField
          label="At least"
          placeholder="1"
          min={0}
          max={question.options.length}
          value={question.minChoices}
          onValue={(count) => onChange(put(question, 'minChoices', count))}
        />
        <CountField
          label="At most"
          placeholder="Any number"
          min={1}
          max={question.options.length}
          value={question.maxChoices}
          onValue={(count) => onChange(put(question, 'maxChoices', count))}
        />
      </div>
      <MultiSelect
        label="Options that go with no other"
        maw={560}
        maxValues={5}
        data={[...new Set(question.options)].filter(Boolean)}
        value={question.exclusive ?? []}
        onChange={(texts) =>
          onChange(put(question, 'exclusive', texts.length > 0 ? texts : undefined))
        }
      />
      <Rotation question={question} onChange={onChange} />
    </>
  )
}

export function RankFields({ question, onChange }: FieldsProps<QuestionOf<'rank'>>) {
  return (
    <>
      <Options question={question} onChange={onChange} />
      <CountField
        label="Places given away"
        placeholder="All"
        min={1}
        max={question.options.length}
        maw={200}
        value={question.top}
        onValue={(count) => onChange(put(question, 'top', count))}
      />
      <Rotation question={question} onChange={onChange} />
    </>
  )
}

export function AllocationFields({ question, onChange }: FieldsProps<QuestionOf<'allocation'>>) {
  return (
    <>
      <Options question={question} onChange={onChange} />
      <div className={classes.numbers}>
        <CountField
          label="Total to share out"
          min={2}
          value={question.total}
          onValue={(total) => total !== undefined && onChange({ ...question, total })}
        />
        <TextInput
          label="Unit"
          placeholder="points"
          value={question.unit ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange(put(question, 'unit', value || undefined))
          }
        />
      </div>
      <Rotation question={question} onChange={onChange} />
    </>
  )
}

export function MaxDiffFields({ question, onChange }: FieldsProps<QuestionOf<'maxdiff'>>) {
  return (
    <>
      <Options question={question} onChange={onChange} />
      <div className={classes.numbers}>
        <CountField
          label="Options at a time"
          min={3}
          max={6}
          value={question.setSize}
          onValue={(setSize) => setSize !== undefined && onChange({ ...question, setSize })}
        />
        <CountField
          label="Sets per persona"
          placeholder="Each about 3 times"
          min={1}
          max={40}
          value={question.sets}
          onValue={(sets) => onChange(put(question, 'sets', sets))}
        />
      </div>
    </>
  )
}
