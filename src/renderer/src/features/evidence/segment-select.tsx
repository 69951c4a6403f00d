import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { fieldValuesQuery } from '../cohorts/cohorts.queries.ts'

const fields = [
  { value: 'gender', label: 'Gender' },
  { value: 'age', label: 'Age' },
  { value: 'location', label: 'Location' },
  { value: 'baseOccupation', label: 'Occupation' },
  { value: 'education', label: 'Education' },
  { value: 'income', label: 'Income' },
  { value: 'household', label: 'Household' },
  { value: 'language', label: 'Language' },
]

type Props = { value: string | undefined; onChange: (field: string | undefined) => void }

/** Beside the cohorts, rows by one field of the persona. */
export function SegmentSelect({ value, onChange }: Props) {
  const { data: known } = useQuery(fieldValuesQuery())
  const attributes = (known?.attributeKeys ?? []).map((key) => ({
    value: `attributes.${key}`,
    label: key,
  }))
  return (
    <Select
      aria-label="Segment by"
      placeholder="Segment by"
      w={160}
      clearable
      searchable
      data={[
        { group: 'Person', items: fields },
        { group: 'Attributes', items: attributes },
      ].filter(({ items }) => items.length > 0)}
      value={value ?? null}
      onChange={(field) => onChange(field ?? undefined)}
    />
  )
}
