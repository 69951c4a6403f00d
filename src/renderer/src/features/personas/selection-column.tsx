import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { TimelineEntry } from '../../../../shared/contract/timeline.ts'
import { Label } from '../../components/label.tsx'
import { MemoryMark } from '../../components/memory-mark.tsx'
import { Section } from '../../components/section.tsx'
import { formatDateTime, formatDay, formatNumber } from '../../lib/format.ts'
import { vividnessOf } from '../../lib/timeline-order.ts'
import { RecallProbe } from './recall-probe.tsx'
import classes from './selection-column.module.css'
import { timelineQuery } from './timeline.queries.ts'

type Props = {
  personaId: string
  selectedId: string | undefined
  onSelect: (entry: TimelineEntry | undefined) => void
  onReplace: (entry: TimelineEntry) => void
}

/** Whatever is selected; without a selection, what a question would call to mind. */
export function SelectionColumn({ personaId, selectedId, onSelect, onReplace }: Props) {
  const { data } = useInfiniteQuery(timelineQuery(personaId))
  const entries = data?.pages.flatMap((page) => page.entries) ?? []
  const entry = entries.find(({ id }) => id === selectedId)
  const find = (id: string | null) => entries.find((other) => other.id === id)
  return (
    <aside aria-label="Selection" className={classes.column}>
      {entry ? (
        <EntryDetail
          entry={entry}
          replaced={find(entry.supersedes)}
          replacement={find(entry.supersededBy)}
          onSelect={onSelect}
          onReplace={() => onReplace(entry)}
        />
      ) : (
        <RecallProbe personaId={personaId} onSelect={(entryId) => onSelect(find(entryId))} />
      )}
    </aside>
  )
}

type DetailProps = {
  entry: TimelineEntry
  replaced: TimelineEntry | undefined
  replacement: TimelineEntry | undefined
  onSelect: (entry: TimelineEntry | undefined) => void
  onReplace: () => void
}

function EntryDetail({ entry, replaced, replacement, onSelect, onReplace }: DetailProps) {
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
      {replacement && <LinkedEntry label="Replaced by" entry={replacement} onSelect={onSelect} />}
      {replaced && <LinkedEntry label="Replaces" entry={replaced} onSelect={onSelect} />}
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
        {entry.supersededBy === null && (
          <Button size="xs" variant="default" onClick={onReplace}>
            Correct this memory
          </Button>
        )}
        <Button size="xs" variant="subtle" color="gray" onClick={() => onSelect(undefined)}>
          Close
        </Button>
      </div>
    </>
  )
}

function Prose({ title, text }: { title: string; text: string }) {
  return (
    <Section title={title}>
      <p className="reading">{text}</p>
    </Section>
  )
}

type LinkedProps = {
  label: string
  entry: TimelineEntry
  onSelect: (entry: TimelineEntry) => void
}

function LinkedEntry({ label, entry, onSelect }: LinkedProps) {
  return (
    <button type="button" className={classes.linked} onClick={() => onSelect(entry)}>
      <span className="quiet small">{label}</span>
      {entry.eventLabel}
    </button>
  )
}
