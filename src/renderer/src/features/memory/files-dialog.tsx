import { Button, Modal } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { MemoryFile } from '../../../../shared/contract/memory-files.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { FileDrop } from '../../components/file-drop.tsx'
import { formatCount } from '../../lib/format.ts'
import { personasKey } from '../personas/personas.queries.ts'
import { timelineKey } from '../timeline/timeline.queries.ts'
import { discardFile, keepMemories, readFile } from './files.commands.ts'
import classes from './files-dialog.module.css'
import { memoryKey } from './memory.queries.ts'
import { showWarnings } from './show-warnings.ts'
import { ProposalEditor } from './proposal-editor.tsx'
import { problemOf, toDrafts, type Draft } from './proposals.ts'

type Props = { personaId: string; opened: boolean; onClose: () => void }

/** A file becomes proposed memories, which are read and edited before any is kept. */
export function FilesDialog({ personaId, opened, onClose }: Props) {
  const [file, setFile] = useState<MemoryFile | null>(null)
  const close = () => {
    setFile(null)
    onClose()
  }
  const discard = () => {
    if (file) void discardFile(personaId, file.id)
    close()
  }
  return (
    <Modal
      opened={opened}
      onClose={discard}
      title={file ? `Memories from ${file.name}` : 'Memories from a file'}
      size={file ? 'min(1120px, 92vw)' : 'lg'}
    >
      {file ? (
        <Review personaId={personaId} file={file} onKept={close} onDiscard={discard} />
      ) : (
        <Choose personaId={personaId} onRead={setFile} />
      )}
    </Modal>
  )
}

function Choose({ personaId, onRead }: { personaId: string; onRead: (file: MemoryFile) => void }) {
  const abort = useRef<AbortController | null>(null)
  const reading = useMutation({
    mutationFn: (file: File) => {
      abort.current = new AbortController()
      return readFile(personaId, file, abort.current.signal)
    },
    onSuccess: onRead,
  })
  return (
    <div className={classes.choose}>
      <p className="quiet">
        A diary, a letter, interview notes, a table of events: what reads like an event is proposed
        as a memory with a date and a type. Nothing is remembered before you have seen it. Up to 50
        MiB.
      </p>
      <FileDrop
        label="File with memories"
        accept=".txt,.md,.csv,.pdf"
        busy={reading.isPending}
        onFile={(file) => reading.mutate(file)}
      />
      {reading.isPending && (
        <Button
          variant="default"
          onClick={() => {
            abort.current?.abort()
            reading.reset()
          }}
        >
          Stop reading
        </Button>
      )}
      {reading.error && <ErrorPanel error={reading.error} />}
    </div>
  )
}

type ReviewProps = {
  personaId: string
  file: MemoryFile
  onKept: () => void
  onDiscard: () => void
}

function Review({ personaId, file, onKept, onDiscard }: ReviewProps) {
  const client = useQueryClient()
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => toDrafts(file.proposals))
  const kept = drafts.filter((draft) => draft.kept)
  const broken = kept.filter((draft) => problemOf(draft) !== null)
  const keeping = useMutation({
    mutationFn: () =>
      keepMemories(
        personaId,
        file.id,
        kept.map(({ entry }) => entry),
      ),
    onSuccess: async ({ warnings }) => {
      showWarnings(warnings)
      await Promise.all([
        client.invalidateQueries({ queryKey: timelineKey(personaId) }),
        client.invalidateQueries({ queryKey: memoryKey(personaId) }),
        client.invalidateQueries({ queryKey: [...personasKey, 'one', personaId] }),
      ])
      onKept()
    },
  })
  if (file.proposals.length === 0)
    return (
      <div className={classes.choose}>
        <p>Nothing in it reads like an event.</p>
        <Skipped file={file} />
        <div className={classes.actions}>
          <Button onClick={onDiscard}>Close</Button>
        </div>
      </div>
    )
  return (
    <div className={classes.review}>
      <ProposalEditor drafts={drafts} onChange={setDrafts} />
      <Skipped file={file} />
      {keeping.error && <ErrorPanel error={keeping.error} />}
      <div className={classes.actions}>
        <span className="quiet">
          {broken.length > 0 && `${formatCount(broken.length, 'memory', 'memories')} to mend first`}
        </span>
        <Button variant="default" onClick={onDiscard}>
          Discard all
        </Button>
        <Button
          loading={keeping.isPending}
          disabled={kept.length === 0 || broken.length > 0}
          onClick={() => keeping.mutate()}
        >
          Keep {formatCount(kept.length, 'memory', 'memories')}
        </Button>
      </div>
    </div>
  )
}

function Skipped({ file: { skipped } }: { file: MemoryFile }) {
  if (skipped.length === 0) return null
  return (
    <details>
      <summary className="quiet">{formatCount(skipped.length, 'passage')} left out</summary>
      <ul className={classes.skipped}>
        {skipped.slice(0, 200).map(({ where, reason }, i) => (
          <li key={`${where} ${i}`} className="small">
            {where} <span className="quiet">– {reason}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
