import { ActionIcon, Autocomplete, Button, Select } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Study } from '../../../../shared/contract/studies.ts'
import { fieldValuesQuery } from '../cohorts/cohorts.queries.ts'
import classes from './study-parts.module.css'

type Comparisons = Study['comparisons']
type Props = {
  /** Those that can be compared. */
  questions: readonly { readonly id: string; readonly text: string }[]
  hasConditions: boolean
  value: Comparisons
  onChange: (value: Comparisons) => void
}

/** The comparisons named before launch: a question, and what it is compared by. */
export function ComparisonsInput({ questions, hasConditions, value, onChange }: Props) {
  const { data: known } = useQuery(fieldValuesQuery())
  const by = [
    'cohort',
    ...(hasConditions ? ['condition'] : []),
    'gender',
    'location',
    'occupation',
    ...(known?.attributeKeys.map((key) => `attributes.${key}`) ?? []),
  ]
  const change = (at: number, part: Partial<Comparisons[number]>) =>
    onChange(value.map((one, i) => (i === at ? { ...one, ...part } : one)))
  const first = questions[0]
  return (
    <fieldset className={classes.fieldset}>
      <legend>Primary comparisons</legend>
      {value.map((comparison, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- two may be the same while typing
        <div key={i} className={classes.row}>
          <Select
            aria-label={`Question of comparison ${i + 1}`}
            w={270}
            allowDeselect={false}
            data={questions.map(({ id, text }) => ({
              value: id,
              label: text ? `${id}: ${text}` : id,
            }))}
            value={comparison.questionId}
            onChange={(questionId) => questionId && change(i, { questionId })}
          />
          <Autocomplete
            aria-label={`What comparison ${i + 1} is by`}
            w={180}
            placeholder="cohort, condition or gender"
            data={by}
            error={comparison.by.trim() === '' && 'Say what it is by'}
            value={comparison.by}
            onChange={(chosen) => change(i, { by: chosen })}
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
          onChange([
            ...value,
            { questionId: first!.id, by: hasConditions ? 'condition' : 'cohort' },
          ])
        }
      >
        Add a comparison
      </Button>
    </fieldset>
  )
}
