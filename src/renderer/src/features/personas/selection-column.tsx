import { Button, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ConsistencyIssue } from '../../../../shared/contract/consistency.ts'
import type { TimelineEntry } from '../../../../shared/contract/timeline.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { Label } from '../../components/label.tsx'
import { SkeletonRows } from '../../components/loading.tsx'
import { MemoryMark } from '../../components/memory-mark.tsx'
import { Section } from '../../components/section.tsx'
import { formatDateTime, formatDay, formatNumber } from '../../lib/format.ts'
import { vividnessOf } from '../../lib/vividness.ts'
import { entryQuery } from '../timeline/timeline.queries.ts'
import { ConsistencyPanel } from '../memory/consistency-panel.tsx'
import { EntryForgetting } from '../memory/entry-forgetting.tsx'
import { IssueCard } from '../memory/issue-card.tsx'
import { RecallInspector } from '../memory/recall-inspector.tsx'
import { StatisticsPanel } from '../memory/statistics-panel.tsx'
import { WhyThis } from '../memory/why-this.tsx'
import classes from './selection-column.module.css'

export type Panel = 'recall' | 'issues' | 'numbers'

type Props = {
  personaId: string
  timelineLength: number
  selectedId: string | undefined
  /** A day; nothing later exists for what is asked here. */
  asOf: string | undefined
  panel: Panel
  /** What does not fit and was not dismissed. */
  issues: readonly ConsistencyIssue[]
  onPanel: (panel: Panel) => void
  onSelect: (entryId: string | undefined) => void
  onReplace: (entry: TimelineEntry) => void
  /** Opens a suggested correction for editing. */
  onEdit: (issue: ConsistencyIssue) => void
}

/** Whatever is selected; without a selection, the memory as a whole. */
export function SelectionColumn(props: Props) {
  const { selectedId } = props
  return (
    <aside aria-label="Selection" className={classes.column}>
      {selectedId ? (
        <SelectedEntry key={selectedId} {...props} entryId={selectedId} />
      ) : (
        <Whole {...props} />
      )}
    </aside>
  )
}

function Whole({ panel, onPanel, issues, asOf, ...about }: Props) {
  const { personaId, onSelect } = about
  return (
    <Tabs
      value={panel}
      onChange={(value) => onPanel((value ?? 'recall') as Panel)}
      keepMounted={false}
      className={classes.tabs}
    >
      <Tabs.List mb={16}>
        <Tabs.Tab value="recall">Recall</Tabs.Tab>
        <Tabs.Tab
          value="issues"
          rightSection={
            issues.length > 0 && <Label tone="warn">{formatNumber(issues.length)}</Label>
          }
        >
          Issues
        </Tabs.Tab>
        <Tabs.Tab value="numbers">Numbers</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="recall" className={classes.column}>
        <RecallInspector personaId={personaId} asOf={asOf} onSelect={onSelect} />
      </Tabs.Panel>
      <Tabs.Panel value="issues">
        <ConsistencyPanel {...about} />
      </Tabs.Panel>
      <Tabs.Panel value="numbers">
        <StatisticsPanel personaId={personaId} />
      </Tabs.Panel>
    </Tabs>
  )
}

type SelectedProps = Props & { entryId: string }

function SelectedEntry({ entryId, onReplace, ...about }: SelectedProps) {
  const { personaId, onSelect } = about
  const { data: entry, error, refetch } = useQuery(entryQuery(personaId, entryId))
  if (entry) return <EntryDetail {...about} entry={entry} onReplace={() => onReplace(entry)} />
  return error ? (
    <>
      <ErrorPanel error={error} onRetry={() => void refetch()} />
      <CloseButton onSelect={onSelect} />
    </>
  ) : (
    <SkeletonRows rows={4} height={64} />
  )
}

type DetailProps = Pick<Props, 'personaId' | 'asOf' | 'issues' | 'onSelect' | 'onEdit'> & {
  entry: TimelineEntry
  onReplace: () => void
}

function EntryDetail({ entry, asOf, issues, onReplace, ...about }: DetailProps) {
  const { personaId, onSelect } = about
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
      {issues
        .filter(({ entryIds }) => entryIds.includes(entry.id))
        .map((issue) => (
          <IssueCard key={issue.id} {...about} issue={issue} />
        ))}
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
      <WhyThis personaId={personaId} entryId={entry.id} asOf={asOf} />
      <EntryForgetting personaId={personaId} entryId={entry.id} />
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
