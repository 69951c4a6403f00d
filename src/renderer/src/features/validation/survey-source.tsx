import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { FileDrop } from '../../components/file-drop.tsx'
import { Section } from '../../components/section.tsx'
import { formatCount } from '../../lib/format.ts'
import { NoTableError, readTableFile } from '../../lib/read-table-file.ts'
import classes from './validation.module.css'

/** A table that was brought; `id` differs for every other text. */
export type BroughtTable = { readonly id: string; readonly name: string; readonly text: string }

type Props = {
  table: BroughtTable | null
  onTable: (table: BroughtTable | null) => void
}

/** A file, or a table pasted. What is in a file is not shown as text: it may be millions of signs. */
export function SurveySource({ table, onTable }: Props) {
  const [fault, setFault] = useState<string | null>(null)
  const take = async (file: File) => {
    setFault(null)
    try {
      const text = await readTableFile(file)
      onTable({
        id: `${file.name} ${file.size} ${file.lastModified}`,
        name: file.name.replace(/\.[^.]+$/, ''),
        text,
      })
    } catch (error) {
      if (!(error instanceof NoTableError)) throw error
      setFault(`${file.name}: ${error.message}`)
    }
  }
  const isFile = table !== null && table.name !== ''
  return (
    <Section title="What people answered">
      {isFile ? (
        <p className={classes.brought}>
          <strong>{table.name}</strong>
          <span className="quiet">{formatCount(table.text.length, 'character')}</span>
          <Button size="xs" variant="default" onClick={() => onTable(null)}>
            Another file
          </Button>
        </p>
      ) : (
        <>
          <FileDrop
            label="Survey file"
            accept=".csv,.tsv,.txt"
            onFile={(file) => void take(file)}
          />
          {fault && (
            <p role="alert" className={classes.problem}>
              {fault}
            </p>
          )}
          <Textarea
            label="Or paste a table"
            description="A row per person with a column per question; or a published table: a row per answer with its count, or its percentage and the number asked. The first line names the columns."
            placeholder={'question,answer,percent,n\nI enjoy cooking.,Agree,41,2034'}
            rows={5}
            value={table?.text ?? ''}
            onChange={({ currentTarget: { value } }) => {
              setFault(null)
              onTable(value === '' ? null : { id: value, name: '', text: value })
            }}
          />
        </>
      )}
    </Section>
  )
}
