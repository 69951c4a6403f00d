import { Select } from '@mantine/core'
import type {
  SurveyColumn,
  SurveyColumnRole,
  SurveyLayout,
} from '../../../../shared/contract/human-surveys.ts'
import { Section } from '../../components/section.tsx'
import { formatCount } from '../../lib/format.ts'
import classes from './validation.module.css'

const roles: { value: SurveyColumnRole; label: string; only?: SurveyLayout }[] = [
  { value: 'question', label: 'Question' },
  { value: 'segment', label: 'Segment' },
  { value: 'weight', label: 'Weight', only: 'answers' },
  { value: 'person', label: 'Person', only: 'answers' },
  { value: 'answer', label: 'Answer', only: 'counts' },
  { value: 'count', label: 'Count', only: 'counts' },
  { value: 'ignore', label: 'Leave out' },
]

type Props = {
  columns: readonly SurveyColumn[]
  layout: SurveyLayout
  onRole: (name: string, role: SurveyColumnRole) => void
}

/** What each column holds, as proposed; every proposal can be changed. */
export function SurveyColumns({ columns, layout, onRole }: Props) {
  const offered = roles.filter(({ only }) => only === undefined || only === layout)
  return (
    <Section title="Columns">
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
            {columns.map(({ name, role, reason, distinct, values, missing }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <Select
                    size="xs"
                    w={130}
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
                    .map(({ value }) => value)
                    .join(', ')}
                  {distinct > 4 && ` and ${distinct - 4} more`}
                  {missing.length > 0 && (
                    <span className="quiet">
                      {' '}
                      ({formatCount(missing.length, 'value')} for no answer)
                    </span>
                  )}
                </td>
                <td className="quiet">{reason || 'You chose it'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
