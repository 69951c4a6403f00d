import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type {
  SurveyColumn,
  SurveyColumnRole,
  TableLayout,
} from '../../../../shared/contract/human-surveys.ts'
import { Section } from '../../components/section.tsx'
import { formatCount, formatNumber } from '../../lib/format.ts'
import classes from './validation.module.css'

const ofOneAnswer: readonly TableLayout[] = ['counts', 'wide']
const roles: { value: SurveyColumnRole; label: string; only?: readonly TableLayout[] }[] = [
  { value: 'question', label: 'Question' },
  { value: 'segment', label: 'Segment' },
  { value: 'weight', label: 'Weight', only: ['answers'] },
  { value: 'person', label: 'Person', only: ['answers'] },
  { value: 'answer', label: 'Answer', only: ['counts'] },
  { value: 'count', label: 'Count', only: ofOneAnswer },
  { value: 'percent', label: 'Share, %', only: ofOneAnswer },
  { value: 'base', label: 'Number asked', only: ofOneAnswer },
  { value: 'ignore', label: 'Leave out' },
]
const SHOWN = 40

type Props = {
  columns: readonly SurveyColumn[]
  layout: TableLayout
  onRole: (name: string, role: SurveyColumnRole) => void
}

/** What each column holds, as proposed; every proposal can be changed. */
export function SurveyColumns({ columns, layout, onRole }: Props) {
  const [wanted, setWanted] = useState('')
  const [most, setMost] = useState(SHOWN)
  const offered = roles.filter(({ only }) => only === undefined || only.includes(layout))
  const found = columns.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()))
  return (
    <Section title={`Columns, ${columns.length}`}>
      {columns.length > SHOWN && (
        <TextInput
          aria-label="Find a column"
          placeholder="Find a column"
          maw={280}
          value={wanted}
          onChange={({ currentTarget }) => setWanted(currentTarget.value)}
        />
      )}
      <div className={classes.scroll}>
        <table className={classes.numbers}>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Holds</th>
              <th scope="col">Values</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, most).map((column) => (
              <ColumnRow key={column.name} {...{ column, offered, onRole }} />
            ))}
          </tbody>
        </table>
      </div>
      {found.length > most && (
        <div>
          <Button variant="default" size="xs" onClick={() => setMost(most + 200)}>
            Show more of {formatNumber(found.length - most)}
          </Button>
        </div>
      )}
    </Section>
  )
}

type RowProps = {
  column: SurveyColumn
  offered: { value: SurveyColumnRole; label: string }[]
  onRole: Props['onRole']
}

function ColumnRow({ column, offered, onRole }: RowProps) {
  const { name, role, reason, distinct, values, missing } = column
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Select
          size="xs"
          w={140}
          aria-label={`What ${name} holds`}
          allowDeselect={false}
          value={role}
          data={offered}
          onChange={(value) => value && onRole(name, value as SurveyColumnRole)}
        />
      </td>
      <td>
        {values
          .slice(0, 4)
          .map(({ value }) => value || '(empty)')
          .join(', ')}
        {distinct > 4 && ` and ${distinct - 4} more`}
        {missing.length > 0 && (
          <span className="quiet"> ({formatCount(missing.length, 'value')} for no answer)</span>
        )}
      </td>
      <td className="quiet">{reason || 'You chose it'}</td>
    </tr>
  )
}
