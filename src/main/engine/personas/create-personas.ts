import { setImmediate } from 'node:timers/promises'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import { PersonaSeed, type Persona } from '../../../shared/contract/personas.ts'
import { relaxedTransaction } from '../db/relaxed.ts'
import type { WriteDb } from '../db/schema.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { insertPrepared } from '../memory/append-entries.ts'
import type { EmbeddingModel } from '../models/embedding-model.ts'
import type { Limits, UsageLog } from '../tenancy/limits.ts'
import { insertPersonas } from './personas.repo.ts'
import type { PreparedPersonas } from './prepare-personas.ts'
import { preparedChunks } from './prepared-chunks.ts'

export type CreateDeps = {
  db: WriteDb
  embedding: EmbeddingModel
  limits: Limits
  usage: UsageLog
  now: () => number
}

export type NewPersona = {
  seed: PersonaSeed
  /** Default 0. */
  randomSeed?: number | undefined
  /** Milliseconds: when the person was first described. Default: now. */
  describedAt?: number | undefined
}

export type CreateOptions = {
  signal?: AbortSignal | undefined
  /** After each commit: how many are stored, of how many. */
  onProgress?: ((done: number, total: number) => void) | undefined
}

/** Personas per transaction: about 240 memories and one wait for the disk. */
const PER_TRANSACTION = 20
/** Memories written, inside a transaction, between two turns of the event loop: about 5 ms. */
const MEMORIES_PER_TURN = 64

/**
 * Generates, embeds and stores personas with their memories, a chunk per transaction. What was
 * committed before an abort stays.
 *
 * @returns the stored personas in the order given
 * @throws EngineError `usage_limit_exceeded` before any work; `invalid_input` naming the first bad seed
 */
export async function createPersonas(
  deps: CreateDeps,
  tenantId: TenantId,
  wanted: readonly NewPersona[],
  { signal, onProgress }: CreateOptions = {},
): Promise<Persona[]> {
  const parsed = wanted.map(parseSeed)
  await deps.limits.requireRoom(tenantId, 'personas', parsed.length)
  const created: Persona[] = []
  const at = deps.now()
  const chunks = Array.from({ length: Math.ceil(parsed.length / PER_TRANSACTION) }, (_, i) => ({
    tenantId,
    at,
    wanted: parsed.slice(i * PER_TRANSACTION, (i + 1) * PER_TRANSACTION),
  }))
  for await (const chunk of preparedChunks({ embedding: deps.embedding, signal }, chunks)) {
    signal?.throwIfAborted()
    const seeds = parsed
      .slice(created.length, created.length + chunk.personas.length)
      .map(({ seed }) => seed)
    const isLast = created.length + chunk.personas.length === parsed.length
    created.push(...(await storeChunk(deps, chunk, { seeds, isLast })))
    onProgress?.(created.length, parsed.length)
    await setImmediate()
  }
  return created
}

function parseSeed({ seed, randomSeed = 0, describedAt }: NewPersona, index: number) {
  const result = PersonaSeed.safeParse(seed)
  if (result.success) return { seed: result.data, randomSeed, describedAt }
  const issues = result.error.issues.map((issue) => ({
    ...issue,
    path: ['personas', index, 'seed', ...issue.path],
  }))
  throw invalidInput(issues)
}

async function storeChunk(
  { db, usage, now }: CreateDeps,
  { personas, memories }: PreparedPersonas,
  { seeds, isLast }: { seeds: readonly PersonaSeed[]; isLast: boolean },
): Promise<Persona[]> {
  const lengths = new Map<PersonaId, number>()
  for (const { personaId } of memories) lengths.set(personaId, (lengths.get(personaId) ?? 0) + 1)
  const store = async (trx: WriteDb) => {
    const at = now()
    await insertPersonas(trx, personas)
    for (let i = 0; i < memories.length; i += MEMORIES_PER_TURN) {
      await setImmediate()
      await insertPrepared(trx, memories.slice(i, i + MEMORIES_PER_TURN), at)
    }
    await setImmediate()
  }
  // Whoever waits for all of them waits for the disk once: the last commit makes the others last.
  await (isLast ? db.transaction().execute(store) : relaxedTransaction(db, store))
  return personas.map((persona, i) => {
    const { tenantId, createdAt: timestamp } = persona
    usage.record(tenantId, 'persona_create', { tenant: tenantId, seed: seeds[i]!, timestamp })
    return { ...persona, timelineLength: lengths.get(persona.id) ?? 0 }
  })
}
