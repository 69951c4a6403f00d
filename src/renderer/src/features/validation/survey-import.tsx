import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SurveyColumnRole, SurveyPreview } from '../../../../shared/contract/human-surveys.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { FileDrop } from '../../components/file-drop.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { Section } from '../../components/section.tsx'
import { formatCount, formatNumber } from '../../lib/format.ts'
import { SurveyColumns } from './survey-columns.tsx'
import { SurveyItems } from './survey-items.tsx'
import { keepSurvey, previewSurvey } from './validation.queries.ts'
import classes from './validation.module.css'

type Props = { onKept: (surveyId: string) => void; onCancel: () => void }
type Roles = Readonly<Record<string, SurveyColumnRole>>
const nothingSaid = { name: '', source: '', population: '', publishedAt: '' }

/** What people answered, seen before it is kept: nothing is stored until then. */
export function SurveyImport({ onKept, onCancel }: Props) {
  const client = useQueryClient()
  const [text, setText] = useState('')
  const [roles, setRoles] = useState<Roles>({})
  const [layout, setLayout] = useState<SurveyPreview['layout'] | null>(null)
  const [about, setAbout] = useState(nothingSaid)
  const [typed] = useDebouncedValue(text, 300)
  const asRead = {
    text: typed,
    columns: Object.entries(roles).map(([name, role]) => ({ name, role })),
    ...(layout && { layout }),
  }
  const preview = useQuery({
    queryKey: ['human-survey-preview', asRead],
    queryFn: ({ signal }) => previewSurvey(asRead, signal),
    enabled: typed.trim() !== '',
    placeholderData: keepPreviousData,
    retry: false,
  })
  const keeping = useMutation({
    mutationFn: () => {
      const { publishedAt, ...said } = about
      return keepSurvey(client, {
        ...asRead,
        about: {
          ...noDetails,
          ...said,
          name: said.name.trim() || 'Survey',
          publishedAt: publishedAt || null,
        },
      })
    },
    onSuccess: ({ id }) => onKept(id),
  })
  const take = async (file: File) => {
    setText(await file.text())
    setRoles({})
    setLayout(null)
    setAbout((said) => ({ ...said, name: said.name || file.name.replace(/\.[^.]+$/, '') }))
  }
  return (
    <div className={classes.form}>
      <Section title="What people answered">
        <FileDrop label="Survey file" accept=".csv,.tsv,.txt" onFile={(file) => void take(file)} />
        <Textarea
          label="Or paste a table"
          description="A row per person with a column per question, or a row per answer with its count. The first line names the columns."
          placeholder={'question,answer,count\nI enjoy cooking.,Agree,412'}
          rows={5}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      </Section>
      {typed.trim() !== '' && (
        <QueryView query={preview}>
          {(seen) => (
            <>
              <Seen seen={seen} onLayout={setLayout} />
              <SurveyColumns
                columns={seen.columns}
                layout={seen.layout}
                onRole={(name, role) => setRoles((now) => ({ ...now, [name]: role }))}
              />
              <SurveyItems items={seen.items} />
              <AboutFields about={about} onChange={setAbout} />
            </>
          )}
        </QueryView>
      )}
      {keeping.error && <ErrorPanel error={keeping.error} />}
      <div className={classes.actions}>
        <Button
          disabled={!preview.data || preview.data.problem !== null || typed !== text}
          loading={keeping.isPending}
          onClick={() => keeping.mutate()}
        >
          Keep this survey
        </Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

const noDetails = {
  source: '',
  population: '',
  fieldworkFrom: null,
  fieldworkTo: null,
  publishedAt: null,
  licence: '',
  citation: '',
  designEffect: null,
}

type SeenProps = { seen: SurveyPreview; onLayout: (layout: SurveyPreview['layout']) => void }

function Seen({ seen, onLayout }: SeenProps) {
  const { layout, people, effectiveN, weighted, badLines, badCount, problem, notes } = seen
  return (
    <Section title="As it is read">
      <Select
        label="A row is"
        maw={280}
        allowDeselect={false}
        value={layout}
        data={[
          { value: 'answers', label: 'one person' },
          { value: 'counts', label: 'one answer with its count' },
        ]}
        onChange={(value) => value && onLayout(value as SurveyPreview['layout'])}
      />
      <p>
        {formatCount(Math.round(people), 'person', 'people')}
        {weighted && `, weighted; worth ${formatNumber(effectiveN)} independent ones`}
      </p>
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className="quiet">
          {note}
        </p>
      ))}
      {badCount > 0 && (
        <details>
          <summary>{formatCount(badCount, 'line')} cannot be read and would be left out</summary>
          <ul>
            {badLines.map(({ line, message }) => (
              <li key={line}>
                Line {line}: {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

type AboutProps = {
  about: typeof nothingSaid
  onChange: (about: typeof nothingSaid) => void
}

function AboutFields({ about, onChange }: AboutProps) {
  const field = (name: keyof typeof nothingSaid, label: string, description?: string) => (
    <TextInput
      label={label}
      description={description}
      value={about[name]}
      onChange={({ currentTarget }) => onChange({ ...about, [name]: currentTarget.value })}
    />
  )
  return (
    <Section title="Where it comes from">
      <div className={classes.fields}>
        {field('name', 'Name')}
        {field('source', 'Source')}
        {field('population', 'Who was asked')}
        <TextInput
          type="date"
          label="First published"
          description="A model may have read what was published before it was trained"
          value={about.publishedAt}
          onChange={({ currentTarget }) => onChange({ ...about, publishedAt: currentTarget.value })}
        />
      </div>
    </Section>
  )
}
