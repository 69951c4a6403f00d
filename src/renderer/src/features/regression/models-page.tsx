import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ErrorPanel } from '../../components/error-panel.tsx'
import { SkeletonRows } from '../../components/loading.tsx'
import { EvidenceFrame } from '../evidence/evidence-frame.tsx'
import { evidenceQuery } from '../evidence/evidence.queries.ts'
import { ExplainTool } from './explain-tool.tsx'
import classes from './models-page.module.css'
import type { ModelsSearch } from './models.search.ts'
import { ScaleTool } from './scale-tool.tsx'

const route = getRouteApi('/runs/$runId/models')

const tools = [
  { value: 'explain', label: 'Explain an answer' },
  { value: 'scale', label: 'Build a scale' },
]

/** Weighted models of a run's answers, and scales of several questions. */
export function ModelsPage() {
  const { runId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(evidenceQuery(runId, undefined))
  const evidence = query.data
  const { tool = 'explain' } = search
  const choose = (next: Partial<ModelsSearch>) =>
    void navigate({ search: { ...search, ...next }, resetScroll: false })
  return (
    <EvidenceFrame
      runId={runId}
      title="Models"
      needsAnswers
      actions={
        <SegmentedControl
          aria-label="Tool"
          data={tools}
          value={tool}
          onChange={(value) => choose({ tool: value as ModelsSearch['tool'] })}
        />
      }
    >
      {query.error && <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />}
      {!evidence && !query.error && <SkeletonRows rows={3} height={160} />}
      {evidence && (
        <div className={classes.page}>
          {tool === 'explain' ? (
            <ExplainTool {...{ runId, evidence, search, choose }} />
          ) : (
            <ScaleTool {...{ runId, evidence, search, choose }} />
          )}
          <p className="quiet small">{evidence.caveat}</p>
        </div>
      )}
    </EvidenceFrame>
  )
}
