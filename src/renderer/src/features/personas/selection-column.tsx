import { Button, Tabs } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ConsistencyIssue } from '../../../../shared/contract/consistency.ts'
import type { TimelineEntry } from '../../../../shared/contract/timeline.ts'
import { Label } from '../../components/label.tsx'
import { MemoryMark } from '../../components/memory-mark.tsx'
import { Section } from '../../components/section.tsx'
import { formatDateTime, formatDay, formatNumber } from '../../lib/format.ts'
import { vividnessOf } from '../../lib/timeline-order.ts'
import { ConsistencyPanel } from '../memory/consistency-panel.tsx'
import { EntryForgetting } from '../memory/entry-forgetting.tsx'
import { IssueCard } from '../memory/issue-card.tsx'
import { consistencyQuery } from '../memory/memory.queries.ts'
import { RecallInspector } from '../memory/recall-inspector.tsx'
import { StatisticsPanel } from '../memory/statistics-panel.tsx'
import { WhyThis } from '../memory/why-this.tsx'
import classes from './selection-column.module.css'
import { timelineQuery } from './timeline.queries.ts'

type Props = {
  personaId: string
  timelineLength: number
  selectedId: string | undefined
  /** A day, or empty for now. */
  asOf: string
  panel: Panel
  onPanel: (panel: Panel) => void
  onSelect: (entry: TimelineEntry | undefined) => void
  onReplace: (entry: TimelineEntry, suggestion?: ConsistencyIssue['suggestion']) => void
}
export type Panel = 'recall' | 'issues' | 'numbers'

/** Whatever is selected; without a selection, the memory as a whole. */
export function SelectionColumn(props: Props) {
  const { personaId, selectedId, asOf, onSelect, onReplace } = props
  const { data } = useInfiniteQuery(timelineQuery(personaId))
  const { data: report } = useQuery(consistencyQuery(personaId))
  const entries = data?.pages.flatMap((page) => page.entries) ?? []
  const entry = entries.find(({ id }) => id === selectedId)
  const find = (id: string | null) => entries.find((other) => other.id === id)
  const about = {
    labelOf: (entryId: string) => find(entryId)?.eventLabel,
    onSelect: (entryId: string) => onSelect(find(entryId)),
    onEdit: ({ suggestion }: ConsistencyIssue) => {
      const replaced = suggestion && find(suggestion.entryId)
      if (replaced) onReplace(replaced, suggestion)
    },
  }
  const open = report?.issues.filter(({ dismissedAt }) => dismissedAt === null) ?? []
  return (
    <aside aria-label="Selection" className={classes.column}>
      {entry ? (
        <EntryDetail
          entry={entry}
          asOf={asOf}
          replaced={find(entry.supersedes)}
          replacement={find(entry.supersededBy)}
          onSelect={onSelect}
          onReplace={() => onReplace(entry)}
          issues={open
            .filter(({ entryIds }) => entryIds.includes(entry.id))
            .map((issue) => (
              <IssueCard key={issue.id} personaId={personaId} issue={issue} {...about} />
            ))}
        />
      ) : (
        <Whole {...props} {...about} openIssues={open.length} />
      )}
    </aside>
  )
}

type WholeProps = Pick<Props, 'personaId' | 'timelineLength' | 'asOf' | 'panel' | 'onPanel'> & {
  openIssues: number
  labelOf: (entryId: string) => string | undefined
  onSelect: (entryId: string) => void
  onEdit: (issue: ConsistencyIssue) => void
}

function Whole({ panel, onPanel, openIssues, asOf, ...about }: WholeProps) {
  return (
    <Tabs
      value={panel}
      onChange={(value) => onPanel((value ?? 'recall') as Panel)}
      keepMounted={false}
    >
      <Tabs.List mb={16}>
        <Tabs.Tab value="recall">Recall</Tabs.Tab>
        <Tabs.Tab value="issues">
          Consistency
          {openIssues > 0 && (
            <>
              {' '}
              <Label tone="warn">{formatNumber(openIssues)}</Label>
            </>
          )}
        </Tabs.Tab>
        <Tabs.Tab value="numbers">In numbers</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="recall" className={classes.column}>
        <RecallInspector personaId={about.personaId} asOf={asOf} onSelect={about.onSelect} />
      </Tabs.Panel>
      <Tabs.Panel value="issues">
        <ConsistencyPanel {...about} />
      </Tabs.Panel>
      <Tabs.Panel value="numbers">
        <StatisticsPanel personaId={about.personaId} />
      </Tabs.Panel>
    </Tabs>
  )
}

type DetailProps = {
  entry: TimelineEntry
  asOf: string
  /** Cards of what does not fit about it. */
  issues: readonly ReactNode[]
  replaced: TimelineEntry | undefined
  replacement: TimelineEntry | undefined
  onSelect: (entry: TimelineEntry | undefined) => void
  onReplace: () => void
}

function EntryDetail(props: DetailProps) {
  const { entry, asOf, issues, replaced, replacement, onSelect, onReplace } = props
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
      {issues}
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
      <WhyThis personaId={entry.personaId} entryId={entry.id} asOf={asOf} />
      <EntryForgetting personaId={entry.personaId} entryId={entry.id} />
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
