import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Run, RunProgress } from '../../../../shared/contract/runs.ts'
import { Label, RehearsalLabel } from '../../components/label.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { RunStatusLabel } from '../../components/run-status.tsx'
import { armWords } from '../../lib/arm-words.ts'
import { formatNumber, formatShare } from '../../lib/format.ts'
import { studyQuery } from '../studies/studies.queries.ts'
import { LatestAnswers } from './latest-answers.tsx'
import { RaiseBudget } from './raise-budget.tsx'
import { RunActions } from './run-actions.tsx'
import { RunErrors } from './run-errors.tsx'
import { RunMemories } from './run-memories.tsx'
import { RunPace } from './run-pace.tsx'
import classes from './run-page.module.css'
import { RunSpending } from './run-spending.tsx'
import { runQuery } from './runs.queries.ts'
import { TaskBar } from './task-bar.tsx'
import { isLive, useRunProgress } from './use-run-progress.ts'

const route = getRouteApi('/runs/$runId')

export function RunPage() {
  const { runId } = route.useParams()
  const query = useQuery(runQuery(runId))
  const { progress, isCut } = useRunProgress(runId, query.data?.status)
  // Events are newer than the answer while they flow; after an action the answer is.
  const run = query.data && progress && isLive(query.data.status) ? progress.run : query.data
  const { data: study } = useQuery({
    ...studyQuery(run?.studyId ?? ''),
    enabled: run !== undefined,
  })
  return (
    <Page
      title={run ? `Run ${run.number}` : 'Run'}
      crumbs={[
        { label: 'Studies', to: '/studies' },
        ...(study ? [{ label: study.name, to: `/studies/${study.id}` }] : []),
      ]}
      badge={
        run && (
          <>
            <RunStatusLabel status={run.status} />
            {run.purpose === 'robustness' && <Label>Robustness</Label>}
            {run.rehearsal && <RehearsalLabel />}
          </>
        )
      }
      actions={run && <RunActions run={run} />}
    >
      <QueryView query={query}>
        {(loaded) => <Monitor run={run ?? loaded} progress={progress} isCut={isCut} />}
      </QueryView>
    </Page>
  )
}

type MonitorProps = { run: Run; progress: RunProgress | null; isCut: boolean }

function Monitor({ run, progress, isCut }: MonitorProps) {
  const { tasks } = run
  const ended = tasks.succeeded + tasks.failed + tasks.cancelled
  return (
    <div className={classes.monitor}>
      <div className={classes.main}>
        {run.rehearsal && (
          <p>
            <RehearsalLabel long />
          </p>
        )}
        <div>
          <p className={classes.headline}>
            {formatNumber(ended)} of {formatNumber(tasks.total)} tasks
            {tasks.total > 0 && <span className="quiet"> {formatShare(ended / tasks.total)}</span>}
          </p>
          <TaskBar tasks={tasks} />
          <Beside arms={progress?.arms ?? []} />
          {tasks.total === 0 && <p>There was nobody to ask: the population is empty.</p>}
        </div>
        <RunPace run={run} progress={progress} isCut={isCut} />
        {run.status === 'budget_stopped' && <RaiseBudget run={run} />}
        <RunErrors run={run} errors={progress?.errors ?? []} />
        <LatestAnswers runId={run.id} latest={progress?.latest ?? []} isLive={isLive(run.status)} />
        <RunMemories run={run} />
      </div>
      <aside className={classes.facts} aria-label="Spending and facts">
        <RunSpending run={run} />
        <dl className={classes.numbers}>
          <Fact label="Model" value={run.modelName} />
          <Fact label="At the same time, at most" value={formatNumber(run.maxConcurrency)} />
          <Fact label="From the cache" value={formatNumber(run.answersFromCache)} />
          <Fact label="Manifest" value={run.manifestHash.slice(0, 12)} />
        </dl>
      </aside>
    </div>
  )
}

/** What of the tasks runs beside the study. */
function Beside({ arms }: { arms: RunProgress['arms'] }) {
  if (arms.length === 0) return null
  const parts = arms.map(
    ({ arm, succeeded, failed, total }) =>
      `${armWords(arm)} ${formatNumber(succeeded)} of ${formatNumber(total)}${failed > 0 ? `, ${formatNumber(failed)} failed` : ''}`,
  )
  return <p className="quiet small">Beside the study: {parts.join(' · ')}</p>
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="quiet small">{label}</dt>
      <dd className="number">{value}</dd>
    </div>
  )
}
