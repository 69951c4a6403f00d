import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { Study } from '../../../../shared/contract/studies.ts'
import classes from './study-parts.module.css'

type Comparisons = Study['comparisons']
type Props = {
  questionIds: readonly string[]
  hasConditions: boolean
  value: Comparisons
  onChange: (value: Comparisons) => void
}

/** The comparisons named before launch: a question, and what it is compared by. */
export function ComparisonsInput({ questionIds, hasConditions, value, onChange }: Props) {
  const change = (at: number, part: Partial<Comparisons[number]>) =>
    onChange(value.map((one, i) => (i === at ? { ...one, ...part } : one)))
  const first = questionIds[0]
  return (
    <fieldset className={classes.fieldset}>
      <legend>Primary comparisons</legend>
      {value.map((comparison, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- two may be the same while typing
        <div key={i} className={classes.row}>
          <Select
            aria-label={`Question of comparison ${i + 1}`}
            w={220}
            allowDeselect={false}
            data={[...questionIds]}
            value={comparison.questionId}
            onChange={(questionId) => questionId && change(i, { questionId })}
          />
          <TextInput
            aria-label={`What comparison ${i + 1} is by`}
            w={220}
            placeholder="cohort, condition or gender"
            value={comparison.by}
            onChange={(event) => change(i, { by: event.currentTarget.value })}
          />
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={`Take out comparison ${i + 1}`}
            onClick={() => onChange(value.filter((_, other) => other !== i))}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        disabled={first === undefined}
        onClick={() =>
          onChange([...value, { questionId: first!, by: hasConditions ? 'condition' : 'cohort' }])
        }
      >
        Add a comparison
      </Button>
    </fieldset>
  )
}
