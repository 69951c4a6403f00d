import { NumberInput, Select } from '@mantine/core'
import type { SurveyPreview } from '../../../../shared/contract/human-surveys.ts'
import { Section } from '../../components/section.tsx'
import { formatCount, formatNumber } from '../../lib/format.ts'
import classes from './validation.module.css'

type Props = {
  seen: SurveyPreview
  base: number | null
  onLayout: (layout: SurveyPreview['layout']) => void
  onBase: (base: number | null) => void
}

/** What the table became, what it could not be read of, and what a reader should know of it. */
export function SurveySeen({ seen, base, onLayout, onBase }: Props) {
  const { layout, columns, people, effectiveN, weighted, badLines, badCount } = seen
  const asksForBase =
    columns.some(({ role }) => role === 'percent') && !columns.some(({ role }) => role === 'base')
  return (
    <Section title="As it is read">
      <div className={classes.fields}>
        <Select
          label="A row is"
          allowDeselect={false}
          value={layout}
          data={[
            { value: 'answers', label: 'one person' },
            { value: 'counts', label: 'one answer and its number' },
            { value: 'wide', label: 'one question, all answers' },
          ]}
          onChange={(value) => value && onLayout(value as SurveyPreview['layout'])}
        />
        {asksForBase && (
          <NumberInput
            label="People asked"
            description="Shares alone do not say how many"
            min={1}
            max={1_000_000_000}
            allowDecimal={false}
            value={base ?? ''}
            onChange={(value) => onBase(typeof value === 'number' && value > 0 ? value : null)}
          />
        )}
      </div>
      {seen.problem ? (
        <p role="alert" className={classes.problem}>
          {seen.problem}
        </p>
      ) : (
        <p>
          {formatCount(Math.round(people), 'person', 'people')}
          {weighted && `, weighted; worth ${formatNumber(effectiveN)} independent ones`}
        </p>
      )}
      {seen.notes.map((note) => (
        <p key={note} className="quiet">
          {note}
        </p>
      ))}
      {badCount > 0 && (
        <details>
          <summary>{formatCount(badCount, 'line')} cannot be read and would be left out</summary>
          <ul>
            {badLines.map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                Line {line}: {message}
              </li>
            ))}
            {badCount > badLines.length && (
              <li>and {formatNumber(badCount - badLines.length)} more</li>
            )}
          </ul>
        </details>
      )}
    </Section>
  )
}
