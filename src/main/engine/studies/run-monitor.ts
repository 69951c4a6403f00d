import type { RunId } from '../../../shared/contract/ids.ts'
import type { RunConcurrency, RunProgress } from '../../../shared/contract/runs.ts'
import { timeLeft } from '../domain/studies/time-left.ts'
import { createFinishCounter, type FinishCounter } from './finish-counter.ts'

type Latest = RunProgress['latest']

const LATEST = 6
/** Task times kept for what is usual. */
const DURATIONS = 100
/** The last of them, held against what is usual. */
const RECENT = 10
const STALLED_AFTER_MS = 10_000
/** A run without a finish for this many usual task times is stalled, not slow. */
const STALLED_TIMES = 5
const SLOW_TIMES = 2

export type Pace = Omit<RunProgress, 'run' | 'errors' | 'concurrency' | 'arms'>

/** What only the running process knows of its runs: pace and last answers. */
export type RunMonitor = {
  started(runId: RunId): void
  finished(runId: RunId, durationMs: number, latest: Latest): void
  /** Something about the run changed. */
  changed(runId: RunId): void
  /** @param waiting  tasks that are to be done; 0 where the run does not go on */
  pace(runId: RunId, waiting: number, concurrency: RunConcurrency | null): Pace
  /** Nothing more is to be told of it, but its last answers. */
  ended(runId: RunId): void
  /** @returns ends the subscription */
  subscribe(runId: RunId, listener: () => void): () => void
}

type Record = {
  readonly finishes: FinishCounter
  lastAt: number
  durations: number[]
  latest: Latest
}

export function createRunMonitor(now: () => number): RunMonitor {
  const records = new Map<RunId, Record>()
  const listeners = new Map<RunId, Set<() => void>>()

  const recordOf = (runId: RunId): Record => {
    const known = records.get(runId)
    if (known) return known
    const fresh = {
      finishes: createFinishCounter(now()),
      lastAt: now(),
      durations: [],
      latest: [],
    }
    records.set(runId, fresh)
    return fresh
  }
  const changed = (runId: RunId) => listeners.get(runId)?.forEach((listener) => listener())

  return {
    started: (runId) => void recordOf(runId),
    changed,
    finished(runId, durationMs, latest) {
      const record = recordOf(runId)
      record.finishes.add(now())
      record.lastAt = now()
      record.durations.push(durationMs)
      if (record.durations.length > DURATIONS) record.durations.shift()
      record.latest = [...latest, ...record.latest].slice(0, LATEST)
      changed(runId)
    },
    pace(runId, waiting, concurrency) {
      const record = records.get(runId)
      if (!record) return { ...nothingYet, activity: waiting > 0 ? 'working' : 'idle' }
      const left = timeLeft(record.finishes.read(now()), waiting)
      const quietMs = Math.max(0, now() - record.lastAt)
      const activity = waiting === 0 ? 'idle' : activityOf(record, quietMs, concurrency, now())
      return {
        ratePerSecond: left.ratePerSecond,
        remainingMs: left.remainingMs,
        remainingRange: left.range,
        activity,
        quietMs,
        stalled: activity === 'stalled',
        latest: record.latest,
      }
    },
    ended(runId) {
      const record = records.get(runId)
      if (record) records.set(runId, { ...record, finishes: createFinishCounter(now()) })
      changed(runId)
    },
    subscribe(runId, listener) {
      const known = listeners.get(runId) ?? new Set()
      listeners.set(runId, known.add(listener))
      return () => {
        known.delete(listener)
        if (known.size === 0) listeners.delete(runId)
      }
    },
  }
}

const nothingYet = {
  ratePerSecond: null,
  remainingMs: null,
  remainingRange: null,
  quietMs: null,
  stalled: false,
  latest: [],
}

function activityOf(
  { durations }: Record,
  quietMs: number,
  concurrency: RunConcurrency | null,
  now: number,
): Pace['activity'] {
  // An endpoint that asked for time is waited for: nothing is wrong with the run.
  const until = concurrency?.pausedUntil
  if (until && Date.parse(until) > now) return 'waiting'
  const usual = median(durations) ?? 0
  if (quietMs > Math.max(STALLED_AFTER_MS, STALLED_TIMES * usual)) return 'stalled'
  const recent = median(durations.slice(-RECENT)) ?? 0
  const isSlow = durations.length >= 2 * RECENT && recent > SLOW_TIMES * usual
  return isSlow || quietMs > Math.max(STALLED_AFTER_MS / 2, SLOW_TIMES * usual) ? 'slow' : 'working'
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}
