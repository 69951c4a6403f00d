import type { EntryId } from '../../../../shared/contract/ids.ts'
import { words } from '../text/tokenize.ts'
import type { Memory } from './memory.ts'

/** Hundredths of pressure by sensitive memory; a memory that is absent is under none. */
export type PressureByEntry = Readonly<Record<string, number>>

const PROBED = 25
const LEFT_ALONE = -15
const FULL = 100
/** Hundredths from which a shame is admitted in part. */
export const ADMITS_FROM = 50

/**
 * Pressure after a turn: up for the memories it probes, down for all others.
 *
 * @param probed  the sensitive memories that the turn's question is about
 */
export function movePressure(
  pressure: PressureByEntry,
  probed: readonly EntryId[],
): PressureByEntry {
  const moved: Record<string, number> = {}
  for (const [entryId, hundredths] of Object.entries(pressure)) {
    const lower = hundredths + LEFT_ALONE
    if (lower > 0) moved[entryId] = lower
  }
  for (const entryId of probed) {
    moved[entryId] = Math.min(FULL, (pressure[entryId] ?? 0) + PROBED)
  }
  return moved
}

/** Raises the probed memories, and no others, to at least `floor`, 0–1. */
export function withFloor(
  pressure: PressureByEntry,
  probed: readonly EntryId[],
  floor: number,
): PressureByEntry {
  const hundredths = Math.round(floor * FULL)
  if (hundredths === 0) return pressure
  const raised = probed.map((entryId) => [entryId, Math.max(hundredths, pressure[entryId] ?? 0)])
  return { ...pressure, ...Object.fromEntries(raised) }
}

/** Hundredths from which a repressed memory surfaces: the stronger, the later. */
export function surfacesFrom(strength: number): number {
  return 60 + (30 * strength) / 100
}

/** Which memories a text triggers: one of their triggers occurs in it, word for word. */
export function triggeredBy(text: string): (memory: Pick<Memory, 'triggers'>) => boolean {
  const spoken = ` ${words(text).join(' ')} `
  return ({ triggers }) =>
    triggers.some((trigger) => {
      const phrase = words(trigger).join(' ')
      return phrase !== '' && spoken.includes(` ${phrase} `)
    })
}
