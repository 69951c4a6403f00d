import {
  ActionIcon,
  Checkbox,
  MultiSelect,
  SegmentedControl,
  Textarea,
  TextInput,
} from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { Question } from '../../../../../shared/contract/questions.ts'
import type { EvaluationRule } from '../../../../../shared/contract/skill-evaluation.ts'
import { Label } from '../../../components/label.tsx'
import { ruleWords } from '../rule-words.ts'
import { CountField } from './answers/count-field.tsx'
import { ListField } from './answers/list-field.tsx'
import { FaultNotes } from './card-notes.tsx'
import classes from './editor.module.css'
import type { Fault } from './skill-draft.ts'

type Change = { rule: EvaluationRule; onChange: (rule: EvaluationRule) => void }
type Props = Change & {
  questions: readonly Question[]
  faults: readonly Fault[]
  onRemove: () => void
}

/** One rule: what it is called, whose answers it scores, and how. */
export function RuleCard({ rule, questions, faults, onChange, onRemove }: Props) {
  const { questionIds, ...rest } = rule
  return (
    <li className={`${classes.card} card`} aria-label={`Score ${rule.id}`}>
      <div className={classes.ruleHead}>
        <Label>{ruleWords[rule.type].name}</Label>
        <span className="quiet small">{ruleWords[rule.type].about}</span>
        <ActionIcon aria-label={`Remove “${rule.name}”`} onClick={onRemove}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      <div className={classes.body}>
        <div className={classes.row}>
          <TextInput
            label="Called"
            w={220}
            maxLength={100}
            value={rule.name}
            onChange={({ currentTarget: { value } }) => onChange({ ...rule, name: value })}
          />
          <MultiSelect
            label="Answers to"
            placeholder={questionIds?.length ? '' : 'Every open question'}
            w={320}
            data={questions.map(({ id }) => id)}
            value={questionIds ?? []}
            onChange={(ids) => onChange(ids.length > 0 ? { ...rest, questionIds: ids } : rest)}
          />
        </div>
        <RuleFields rule={rule} onChange={onChange} />
        <FaultNotes faults={faults} />
      </div>
    </li>
  )
}

const wants = [
  { value: 'any', label: 'Any is said' },
  { value: 'all', label: 'All are said' },
  { value: 'none', label: 'None is said' },
]

function RuleFields({ rule, onChange }: Change) {
  switch (rule.type) {
    case 'sentiment':
      return null
    case 'keywords':
      return (
        <>
          <SegmentedControl
            aria-label="Score 1 where"
            w="max-content"
            data={wants}
            value={rule.want}
            onChange={(want) => onChange({ ...rule, want: want as typeof rule.want })}
          />
          <ListField
            label="Words"
            item="Word"
            description="Whole words or several; case and accents do not count."
            lines={rule.words}
            onLines={(words) => onChange({ ...rule, words })}
          />
        </>
      )
    case 'pattern':
      return (
        <>
          <TextInput
            label="Regular expression"
            description="One that takes too long on an answer does not score it."
            maw={560}
            classNames={{ input: 'mono' }}
            maxLength={500}
            value={rule.pattern}
            onChange={({ currentTarget: { value } }) => onChange({ ...rule, pattern: value })}
          />
          <Checkbox
            label="Upper and lower case differ"
            checked={rule.caseSensitive}
            onChange={({ currentTarget: { checked } }) =>
              onChange({ ...rule, caseSensitive: checked })
            }
          />
        </>
      )
    case 'length':
      return (
        <div className={classes.row}>
          {(['min', 'max'] as const).map((field) => (
            <CountField
              key={field}
              label={field === 'min' ? 'At least, words' : 'At most, words'}
              w={140}
              min={field === 'min' ? 0 : 1}
              max={10_000}
              allowDecimal={false}
              value={rule[field]}
              onValue={(value) => onChange({ ...rule, [field]: value })}
            />
          ))}
        </div>
      )
    case 'similarity':
      return (
        <ListField
          label="Statements"
          item="Statement"
          description="What somebody at each point would say, lowest first; two to eleven."
          lines={rule.statements}
          onLines={(statements) => onChange({ ...rule, statements })}
        />
      )
    case 'rubric':
      return (
        <>
          <Textarea
            label="Criterion"
            placeholder="Names a concrete situation from their own life."
            autosize
            minRows={2}
            maxLength={2000}
            value={rule.criterion}
            onChange={({ currentTarget: { value } }) => onChange({ ...rule, criterion: value })}
          />
          <CountField
            label="Points at most"
            w={140}
            min={1}
            max={10}
            allowDecimal={false}
            value={rule.points}
            onValue={(points) => onChange({ ...rule, points: points as number })}
          />
        </>
      )
  }
}
