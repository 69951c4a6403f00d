import { Button } from '@mantine/core'
import { IconReportAnalytics } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { Run, RunProgress } from '../../../../shared/contract/runs.ts'
import { Label, RehearsalLabel } from '../../components/label.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { RunStatusLabel } from '../../components/run-status.tsx'
import { formatDuration, formatNumber } from '../../lib/format.ts'
import { studyQuery } from '../studies/studies.queries.ts'
import { LatestAnswers } from './latest-answers.tsx'
import { RunActions } from './run-actions.tsx'
import { RunErrors } from './run-errors.tsx'
import classes from './run-page.module.css'
import { runQuery } from './runs.queries.ts'
import { TaskBar } from './task-bar.tsx'
import { isLive, useRunProgress } from './use-run-progress.ts'

const route = getRouteApi('/runs/$runId')

export function RunPage() {
  const { runId } = route.useParams()
  const query = useQuery(runQuery(runId))
  const progress = useRunProgress(runId, query.data?.status)
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
            {run.rehearsal && <RehearsalLabel />}
          </>
        )
      }
      actions={run && <RunActions run={run} />}
    >
      <QueryView query={query}>
        {(loaded) => (
          <Monitor run={run ?? loaded} progress={progress} budget={study?.budgetTokens} />
        )}
      </QueryView>
    </Page>
  )
}

type MonitorProps = { run: Run; progress: RunProgress | null; budget: number | undefined }

function Monitor({ run, progress, budget }: MonitorProps) {
  const { tasks } = run
  const ended = tasks.succeeded + tasks.failed + tasks.cancelled
  return (
    <div className={classes.monitor}>
      {run.rehearsal && (
        <p>
          <RehearsalLabel long />
        </p>
      )}
      <div>
        <p className={classes.headline}>
          {formatNumber(ended)} of {formatNumber(tasks.total)} tasks
        </p>
        <TaskBar tasks={tasks} />
      </div>
      <Pace run={run} progress={progress} />
      {run.reason && <p className={classes.reason}>{run.reason}</p>}
      <dl className={classes.numbers}>
        <Fact label="Model" value={run.modelName} />
        <Fact label="At the same time" value={formatNumber(run.maxConcurrency)} />
        <Fact
          label="Tokens out"
          value={
            budget
              ? `${formatNumber(run.tokensOut)} of ${formatNumber(budget)}`
              : formatNumber(run.tokensOut)
          }
        />
        <Fact label="Tokens in" value={formatNumber(run.tokensIn)} />
        <Fact label="Manifest" value={run.manifestHash.slice(0, 12)} />
      </dl>
      <RunErrors run={run} errors={progress?.errors ?? []} />
      <LatestAnswers runId={run.id} latest={progress?.latest ?? []} isLive={isLive(run.status)} />
      {!isLive(run.status) && run.tasks.succeeded > 0 && (
        <div>
          <Button
            leftSection={<IconReportAnalytics size={16} />}
            renderRoot={(props) => (
              <Link to="/runs/$runId/evidence" params={{ runId: run.id }} {...props} />
            )}
          >
            Read the evidence
          </Button>
        </div>
      )}
    </div>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="quiet small">{label}</dt>
      <dd className="number">{value}</dd>
    </div>
  )
}

/** Slow says how long; stalled says that nothing moves. They must not look alike. */
function Pace({ run, progress }: { run: Run; progress: RunProgress | null }) {
  if (!isLive(run.status)) return <Ended run={run} />
  if (progress?.stalled)
    return (
      <div className={classes.stalled} role="alert">
        <strong>Stalled.</strong> No task has finished for much longer than usual. What is done is
        safe. Check that the model answers, then pause and resume.
      </div>
    )
  const rate = progress?.ratePerSecond ?? null
  const left = progress?.remainingMs ?? null
  return (
    <p className={classes.pace} role="status">
      {rate === null ? (
        'Waiting for the first answers'
      ) : (
        <>
          <Label tone="accent">{formatRate(rate)}</Label>{' '}
          {left !== null && `about ${formatDuration(left)} left at this rate`}
        </>
      )}
    </p>
  )
}

function formatRate(perSecond: number): string {
  return perSecond >= 1
    ? `${formatNumber(perSecond, perSecond < 10 ? 1 : 0)} tasks a second`
    : `${formatNumber(perSecond * 60, 1)} tasks a minute`
}

function Ended({ run }: { run: Run }) {
  if (!run.startedAt || !run.finishedAt) return null
  const ms = Date.parse(run.finishedAt) - Date.parse(run.startedAt)
  return <p className="quiet">Took {formatDuration(ms)}.</p>
}
