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
  /** 0–100. */
  readonly memoryStrength: number
  /** Words or phrases that open a repressed memory. */
  readonly triggers: readonly string[]
}

/** Types that a persona would rather not talk about: each carries its own pressure. */
export function isSensitive({ memoryType }: Pick<Memory, 'memoryType'>): boolean {
  return memoryType === 'shame' || memoryType === 'repressed'
}
