import { Button } from '@mantine/core'
import { useState } from 'react'
import type {
  SurveyColumnChoice,
  SurveyPreview,
} from '../../../../shared/contract/human-surveys.ts'
import { Section } from '../../components/section.tsx'
import { formatNumber } from '../../lib/format.ts'
import { ItemReading } from './item-reading.tsx'
import classes from './validation.module.css'

const SHOWN = 40

type Props = {
  seen: SurveyPreview
  /** How a column is read: what it asked, what codes stand for, what is no answer. */
  onChange: (name: string, choice: Partial<SurveyColumnChoice>) => void
}

/** The questions that a file would become, and how each is read. */
export function SurveyItems({ seen, onChange }: Props) {
  const [most, setMost] = useState(SHOWN)
  const questions = seen.items.filter(({ kind }) => kind === 'question')
  if (questions.length === 0) return null
  const columns = new Map(seen.columns.map((column) => [column.name, column]))
  return (
    <Section title={`Questions, ${questions.length}`}>
      <div className={classes.scroll}>
        <table className={classes.numbers}>
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col">Answered</th>
              <th scope="col">No answer</th>
              <th scope="col">Answers</th>
            </tr>
          </thead>
          <tbody>
            {questions.slice(0, most).map((item) => {
              const column = seen.layout === 'answers' ? columns.get(item.id) : undefined
              return (
                <tr key={item.id}>
                  <th scope="row">
                    {item.text}
                    {column && (
                      <ItemReading
                        item={item}
                        column={column}
                        onChange={(choice) => onChange(item.id, choice)}
                      />
                    )}
                  </th>
                  <td>{formatNumber(item.n)}</td>
                  <td>{formatNumber(item.missing)}</td>
                  <td>
                    {item.values
                      .slice(0, 7)
                      .map(({ label, share }) => `${label} ${formatNumber(100 * share)} %`)
                      .join(item.ordered ? ' < ' : ', ')}
                    {item.values.length > 7 && ` and ${item.values.length - 7} more`}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {questions.length > most && (
        <div>
          <Button variant="default" size="xs" onClick={() => setMost(most + 200)}>
            Show more of {formatNumber(questions.length - most)}
          </Button>
        </div>
      )}
    </Section>
  )
}
