import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import {
  CohortGenerationBody,
  type CohortGenerationReport,
  type CohortGenerationJob,
  type CohortGenerationPreview,
} from '../../../shared/contract/cohort-generation.ts'
import { CohortBody } from '../../../shared/contract/cohorts.ts'
import {
  CohortId,
  type JobId,
  type PersonaId,
  type TenantId,
} from '../../../shared/contract/ids.ts'
import { planCohort, type CohortPlan } from '../domain/cohorts/generation/plan-cohort.ts'
import { personaKey } from '../domain/personas/persona-key.ts'
import { seed31 } from '../domain/random.ts'
import { EngineError } from '../errors.ts'
import { invalidInput } from '../http/invalid-input.ts'
import type { Job, JobQueue } from '../jobs/job-queue.ts'
import { createPersonas, type CreateDeps, type NewPersona } from '../personas/create-personas.ts'
import { removePersona } from '../personas/trash-persona.ts'
import type { CohortDeps } from './cohorts.ts'
import { insertCohort, insertRevision } from './cohorts.repo.ts'
import { findMade } from './generation.repo.ts'

const KIND = 'cohort_generation'
const FACES = 5
const LISTED = 20
/** Between two turns of the event loop: a few milliseconds. */
const DRAWN_PER_TURN = 50

export type GenerationDeps = CohortDeps &
  CreateDeps & {
    readonly jobs: Pick<JobQueue, 'register' | 'enqueue' | 'find' | 'list' | 'cancel'>
  }

/** How far the jobs are that this process works on, by id. */
export type GenerationProgress = Map<JobId, number>

/** What would be made; nothing is stored. @throws EngineError `invalid_input` naming what is wrong */
export function previewGeneration(body: CohortGenerationBody): CohortGenerationPreview {
  const { seedAt, report } = planned(body)
  const faces = Array.from({ length: Math.min(FACES, body.count) }, (_, i) => seedAt(i))
  return {
    report,
    sample: faces.map(({ firstName, lastName, age, location, baseOccupation, gender }) => ({
      firstName,
      lastName,
      age,
      location,
      baseOccupation,
      ...(gender !== undefined && { gender }),
    })),
  }
}

/** Accepts a request that is worked on later. What can be refused at once is. */
export async function enqueueGeneration(
  { jobs, limits }: GenerationDeps,
  tenantId: TenantId,
  body: CohortGenerationBody,
): Promise<Pick<CohortGenerationJob, 'jobId' | 'status'>> {
  planned(body)
  await limits.requireRoom(tenantId, 'personas', body.count)
  const job = await jobs.enqueue(tenantId, KIND, randomUUID(), body)
  return { jobId: job.id, status: job.status }
}

/**
 * Teaches the queue to generate cohorts; called once, before it starts. The cohort and the job's end
 * go in together; people are stored a chunk at a time, and who was stored before an interruption is
 * recognised and not made again. Cancelled: those made go to the trash.
 */
export function registerGeneration(deps: GenerationDeps): GenerationProgress {
  const progress: GenerationProgress = new Map()
  deps.jobs.register(KIND, async (job, { signal, complete }) => {
    const body = CohortGenerationBody.parse(job.payload)
    const plan = planned(body)
    const { report } = plan
    const wanted = await drawPeople(plan, body, signal)
    try {
      await makePeople(deps, job, wanted, { signal, onMade: (n) => progress.set(job.id, n) })
      const members = await madeBy(deps, job, wanted)
      await complete((trx) =>
        storeCohort({ ...deps, db: trx }, job.tenantId, { body, members, report }),
      )
    } catch (error) {
      const stands = await deps.jobs.find(job.tenantId, job.id)
      if (stands?.status === 'cancelled') await discard(deps, job, wanted)
      throw error
    } finally {
      progress.delete(job.id)
    }
  })
  return progress
}

type Person = NewPersona & { readonly key: string }

/** Everybody who is wanted, a few at a time: ten thousand take half a second. */
async function drawPeople(
  { seedAt }: CohortPlan,
  { count, randomSeed }: CohortGenerationBody,
  signal: AbortSignal,
): Promise<Person[]> {
  const people: Person[] = []
  for (let i = 0; i < count; i++) {
    const person = { seed: seedAt(i), randomSeed: seed31(randomSeed, 'person', i) }
    people.push({ ...person, key: personaKey(person.seed, person.randomSeed) })
    if (i % DRAWN_PER_TURN !== 0) continue
    signal.throwIfAborted()
    await setImmediate()
  }
  return people
}

