import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Evidence } from '../../../../shared/contract/evidence.ts'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { armWords } from '../../lib/arm-words.ts'
import type { TaskFilter } from '../runs/runs.queries.ts'
import { EvidenceFrame } from './evidence-frame.tsx'
import { EvidenceLoading } from './evidence-loading.tsx'
import { evidenceQuery } from './evidence.queries.ts'
import type { EvidenceSearch } from './evidence.search.ts'
import { ExportMenu } from './export-menu.tsx'
import { Findings } from './findings.tsx'
import { SegmentSelect } from './segment-select.tsx'
import { TaskDrawer } from './task-drawer.tsx'
import { warningFilter } from './warning-filter.ts'

const route = getRouteApi('/runs/$runId/evidence')

export function EvidencePage() {
  const { runId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(evidenceQuery(runId, search.segmentBy))
  const evidence = query.data
  const go = (next: EvidenceSearch) => void navigate({ search: next, resetScroll: false })
  const { segmentBy } = search
  const warning = evidence?.warnings.find(({ id }) => id === search.warning)
  const filter = warning ? warningFilter(warning) : toTaskFilter(search)
  return (
    <EvidenceFrame
      runId={runId}
      title="Findings"
      needsAnswers
      actions={
        <>
          <SegmentSelect
            value={segmentBy}
            bands={evidence?.bands}
            onChange={(field) => go(field ? { segmentBy: field } : {})}
          />
          <ExportMenu runId={runId} />
        </>
      }
    >
      {query.error && <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />}
      {!evidence && !query.error && <EvidenceLoading runId={runId} />}
      {evidence && (
        <Findings
          evidence={evidence}
          segmentBy={segmentBy}
          isFetching={query.isPlaceholderData}
          onOpen={(opened, measure) => go({ segmentBy, ...opened, measure } as EvidenceSearch)}
          onOpenTask={(task) => go({ segmentBy, task })}
          onOpenWarning={(id) => go({ segmentBy, warning: id })}
        />
      )}
      <TaskDrawer
        runId={runId}
        title={warning?.title ?? titleOf(evidence, search)}
        filter={filter}
        taskId={search.task}
        onTask={(task) => go({ ...search, task })}
        onClose={() => go(segmentBy ? { segmentBy } : {})}
      />
    </EvidenceFrame>
  )
}

/** The tasks the address asks for; null when it names no question. */
function toTaskFilter(search: EvidenceSearch): TaskFilter | null {
  const { questionId, value, measure, cohortId, condition, arm, segmentBy, segmentValue } = search
  if (questionId === undefined) return null
  return {
    questionId,
    ...(value !== undefined && { value }),
    ...(measure !== undefined && { measure }),
    ...(cohortId !== undefined && { cohortId: cohortId as never }),
    ...(condition !== undefined && { condition }),
    ...(arm !== undefined && { arm }),
    ...(segmentValue !== undefined && { segmentBy, segmentValue }),
  }
}

const specialValues: Record<string, string> = {
  __valid: 'All answers that count',
  __dont_know: 'don’t know',
  __refused: 'refused',
  __invalid: 'not understood',
}

function titleOf(evidence: Evidence | undefined, search: EvidenceSearch): string {
  const question = evidence?.questions.find(({ questionId }) => questionId === search.questionId)
  if (!question) return 'One answer'
  const { value = '' } = search
  const option = question.overall.shares?.find((share) => share.value === value)?.label
  const theme = question.themes.find(({ id }) => `__theme:${id}` === value)?.label
  const measure = question.overall.measures?.find(({ name }) => name === search.measure)?.label
  const who = [...question.segments, ...question.conditions].find(
    (segment) =>
      segment.value === (search.cohortId ?? search.condition ?? search.segmentValue ?? ''),
  )
  return [
    measure ?? specialValues[value] ?? option ?? theme ?? (value || 'All answers'),
    search.arm === undefined ? (who?.label ?? 'everyone') : armWords(search.arm),
  ].join(' · ')
}
