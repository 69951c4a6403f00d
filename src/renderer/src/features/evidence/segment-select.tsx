import { Select, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import type { FieldBands } from '../../../../shared/contract/evidence.ts'
import { CROSSED, fieldsIn } from '../../../../shared/contract/segment-field.ts'
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

type Props = {
  value: string | undefined
  onChange: (field: string | undefined) => void
  /** Of numbers with many values, as the run that is shown cuts them. */
  bands?: readonly FieldBands[] | undefined
}

/** Beside the cohorts, rows by one field of the persona, or by two crossed. */
export function SegmentSelect({ value, onChange, bands = [] }: Props) {
  const { data: known } = useQuery(fieldValuesQuery())
  const attributes = (known?.attributeKeys ?? []).map((key) => ({
    value: `attributes.${key}`,
    label: key,
  }))
  const [first, second] = value === undefined ? [] : fieldsIn(value)
  const common = { searchable: true, clearable: true, comboboxProps: { width: 200 } }
  const choices = (taken: string | undefined) =>
    [
      { group: 'Person', items: fields },
      { group: 'Attributes', items: attributes },
    ]
      .map(({ group, items }) => ({ group, items: items.filter((item) => item.value !== taken) }))
      .filter(({ items }) => items.length > 0)
  return (
    <>
      <BandTip field={first} bands={bands}>
        <Select
          {...common}
          aria-label="Segment by"
          placeholder="Segment by"
          w={first === undefined ? 160 : 130}
          data={choices(second)}
          value={first ?? null}
          onChange={(field) => onChange(field === null ? second : crossed(field, second))}
        />
      </BandTip>
      {first !== undefined && (
        <BandTip field={second} bands={bands}>
          <Select
            {...common}
            aria-label="Crossed with"
            placeholder="× and by"
            w={130}
            data={choices(first)}
            value={second ?? null}
            onChange={(field) => onChange(crossed(first, field))}
          />
        </BandTip>
      )}
    </>
  )
}

type TipProps = {
  field: string | undefined
  bands: readonly FieldBands[]
  children: ReactElement
}

function BandTip({ field, bands, children }: TipProps) {
  const labels = bands.find((one) => one.field === field)?.labels ?? []
  return (
    <Tooltip
      label={`In bands: ${labels.map(unbroken).join(' · ')}`}
      disabled={labels.length === 0}
      multiline
      maw={300}
      position="top"
      openDelay={250}
    >
      {children}
    </Tooltip>
  )
}

function crossed(first: string, second: string | null | undefined): string {
  return second == null ? first : first + CROSSED + second
}

/** A line may end between bands, but not inside one. */
function unbroken(label: string): string {
  return label.replaceAll(' ', '\u00a0').replaceAll('–', '\u2060–\u2060')
}
