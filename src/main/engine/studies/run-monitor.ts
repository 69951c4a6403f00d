import type { RunId } from '../../../shared/contract/ids.ts'
import type { RunProgress } from '../../../shared/contract/runs.ts'

type Latest = RunProgress['latest']

/** Finishes looked at for the rate. */
const WINDOW_MS = 30_000
const LATEST = 6
const STALLED_AFTER_MS = 10_000
/** A run without a finish for this many usual task times is stalled, not slow. */
const STALLED_TIMES = 5

export type Pace = Pick<RunProgress, 'ratePerSecond' | 'remainingMs' | 'stalled' | 'latest'>

/** What only the running process knows of its runs: pace and last answers. */
export type RunMonitor = {
  started(runId: RunId): void
  finished(runId: RunId, durationMs: number, latest: Latest): void
  /** Something about the run changed. */
  changed(runId: RunId): void
  pace(runId: RunId, waiting: number): Pace
  /** @returns ends the subscription */
  subscribe(runId: RunId, listener: () => void): () => void
}

type Record = { startedAt: number; finishes: number[]; durations: number[]; latest: Latest }

export function createRunMonitor(now: () => number): RunMonitor {
  const records = new Map<RunId, Record>()
  const listeners = new Map<RunId, Set<() => void>>()

  const recordOf = (runId: RunId): Record => {
    const known = records.get(runId)
    if (known) return known
    const fresh = { startedAt: now(), finishes: [], durations: [], latest: [] }
    records.set(runId, fresh)
    return fresh
  }
  const changed = (runId: RunId) => listeners.get(runId)?.forEach((listener) => listener())

  return {
    started: (runId) => void recordOf(runId),
    changed,
    finished(runId, durationMs, latest) {
      const record = recordOf(runId)
      record.finishes = [...record.finishes.filter((at) => at > now() - WINDOW_MS), now()]
      record.durations = [...record.durations.slice(-50), durationMs]
      record.latest = [...latest, ...record.latest].slice(0, LATEST)
      changed(runId)
    },
    pace(runId, waiting) {
      const record = records.get(runId)
      if (!record) return { ratePerSecond: null, remainingMs: null, stalled: false, latest: [] }
      const recent = record.finishes.filter((at) => at > now() - WINDOW_MS)
      const since = Math.max(record.startedAt, now() - WINDOW_MS)
      const rate =
        recent.length < 2 ? null : recent.length / Math.max(0.001, (now() - since) / 1000)
      const last = record.finishes.at(-1) ?? record.startedAt
      const usual = median(record.durations) ?? 0
      return {
        ratePerSecond: rate,
        remainingMs: rate === null ? null : Math.round((waiting / rate) * 1000),
        stalled: waiting > 0 && now() - last > Math.max(STALLED_AFTER_MS, STALLED_TIMES * usual),
        latest: record.latest,
      }
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

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}
