import {
  IconAlertTriangle,
  IconClockPause,
  IconHourglass,
  IconPlayerPause,
  IconPlayerPlay,
  IconSnail,
} from '@tabler/icons-react'
import { useEffect, useState, type ReactNode } from 'react'
import type { Run, RunConcurrency, RunProgress } from '../../../../shared/contract/runs.ts'
import { formatCount, formatDuration, formatNumber } from '../../lib/format.ts'
import classes from './run-page.module.css'
import { isLive } from './use-run-progress.ts'

type Props = { run: Run; progress: RunProgress | null; isCut: boolean }

/** Working, slow, waiting and stalled must not look alike, and each says why. */
export function RunPace({ run, progress, isCut }: Props) {
  if (isCut && isLive(run.status))
    return (
      <State kind="stalled" icon={<IconAlertTriangle size={18} />} title="Not connected">
        The workbench does not answer; this page tries again every two seconds. Answers given so far
        are safe.
      </State>
    )
  if (run.status === 'queued')
    return (
      <State kind="idle" icon={<IconHourglass size={18} />} title="About to begin">
        {run.tasks.total === 0 ? 'There is nobody to ask.' : 'It begins as soon as there is room.'}
      </State>
    )
  if (run.status === 'running') return <Running progress={progress} />
  if (run.status === 'paused') return <Paused run={run} />
  return <Ended run={run} />
}

function Running({ progress }: { progress: RunProgress | null }) {
  const activity = progress?.activity ?? 'working'
  const { concurrency = null, quietMs = null } = progress ?? {}
  if (activity === 'waiting' && concurrency?.pausedUntil)
    return (
      <State kind="waiting" icon={<IconClockPause size={18} />} title="Waiting for the endpoint">
        It asked for time until <Until iso={concurrency.pausedUntil} />. The run goes on by itself.
      </State>
    )
  if (activity === 'stalled')
    return (
      <State kind="stalled" icon={<IconAlertTriangle size={18} />} title="Stalled" isAlert>
        No task has finished for {formatDuration(quietMs ?? 0)}, much longer than usual. What is
        done is safe. Check that the model answers, then pause and resume.
      </State>
    )
  return (
    <State
      kind={activity === 'slow' ? 'slow' : 'working'}
      icon={activity === 'slow' ? <IconSnail size={18} /> : <IconPlayerPlay size={18} />}
      title={activity === 'slow' ? 'Slower than before' : 'Working'}
    >
      <Rate progress={progress} />
      {concurrency && <p className="quiet">{concurrencyWords(concurrency)}</p>}
    </State>
  )
}

function Rate({ progress }: { progress: RunProgress | null }) {
  const { ratePerSecond = null, remainingMs = null, remainingRange = null } = progress ?? {}
  if (ratePerSecond === null) return <p>Waiting for the first answers</p>
  return (
    <p>
      {formatRate(ratePerSecond)}
      {remainingMs !== null && `, about ${formatDuration(remainingMs)} left`}
      {remainingRange &&
        ` (${formatDuration(remainingRange.lowMs)} to ${formatDuration(remainingRange.highMs)} in nine of ten cases)`}
    </p>
  )
}

function formatRate(perSecond: number): string {
  return perSecond >= 1
    ? `${formatNumber(perSecond, perSecond < 10 ? 1 : 0)} tasks a second`
    : `${formatNumber(perSecond * 60, 1)} tasks a minute`
}

const causes: Record<RunConcurrency['cause'], string> = {
  full: 'as many as the run asks for',
  growing: 'more are tried while the endpoint keeps up',
  rate_limited: 'fewer, because the endpoint limits the rate',
  overloaded: 'fewer, because the endpoint is overloaded',
  slower: 'fewer, because more at once made every answer slower',
  shared: 'the rest goes to other runs',
}

function concurrencyWords({ inFlight, limit, max, sharedBy, cause }: RunConcurrency): string {
  const shared = sharedBy > 1 ? `, shared by ${formatCount(sharedBy, 'run')}` : ''
  return `${formatCount(inFlight, 'call')} under way. The endpoint takes ${limit} at once${shared}; this run asks for up to ${max}: ${causes[cause]}.`
}

function Paused({ run }: { run: Run }) {
  const { running, queued } = run.tasks
  return (
    <State kind="paused" icon={<IconPlayerPause size={18} />} title="Paused">
      {run.reason && <p>{run.reason}</p>}
      <p>
        {running > 0
          ? `${formatCount(running, 'task')} in hand ${running === 1 ? 'is' : 'are'} being finished; nothing new begins.`
          : `${formatCount(queued, 'task')} waiting. Nothing is sent until you resume.`}
      </p>
    </State>
  )
}

function Ended({ run }: { run: Run }) {
  if (run.status === 'budget_stopped') return null
  const took =
    run.startedAt && run.finishedAt ? Date.parse(run.finishedAt) - Date.parse(run.startedAt) : null
  return (
    <>
      {run.reason && <p className={classes.reason}>{run.reason}</p>}
      {took !== null && (
        <p className="quiet">
          Took {formatDuration(took)}
          {run.answersFromCache > 0 &&
            `; ${formatCount(run.answersFromCache, 'answer')} came from the cache at no cost`}
          .
        </p>
      )}
    </>
  )
}

type Kind = 'working' | 'slow' | 'waiting' | 'stalled' | 'paused' | 'idle'
type StateProps = {
  kind: Kind
  icon: ReactNode
  title: string
  isAlert?: boolean
  children: ReactNode
}

function State({ kind, icon, title, isAlert = false, children }: StateProps) {
  return (
    <div className={classes.state} data-kind={kind} role={isAlert ? 'alert' : 'status'}>
      {icon}
      <div>
        <strong>{title}</strong>
        <div>{children}</div>
      </div>
    </div>
  )
}

/** An instant to come, and the seconds to it. */
function Until({ iso }: { iso: string }) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  const left = Math.max(0, Date.parse(iso) - now)
  return (
    <>
      <strong className="number">{new Date(iso).toLocaleTimeString()}</strong>
      {left >= 1_000 && `, in ${formatDuration(left)}`}
    </>
  )
}
