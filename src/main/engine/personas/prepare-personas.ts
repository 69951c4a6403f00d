import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { Persona, PersonaProfile, PersonaSeed } from '../../../shared/contract/personas.ts'
import { generatePersona } from '../domain/personas/generate-persona.ts'
import { prepareEntries, type PreparedEntries } from '../memory/append-entries.ts'
import type { EmbeddingModel } from '../models/embedding-model.ts'

export type WantedPersona = {
  readonly seed: PersonaSeed
  readonly randomSeed: number
  /** Milliseconds: when the person was first described; absent: `at`. */
  readonly describedAt?: number | undefined
}
export type PersonasToPrepare = {
  readonly tenantId: TenantId
  readonly wanted: readonly WantedPersona[]
  /** Milliseconds: the present of their lives, and when they are created. */
  readonly at: number
}
/** All that storing them needs, in the order wanted. */
export type PreparedPersonas = {
  readonly personas: Persona[]
  readonly memories: PreparedEntries
}

/** Generating takes a little less than a millisecond. */
const GENERATED_PER_TURN = 5

/** Generates personas with their lives and embeds these: everything slow about making them. */
export async function preparePersonas(
  embedding: EmbeddingModel,
  { tenantId, wanted, at: present }: PersonasToPrepare,
  signal?: AbortSignal,
): Promise<PreparedPersonas> {
  const items = []
  for (const [i, { seed, randomSeed, describedAt: at = present }] of wanted.entries()) {
    if (i % GENERATED_PER_TURN === GENERATED_PER_TURN - 1) await setImmediate()
    const { biography, ...generated } = generatePersona(seed, { randomSeed, now: at })
    const createdAt = new Date(at).toISOString()
    const dated = { createdAt, updatedAt: createdAt }
    items.push({
      persona: newPersona(tenantId, { seed, randomSeed, ...generated, ...dated }),
      entries: biography,
    })
  }
  const memories = await prepareEntries(
    { embedding },
    items.map(({ persona, entries }) => ({
      personaId: persona.id,
      tenantId,
      entries,
      source: 'seed' as const,
    })),
    signal,
  )
  return { personas: items.map(({ persona }) => persona), memories }
}

/** What a persona is made of, besides its life. */
export type PersonaParts = {
  readonly seed: PersonaSeed
  readonly randomSeed: number
  readonly personaKey: string
  readonly summary: string
  readonly profile: PersonaProfile
  readonly createdAt: string
  readonly updatedAt: string
}

/** A persona of an id of its own that nobody has stored yet. */
export function newPersona(tenantId: TenantId, parts: PersonaParts): Persona {
  const { seed, profile, ...rest } = parts
  const { attributes = {}, ...identity } = seed
  return {
    ...identity,
    attributes,
    id: randomUUID() as PersonaId,
    tenantId,
    ...rest,
    ...profile,
    timelineLength: 0,
  }
}
