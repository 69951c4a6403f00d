import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { TimelineEntry } from '../../../../shared/contract/timeline.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Label } from '../../components/label.tsx'
import { SkeletonRows } from '../../components/loading.tsx'
import { MemoryMark } from '../../components/memory-mark.tsx'
import { Section } from '../../components/section.tsx'
import { formatDateTime, formatDay, formatNumber } from '../../lib/format.ts'
import { vividnessOf } from '../../lib/vividness.ts'
import { entryQuery } from '../timeline/timeline.queries.ts'
import { RecallProbe } from './recall-probe.tsx'
import classes from './selection-column.module.css'

type Props = {
  personaId: string
  selectedId: string | undefined
  /** A day; nothing later exists for what is asked here. */
  asOf: string | undefined
  onSelect: (entryId: string | undefined) => void
  onReplace: (entry: TimelineEntry) => void
}

/** Whatever is selected; without a selection, what a question would call to mind. */
export function SelectionColumn({ personaId, selectedId, asOf, onSelect, onReplace }: Props) {
  return (
    <aside aria-label="Selection" className={classes.column}>
      {selectedId ? (
        <SelectedEntry
          key={selectedId}
          personaId={personaId}
          entryId={selectedId}
          onSelect={onSelect}
          onReplace={onReplace}
        />
      ) : (
        <RecallProbe personaId={personaId} asOf={asOf} onSelect={onSelect} />
      )}
    </aside>
  )
}

type SelectedProps = Pick<Props, 'personaId' | 'onSelect' | 'onReplace'> & { entryId: string }

function SelectedEntry({ personaId, entryId, onSelect, onReplace }: SelectedProps) {
  const { data: entry, error, refetch } = useQuery(entryQuery(personaId, entryId))
  if (entry)
    return (
      <EntryDetail
        personaId={personaId}
        entry={entry}
        onSelect={onSelect}
        onReplace={() => onReplace(entry)}
      />
    )
  return error ? (
    <>
      <ErrorPanel error={error} onRetry={() => void refetch()} />
      <CloseButton onSelect={onSelect} />
    </>
  ) : (
    <SkeletonRows rows={4} height={64} />
  )
}

type DetailProps = Pick<Props, 'personaId' | 'onSelect'> & {
  entry: TimelineEntry
  onReplace: () => void
}

function EntryDetail({ personaId, entry, onSelect, onReplace }: DetailProps) {
  const { supersededBy, supersedes } = entry
  return (
    <>
      <div>
        <div className={classes.kind}>
          <MemoryMark type={entry.memoryType} word />
          <Label>
            {vividnessOf(entry.memoryStrength)} · {formatNumber(entry.memoryStrength)}
          </Label>
        </div>
        <h2>{entry.eventLabel}</h2>
        <p className="quiet">{formatDay(entry.eventAt)}</p>
      </div>
      {supersededBy && (
        <LinkedEntry label="Replaced by" id={supersededBy} {...{ personaId, onSelect }} />
      )}
      {supersedes && <LinkedEntry label="Replaces" id={supersedes} {...{ personaId, onSelect }} />}
      {entry.supersedeReason && <Prose title="Why it was replaced" text={entry.supersedeReason} />}
      <Prose title="Facts" text={entry.facts} />
      <Prose title="Feelings" text={entry.feelings} />
      <Prose title="Interpretation" text={entry.interpretation} />
      {entry.emotionTags.length > 0 && (
        <div className={classes.kind}>
          {entry.emotionTags.map((tag) => (
            <Label key={tag}>{tag}</Label>
          ))}
        </div>
      )}
      <p className="quiet small">
        Number {entry.sequence} · from {entry.source} · known since {formatDay(entry.knownAt)} ·
        written {formatDateTime(entry.createdAt)}
      </p>
      <div className={classes.kind}>
        {supersededBy === null && (
          <Button size="xs" variant="default" onClick={onReplace}>
            Correct this memory
          </Button>
        )}
        <CloseButton onSelect={onSelect} />
      </div>
    </>
  )
}

function CloseButton({ onSelect }: Pick<Props, 'onSelect'>) {
  return (
    <Button size="xs" variant="subtle" color="gray" onClick={() => onSelect(undefined)}>
      Close
    </Button>
  )
}

function Prose({ title, text }: { title: string; text: string }) {
  return (
    <Section title={title}>
      <p className="reading">{text}</p>
    </Section>
  )
}

type LinkedProps = Pick<Props, 'personaId' | 'onSelect'> & { label: string; id: string }

function LinkedEntry({ label, id, personaId, onSelect }: LinkedProps) {
  const { data } = useQuery(entryQuery(personaId, id))
  return (
    <button type="button" className={classes.linked} onClick={() => onSelect(id)}>
      <span className="quiet small">{label}</span>
      {data?.eventLabel ?? '…'}
    </button>
  )
}
