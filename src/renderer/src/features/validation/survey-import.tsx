import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type {
  PreviewSurveyRequest,
  SurveyColumnChoice,
  SurveyPreview,
} from '../../../../shared/contract/human-surveys.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { Section } from '../../components/section.tsx'
import { nothingSaid, SurveyAbout } from './survey-about.tsx'
import { SurveyColumns } from './survey-columns.tsx'
import { SurveyItems } from './survey-items.tsx'
import { SurveySeen } from './survey-seen.tsx'
import { SurveySource, type BroughtTable } from './survey-source.tsx'
import { keepSurvey, previewSurvey } from './validation.queries.ts'
import classes from './validation.module.css'

type Props = { onKept: (surveyId: string) => void; onCancel: () => void }
/** By column; what is absent is read as proposed. */
type Choices = Readonly<Record<string, SurveyColumnChoice>>

/** What people answered, seen before it is kept: nothing is stored until then. */
export function SurveyImport({ onKept, onCancel }: Props) {
  const client = useQueryClient()
  const [table, setTable] = useState<BroughtTable | null>(null)
  const [reading, setReading] = useState<Reading>(asProposed)
  const [about, setAbout] = useState(nothingSaid)
  const [shown] = useDebouncedValue(table, 300)
  const preview = useQuery({
    // The text itself may be millions of signs: its id stands for it.
    queryKey: ['human-survey-preview', shown?.id, reading],
    queryFn: ({ signal }) => previewSurvey(toRequest(shown!, reading), signal),
    enabled: shown !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const keeping = useMutation({
    mutationFn: () =>
      keepSurvey(client, {
        ...toRequest(shown!, reading),
        about: { ...about, name: about.name.trim() || shown!.name || 'Survey' },
      }),
    onSuccess: ({ id }) => onKept(id),
  })
  const take = (next: BroughtTable | null) => {
    setTable(next)
    // Typing on in a table keeps what was chosen for it.
    if (next === null || next.name !== '') setReading(asProposed)
    if (next?.name) setAbout((said) => ({ ...said, name: said.name || next.name }))
  }
  return (
    <div className={classes.form}>
      <SurveySource table={table} onTable={take} />
      {shown !== null && table !== null && (
        <QueryView query={preview}>
          {(seen) => (
            <>
              <ReadingFields seen={seen} reading={reading} onReading={setReading} />
              <Section title="Where it comes from">
                <SurveyAbout about={about} people={seen.people} onChange={setAbout} />
              </Section>
            </>
          )}
        </QueryView>
      )}
      {keeping.error && <ErrorPanel error={keeping.error} />}
      <div className={classes.actions}>
        <Button
          disabled={
            !preview.data || preview.isError || preview.data.problem !== null || shown !== table
          }
          loading={keeping.isPending}
          onClick={() => keeping.mutate()}
        >
          Keep this survey
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        {preview.isFetching && (
          <span role="status" className="quiet">
            Reading …
          </span>
        )}
      </div>
    </div>
  )
}

type Reading = {
  readonly choices: Choices
  readonly layout: SurveyPreview['layout'] | null
  readonly base: number | null
}
const asProposed: Reading = { choices: {}, layout: null, base: null }

function toRequest(
  { text }: BroughtTable,
  { choices, layout, base }: Reading,
): PreviewSurveyRequest {
  return {
    text,
    columns: Object.values(choices),
    ...(layout && { layout }),
    ...(base && { base }),
  }
}

type FieldsProps = {
  seen: SurveyPreview
  reading: Reading
  onReading: (next: Reading) => void
}

function ReadingFields({ seen, reading, onReading }: FieldsProps) {
  const { choices } = reading
  const change = (name: string, choice: Partial<SurveyColumnChoice>) => {
    const column = seen.columns.find((one) => one.name === name)
    if (!column) return
    const before = choices[name] ?? { name, role: column.role }
    const labels = choice.labels && { ...before.labels, ...choice.labels }
    const next = { ...before, ...choice, ...(labels && { labels }) }
    onReading({ ...reading, choices: { ...choices, [name]: next } })
  }
  return (
    <>
      <SurveySeen
        seen={seen}
        base={reading.base}
        onBase={(base) => onReading({ ...reading, base })}
        // Columns hold something else in a table of another kind.
        onLayout={(layout) => onReading({ ...reading, layout, choices: {} })}
      />
      <SurveyColumns
        columns={seen.columns}
        layout={seen.layout}
        onRole={(name, role) => change(name, { role })}
      />
      <SurveyItems seen={seen} onChange={change} />
    </>
  )
}
