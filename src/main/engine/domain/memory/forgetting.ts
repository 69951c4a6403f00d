import type { MemorySettings } from '../../../../shared/contract/memory-settings.ts'
import type { MemoryType } from '../../../../shared/contract/timeline.ts'

export type ForgettingSettings = MemorySettings['forgetting']

/** What decides how well a memory has lasted. */
export type Fading = {
  readonly memoryType: MemoryType
  /** As stored, 0–100. */
  readonly memoryStrength: number
  readonly eventAtMs: number
  /** Instants of the interviews that recalled it, milliseconds, in any order. */
  readonly rehearsedAt: readonly number[]
}

const YEAR_MS = 365.25 * 24 * 3_600_000
/** What rehearsals add at most, all together. */
const MOST_REHEARSED = 10
const FULL = 100

/** What is kept for the sake of the self, or kept down, stays as it is. */
export function fades({ memoryType }: Pick<Fading, 'memoryType'>): boolean {
  return memoryType !== 'pride' && memoryType !== 'shame' && memoryType !== 'repressed'
}

/**
 * Strength of a memory at an instant, 0–100. Human forgetting follows a power law (Wixted &
 * Ebbesen 1991): fast at first, then ever slower. A rehearsal begins it anew, a little higher; one
 * that is yet to come has no part in it.
 *
 * @param clock  milliseconds
 */
export function effectiveStrength(
  memory: Fading,
  clock: number,
  { exponent, rehearsal }: Pick<ForgettingSettings, 'exponent' | 'rehearsal'>,
): number {
  if (!fades(memory)) return memory.memoryStrength
  let since = memory.eventAtMs
  let times = 0
  for (const at of rehearsal ? memory.rehearsedAt : []) {
    if (at > clock) continue
    times += 1
    since = Math.max(since, at)
  }
  const rehearsed = Math.min(FULL, memory.memoryStrength + Math.min(MOST_REHEARSED, times))
  const years = Math.max(0, clock - since) / YEAR_MS
  return rehearsed * (1 + years) ** -exponent
}
