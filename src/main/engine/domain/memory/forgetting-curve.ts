import { effectiveStrength, type Fading, type ForgettingSettings } from './forgetting.ts'

export type CurvePoint = { readonly at: number; readonly strength: number }

/** Points between two kinks, and of the longest stretch. */
const FEWEST = 3
const MOST = 60

/**
 * How a memory fades from its event on, in order of time. Each rehearsal is a kink: the millisecond
 * before it, and the jump.
 *
 * @param until  milliseconds
 */
export function forgettingCurve(
  memory: Fading,
  until: number,
  settings: ForgettingSettings,
): CurvePoint[] {
  const begin = memory.eventAtMs
  if (until <= begin) return [pointAt(memory, begin, settings)]
  const kinks = settings.rehearsal ? kinksOf(memory, until) : []
  const starts = [begin, ...kinks]
  return starts.flatMap((start, i) => {
    const next = starts[i + 1]
    const instants = spread(start, next === undefined ? until : next - 1, until - begin)
    return instants.map((at) => pointAt(memory, at, settings))
  })
}

function kinksOf({ eventAtMs, rehearsedAt }: Fading, until: number): number[] {
  const inside = rehearsedAt.filter((at) => at > eventAtMs && at < until)
  return [...new Set(inside)].sort((a, b) => a - b)
}

/** Instants from `start` to `end`, denser where it fades fast. @param whole  the curve's length */
function spread(start: number, end: number, whole: number): number[] {
  if (end <= start) return [start]
  const steps = Math.max(FEWEST, Math.round((MOST * (end - start)) / whole)) - 1
  const instants = Array.from({ length: steps + 1 }, (_, i) =>
    Math.round(start + (end - start) * (i / steps) ** 2),
  )
  return [...new Set(instants)]
}

function pointAt(memory: Fading, at: number, settings: ForgettingSettings): CurvePoint {
  return { at, strength: effectiveStrength(memory, at, settings) }
}
