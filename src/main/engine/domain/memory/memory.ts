import type { EntryId } from '../../../../shared/contract/ids.ts'
import type { MemoryType } from '../../../../shared/contract/timeline.ts'

/** An entry of a timeline as recall reads it. */
export type Memory = {
  readonly entryId: EntryId
  readonly sequence: number
  /** ISO, UTC. */
  readonly eventAt: string
  /** The same instant in milliseconds. */
  readonly eventAtMs: number
  readonly eventLabel: string
  readonly facts: string
  readonly feelings: string
  readonly interpretation: string
  readonly memoryType: MemoryType
  /** As stored, 0–100. */
  readonly memoryStrength: number
  /** What forgetting has left of it, 0–100; absent where the workspace does not forget. */
  readonly effectiveStrength?: number
  /** Words or phrases that open a repressed memory. */
  readonly triggers: readonly string[]
}

/** What vividness and ranking go by, 0–100. Pressure goes by the stored strength. */
export function strengthNow({
  effectiveStrength,
  memoryStrength,
}: Pick<Memory, 'effectiveStrength' | 'memoryStrength'>): number {
  return effectiveStrength ?? memoryStrength
}

/** Types that a persona would rather not talk about: each carries its own pressure. */
export function isSensitive({ memoryType }: Pick<Memory, 'memoryType'>): boolean {
  return memoryType === 'shame' || memoryType === 'repressed'
}
