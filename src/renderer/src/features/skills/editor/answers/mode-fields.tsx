import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import {
  answerCount,
  type AnswerMode,
  type Question,
} from '../../../../../../shared/contract/questions.ts'
import { put } from '../put.ts'
import { answerNames } from './answer-names.ts'
import classes from './answers.module.css'
import type { FieldsProps } from './fields-props.ts'

type Moded = Extract<Question, { mode?: AnswerMode | undefined }>

const modeWords: Readonly<Record<AnswerMode, { name: string; about: string }>> = {
  pick: { name: 'They pick an answer', about: 'One prompt, one choice.' },
  probability: {
    name: 'They say how likely each is',
    about: 'One of the answers is drawn by those shares, so that answers vary as people do.',
  },
  similarity: {
    name: 'They speak freely, and the nearest is found',
    about: 'Nobody sees the answers: what is said is compared with your reference statements.',
  },
  'two-pass': {
    name: 'They speak freely, then pick',
    about: 'Two prompts: first in their own words, then the choice that comes closest.',
  },
}
const data = (Object.keys(modeWords) as AnswerMode[]).map((value) => ({
  value,
  label: modeWords[value].name,
}))

/** How the answer to a closed question is taken. Nothing for the other types. */
export function ModeFields({ question, onChange }: FieldsProps<Question>) {
  if (answerCount(question) === undefined) return null
  const moded = question as Moded
  const mode = moded.mode ?? 'pick'
  const select = (next: AnswerMode) => {
    const chosen = put<Moded, 'mode'>(moded, 'mode', next === 'pick' ? undefined : next)
    const first = next === 'similarity' ? (moded.references ?? [blankSet(moded)]) : undefined
    onChange(put<Moded, 'references'>(chosen, 'references', first))
  }
  return (
    <>
      <Select
        label="Way of asking"
        description={modeWords[mode].about}
        data={data}
        maw={400}
        allowDeselect={false}
        value={mode}
        onChange={(next) => next && select(next as AnswerMode)}
      />
      {mode === 'similarity' && <References question={moded} onChange={onChange} />}
    </>
  )
}

const blankSet = (question: Question) => answerNames(question).map(() => '')

function References({ question, onChange }: FieldsProps<Moded>) {
  const sets = question.references ?? []
  const keep = (next: string[][]) =>
    onChange(put<Moded, 'references'>(question, 'references', next))
  return (
    <div className={classes.fields}>
      {sets.map((set, at) => (
        <StatementSet
          // oxlint-disable-next-line react/no-array-index-key -- a place keeps the focus while its texts change
          key={at}
          number={at + 1}
          names={answerNames(question)}
          statements={set}
          onChange={(next) => keep(sets.map((before, i) => (i === at ? next : before)))}
          onRemove={() => keep(sets.filter((_, i) => i !== at))}
        />
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} />}
        disabled={sets.length >= 20}
        onClick={() => keep([...sets, blankSet(question)])}
        style={{ justifySelf: 'start' }}
      >
        Add a set of statements
      </Button>
    </div>
  )
}

type SetProps = {
  number: number
  names: readonly string[]
  statements: readonly string[]
  onChange: (statements: string[]) => void
  onRemove: () => void
}

function StatementSet({ number, names, statements, onChange, onRemove }: SetProps) {
  return (
    <div className={classes.statements} role="group" aria-label={`Statements, set ${number}`}>
      <div className={classes.attributeHead}>
        <span>Statements, set {number}: what somebody would say who means each answer</span>
        <ActionIcon aria-label={`Remove set ${number}`} onClick={onRemove}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      {names.map((name, at) => (
        <TextInput
          // oxlint-disable-next-line react/no-array-index-key -- answers have no identity but their place
          key={at}
          label={name || `Answer ${at + 1}`}
          size="xs"
          value={statements[at] ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange(names.map((_, i) => (i === at ? value : (statements[i] ?? ''))))
          }
        />
      ))}
    </div>
  )
}
