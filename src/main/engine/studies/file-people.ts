import { setImmediate } from 'node:timers/promises'
import type { PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { FileLife, StudyFile } from '../../../shared/contract/study-file.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import { personaKey } from '../domain/personas/persona-key.ts'
import { EngineError } from '../errors.ts'
import { createPersonas, type NewPersona } from '../personas/create-personas.ts'
import { seedOf } from '../personas/export-personas.ts'
import { readPersonas } from '../personas/import-personas.ts'
import { restoreLife } from '../personas/restore-lives.ts'
import { tellLives } from '../personas/told-lives.ts'
import type { ImportStudyOptions, StudyFileDeps } from './import-study.ts'

/** Keys computed between two turns of the event loop: a few milliseconds. */
const KEYS_PER_TURN = 100

type Picked = { readonly addedTo: readonly string[]; readonly takenOutOf: readonly string[] }
export type WantedPerson = NewPersona & Picked & { readonly life?: FileLife | undefined }
export type FoundPerson = Picked & { readonly persona: Persona }

/** Everybody the file names, in its order. @throws EngineError `invalid_input` for a line at fault */
export async function readPeople(
  { personas }: StudyFile,
  { readFile, signal }: ImportStudyOptions,
): Promise<WantedPerson[]> {
  const { randomSeed: seedOfAll, describedAt: timeOfAll } = personas
  const inline = (personas.inline ?? []).map((person): WantedPerson => {
    const { randomSeed = seedOfAll, describedAt = timeOfAll, ...rest } = person
    const { addedTo = [], takenOutOf = [], life, ...seed } = rest
    return { seed, randomSeed, describedAt: toMs(describedAt), addedTo, takenOutOf, life }
  })
  if (personas.file === undefined) return inline
  const format = /\.(jsonl|ndjson)$/i.test(personas.file) ? 'jsonl' : 'csv'
  const source = await readFile(personas.file)
  const read = await readPersonas({ source, format, randomSeed: seedOfAll }, signal)
  const [first] = read.errors
  // A study on whoever could be read would not be the study that was written.
  if (first)
    throw new EngineError(
      'invalid_input',
      `${personas.file} has ${read.failed} bad ${read.failed === 1 ? 'line' : 'lines'}; line ${first.line}: ${first.path ? `${first.path}: ` : ''}${first.message}`,
      {
        details: read.errors.map(({ line, path, message }) => ({
          path: `${personas.file}:${line}${path ? `:${path}` : ''}`,
          message,
        })),
      },
    )
  const listed = read.wanted.map((one): WantedPerson => ({
    ...one,
    describedAt: toMs(timeOfAll),
    addedTo: [],
    takenOutOf: [],
  }))
  return [...inline, ...listed]
}

type KeyedPerson = WantedPerson & { readonly key: string }

/**
 * Finds or makes each person. Who is told by a seed alone is whoever has that seed already, and the
 * same seed twice is one person. An exported file says when its people were made: then each of them
 * is a person, and somebody in the workspace is that person only while nothing has happened to them
 * that the file does not tell.
 *
 * @returns in the file's order
 * @throws EngineError `usage_limit_exceeded` before anybody is made
 */
export async function ensurePeople(
  deps: StudyFileDeps,
  tenantId: TenantId,
  wanted: readonly WantedPerson[],
  options: ImportStudyOptions,
): Promise<FoundPerson[]> {
  const keyed = await eachOnce(wanted)
  const take = await knownPeople(deps, tenantId, keyed)
  const found = keyed.map(take)
  const missing = keyed.filter((_, i) => !found[i])
  await deps.limits.requireRoom(tenantId, 'personas', missing.length)
  const made = await makePeople(deps, tenantId, missing, options)
  return keyed.map(({ addedTo, takenOutOf }, i) => ({
    persona: found[i] ?? made.shift()!,
    addedTo,
    takenOutOf,
  }))
}

async function eachOnce(wanted: readonly WantedPerson[]): Promise<KeyedPerson[]> {
  const keyed: KeyedPerson[] = []
  const seen = new Set<string>()
  for (const [i, one] of wanted.entries()) {
    if (i % KEYS_PER_TURN === 0) await setImmediate()
    const key = one.life?.personaKey ?? personaKey(one.seed, one.randomSeed ?? 0)
    if (!isExact(one) && seen.has(key)) continue
    seen.add(key)
    keyed.push({ ...one, key })
  }
  return keyed
}

const isExact = ({ describedAt, life }: WantedPerson) => describedAt !== undefined || !!life

/** Who of the workspace a wanted person is; nobody is two people. */
async function knownPeople(
  deps: StudyFileDeps,
  tenantId: TenantId,
  wanted: readonly KeyedPerson[],
): Promise<(one: KeyedPerson) => Persona | undefined> {
  const keys = new Set(wanted.map(({ key }) => key))
  const candidates = (await deps.people(tenantId)).filter((one) => keys.has(one.personaKey))
  const lives = wanted.some(isExact) ? await tellLives(deps.db, tenantId, candidates) : new Map()
  const byKey = Map.groupBy(candidates, (one) => one.personaKey)
  const taken = new Set<PersonaId>()
  return (one) => {
    const found = byKey
      .get(one.key)
      ?.find((other) => !taken.has(other.id) && (!isExact(one) || isSame(one, other, lives)))
    if (found) taken.add(found.id)
    return found
  }
}

function isSame(
  wanted: KeyedPerson,
  persona: Persona,
  lives: ReadonlyMap<PersonaId, FileLife>,
): boolean {
  const life = lives.get(persona.id)
  if (!wanted.life || !life) return !wanted.life && !life
  return (
    canonicalJson([wanted.seed, wanted.randomSeed ?? 0, plain(wanted.life)]) ===
    canonicalJson([seedOf(persona), persona.randomSeed, plain(life)])
  )
}

/** Defaults spelled out, so that equal lives are equal texts. */
function plain(life: FileLife) {
  const memories = life.memories.map((memory) => ({
    ...memory,
    metadata: memory.metadata ?? {},
    knownAt: memory.knownAt ?? memory.eventAt,
  }))
  return { ...life, memories }
}

/** In the order given: it is the order of creation, which weights are computed in. */
async function makePeople(
  deps: StudyFileDeps,
  tenantId: TenantId,
  missing: readonly KeyedPerson[],
  { signal, onProgress }: ImportStudyOptions,
): Promise<Persona[]> {
  const made: Persona[] = []
  const told = (n: number) => onProgress?.(n, missing.length)
  while (made.length < missing.length) {
    const { seed, randomSeed = 0, life, describedAt = deps.now() } = missing[made.length]!
    if (life) {
      const person = { seed, randomSeed, describedAt, life }
      made.push(await restoreLife(deps, tenantId, person, signal))
      told(made.length)
      continue
    }
    const from = made.length
    const nextTold = missing.findIndex((one, i) => i >= from && one.life)
    const batch = missing.slice(from, nextTold === -1 ? undefined : nextTold)
    const created = await createPersonas(deps, tenantId, batch, {
      signal,
      onProgress: (done) => told(from + done),
    })
    made.push(...created)
  }
  return made
}

const toMs = (instant: string | undefined) =>
  instant === undefined ? undefined : Date.parse(instant)
