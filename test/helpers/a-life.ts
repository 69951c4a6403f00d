/// <reference types="node" />
import { randomUUID } from 'node:crypto'
import type { EntryId } from '../../src/shared/contract/ids.ts'
import type { EntrySource, MemoryType } from '../../src/shared/contract/timeline.ts'
import { toLife, type Life } from '../../src/renderer/src/features/timeline/life.ts'

type Memory = {
  at: string
  knownAt?: string
  label?: string
  type?: MemoryType
  source?: EntrySource
  strength?: number
  /** Index of what it replaces, in the order given. */
  replaces?: number
}

/** A timeline as the picture reads it: given in sequence, defaults filled in. */
export function aLife(...memories: readonly Memory[]): Life {
  const strengths = memories.map(({ strength = 50 }) => strength)
  return toLife({
    ids: memories.map(() => randomUUID() as EntryId),
    sequences: memories.map((_, index) => index + 1),
    eventAt: memories.map(({ at }) => Date.parse(at)),
    knownAt: memories.map(({ at, knownAt = at }) => Date.parse(knownAt)),
    labels: memories.map(({ label }, index) => label ?? `Memory ${index}`),
    types: memories.map(({ type = 'normal' }) => type),
    sources: memories.map(({ source = 'seed' }) => source),
    strengths,
    effectiveStrengths: strengths,
    supersedes: memories.map(({ replaces = -1 }) => replaces),
    supersededBy: memories.map((_, index) =>
      memories.findIndex(({ replaces }) => replaces === index),
    ),
  })
}
