import type { MemoryType } from '../../../../../shared/contract/timeline.ts'
import type { Life } from './life.ts'

/** What a memory feels like; decides tags and the words for feelings. */
export type Emotion =
  | 'joy'
  | 'pride'
  | 'shame'
  | 'fear'
  | 'grief'
  | 'anger'
  | 'love'
  | 'relief'
  | 'wonder'
  | 'loneliness'
  | 'excitement'
  | 'resolve'

/** One thing that may be told of a life, before it has words for feelings. */
export type Memory = {
  /** What it is about: no two memories of one person share it. */
  kind: string
  /** Fractional age at which it happened. */
  at: number
  /** Templates of grammar.ts. */
  label: string
  facts: string
  emotion: Emotion
  type: MemoryType
  /** How much it wants to be told: required ones are infinite. */
  weight: number
  /** Words for this memory only, over those of the life. */
  slots?: Readonly<Record<string, string>>
  /** Age at which the person learned of it, where later than it happened. */
  knownFrom?: number
  /** Words that bring a repressed memory back. */
  triggers?: readonly string[]
  /** Facts for machines: who, where, until when. */
  metadata?: Readonly<Record<string, unknown>>
}

/** A memory that may be told; when it happened is drawn only if it is. */
export type Candidate = Pick<Memory, 'kind' | 'emotion' | 'type' | 'weight'> & {
  tell(): Memory
}

/**
 * Something that may happen to anybody: a row of the event sheets.
 * `window` is in years of age, both ends included.
 */
export type LifeEvent = {
  kind: string
  window: readonly [from: number, to: number]
  emotion: Emotion
  type?: MemoryType
  label: string
  facts: string
  /** Default 1. */
  weight?: number
  triggers?: readonly string[]
  needs?: (life: Life) => boolean
}