async function makePeople(
  deps: GenerationDeps,
  job: Job,
  wanted: readonly Person[],
  { signal, onMade }: { signal: AbortSignal; onMade: (n: number) => void },
): Promise<void> {
  const made = await findMade(deps.db, job.tenantId, { keys: keysOf(wanted), since: job.createdAt })
  const missing = wanted.filter(({ key }) => !made.has(key))
  const before = wanted.length - missing.length
  onMade(before)
  await createPersonas(deps, job.tenantId, missing, {
    signal,
    onProgress: (done) => onMade(before + done),
  })
}

/** In the order they were planned. */
async function madeBy(
  deps: GenerationDeps,
  job: Job,
  wanted: readonly Person[],
): Promise<PersonaId[]> {
  const made = await findMade(deps.db, job.tenantId, { keys: keysOf(wanted), since: job.createdAt })
  return keysOf(wanted).flatMap((key) => made.get(key) ?? [])
}

async function discard(deps: GenerationDeps, job: Job, wanted: readonly Person[]): Promise<void> {
  for (const id of await madeBy(deps, job, wanted)) await removePersona(deps, job.tenantId, id)
}

function keysOf(wanted: readonly Person[]): string[] {
  return wanted.map(({ key }) => key)
}

async function storeCohort(
  { db, now }: Pick<GenerationDeps, 'db' | 'now'>,
  tenantId: TenantId,
  made: { body: CohortGenerationBody; members: PersonaId[]; report: CohortGenerationReport },
): Promise<{ cohortId: CohortId; report: CohortGenerationReport }> {
  const id = CohortId.parse(randomUUID())
  const { name } = made.body
  // Nobody by a rule, everybody by hand: whoever is like them later was not drawn with them.
  const body = CohortBody.parse({ name, criteria: { not: { all: [] } }, additions: made.members })
  const createdAt = now()
  await insertCohort(db, tenantId, { id, name, createdAt })
  await insertRevision(db, id, { id: randomUUID(), revision: 1, body, createdAt })
  return { cohortId: id, report: made.report }
}

/** @throws EngineError `not_found` */
export async function getGeneration(
  { jobs }: Pick<GenerationDeps, 'jobs'>,
  progress: GenerationProgress,
  tenantId: TenantId,
  jobId: JobId,
): Promise<CohortGenerationJob> {
  const found = await jobs.find(tenantId, jobId)
  if (found?.kind !== KIND) throw new EngineError('not_found', `No generation of a cohort ${jobId}`)
  return toJob(found, progress)
}

/** The latest, newest first. */
export async function listGenerationJobs(
  { jobs }: Pick<GenerationDeps, 'jobs'>,
  progress: GenerationProgress,
  tenantId: TenantId,
): Promise<CohortGenerationJob[]> {
  const found = await jobs.list(tenantId, KIND, LISTED)
  return found.map((each) => toJob(each, progress))
}

/** A job that is over already stays as it is. */
export async function cancelGeneration(
  deps: GenerationDeps,
  progress: GenerationProgress,
  tenantId: TenantId,
  jobId: JobId,
): Promise<CohortGenerationJob> {
  // Asked first: the id may belong to a job of another kind.
  await getGeneration(deps, progress, tenantId, jobId)
  await deps.jobs.cancel(tenantId, jobId)
  return getGeneration(deps, progress, tenantId, jobId)
}

function toJob(job: Job, progress: GenerationProgress): CohortGenerationJob {
  const { name, count } = CohortGenerationBody.parse(job.payload)
  const result =
    job.status === 'succeeded'
      ? (job.result as { cohortId: CohortId; report: CohortGenerationReport })
      : undefined
  const done = result ? count : (progress.get(job.id) ?? 0)
  return {
    jobId: job.id,
    status: job.status,
    name,
    createdAt: new Date(job.createdAt).toISOString(),
    progress: { done, total: count },
    ...(result && { cohortId: result.cohortId, report: result.report }),
    ...(job.error && { error: job.error.message }),
  }
}

function planned(body: CohortGenerationBody): CohortPlan {
  const plan = planCohort(body)
  if ('faults' in plan)
    throw invalidInput(plan.faults.map(({ path, message }) => ({ path: path.split('.'), message })))
  return plan
}
