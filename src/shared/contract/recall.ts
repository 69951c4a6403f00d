import { z } from 'zod'
import { EntryId, Timestamp } from './ids.ts'
import { MemoryType } from './timeline.ts'

export const Vividness = z.enum(['vivid', 'clear', 'faded'])
export type Vividness = z.infer<typeof Vividness>

/** What the persona does with a recalled memory. */
export const Directive = z.object({
  kind: z.enum([
    'tell',
    'gist',
    'volunteer',
    'deflect',
    'admit-part',
    'avoid',
    'surface',
    'embellish',
  ]),
  /** One sentence for the model and for the reader: "Deflect: shame, pressure 0.20". */
  text: z.string(),
})
export type Directive = z.infer<typeof Directive>

/** Parts of the score, each already multiplied by its weight: they add up to `score`. */
export const ScoreParts = z.object({
  relevance: z.number(),
  strength: z.number(),
  recency: z.number(),
  typeBonus: z.number(),
  /** ≤ 0: what maximal marginal relevance took off. */
  redundancy: z.number(),
})
export type ScoreParts = z.infer<typeof ScoreParts>

/** How the candidate was found; 1-based ranks, null where that search did not find it. */
export const FoundBy = z.object({
  vectorRank: z.number().int().nullable(),
  textRank: z.number().int().nullable(),
  cosine: z.number().nullable(),
  /** Words of the question that it says, or that something like it stands for. */
  matchedTerms: z.array(z.string()),
  /** Share of the question's information that it says itself, 0–1. */
  coverage: z.number(),
  /** Share of what matches that its neighbours in the conversation say, 0–1. */
  context: z.number(),
})

export const RecalledMemory = z
  .object({
    entryId: EntryId,
    sequence: z.number().int(),
    eventAt: Timestamp,
    eventLabel: z.string(),
    memoryType: MemoryType,
    memoryStrength: z.number(),
    /** What forgetting has left of it; absent where the workspace does not forget. */
    effectiveStrength: z.number().optional(),
    vividness: Vividness,
    score: z.number(),
    parts: ScoreParts,
    foundBy: FoundBy,
    directive: Directive,
    /** What the prompt was given of it; empty for a repressed memory that stays shut. */
    text: z.string(),
  })
  .meta({ id: 'RecalledMemory' })
export type RecalledMemory = z.infer<typeof RecalledMemory>

export const CutMemory = z
  .object({
    entryId: EntryId,
    eventLabel: z.string(),
    score: z.number(),
    /** One sentence: below the floor, over the token budget, too like another… */
    reason: z.string(),
  })
  .meta({ id: 'CutMemory' })
export type CutMemory = z.infer<typeof CutMemory>

export const RecallQuery = z.object({
  q: z.string().trim().min(1).max(8000),
  k: z.coerce.number().int().min(1).max(50).default(8),
  asOf: z.iso.datetime({ offset: true }).optional(),
  pressure: z.coerce.number().min(0).max(1).default(0),
  /** Estimated tokens that all recalled texts together may take. Default: the workspace's setting. */
  tokenBudget: z.coerce.number().int().min(1).max(20_000).optional(),
  /** An entry whose outcome is explained, whatever it is. */
  explain: EntryId.optional(),
})
export type RecallQuery = z.infer<typeof RecallQuery>

/** What the token budget let through. */
export const RecallBudget = z.object({
  /** Estimated tokens. */
  limit: z.number().int(),
  used: z.number().int(),
  /** Memories left out for want of room. */
  cut: z.number().int(),
})
export type RecallBudget = z.infer<typeof RecallBudget>

/** Why one entry comes to mind for the question, or why not. */
export const ExplainedEntry = z.object({
  entryId: EntryId,
  outcome: z.enum(['recalled', 'left-out', 'not-found', 'not-there']),
  /** One sentence. */
  reason: z.string(),
})
export type ExplainedEntry = z.infer<typeof ExplainedEntry>

export const RecallAnswer = z
  .object({
    recalled: z.array(RecalledMemory),
    cut: z.array(CutMemory),
    budget: RecallBudget,
    /** Only where the query asks to `explain` an entry. */
    explained: ExplainedEntry.optional(),
  })
  .meta({ id: 'RecallAnswer' })
export type RecallAnswer = z.infer<typeof RecallAnswer>
