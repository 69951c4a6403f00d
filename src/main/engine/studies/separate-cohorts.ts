import { randomUUID } from 'node:crypto'
import type {
  CohortSeparation,
  SeparationJob,
  SeparationRequest,
} from '../../../shared/contract/cohort-analysis.ts'
import type { CohortId, JobId, TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import { getStored, type CohortDeps } from '../cohorts/cohorts.ts'
import { inTurns } from '../cohorts/in-turns.ts'
import { separate, type PersonAnswers } from '../domain/cohorts/separation/separate.ts'
import { fieldsOf } from '../domain/criteria/fields-of.ts'
import { EngineError } from '../errors.ts'
import { invalidInput } from '../http/invalid-input.ts'
import type { JobQueue } from '../jobs/job-queue.ts'
import { findPersonas } from '../personas/find-personas.ts'
import type { TurnDeps } from '../prompting/turn.ts'
import { getSkill } from '../skills/skills.ts'
import { manifestOutsideRun, requireAskable } from './ask-outside-run.ts'
import { askTask } from './ask-task.ts'
import type { FindModel } from './create-study.ts'
import {
  choosePeople,
  definitionHash,
  requireEnough,
  SEPARATION_KIND,
  Work,
} from './separation-work.ts'

/** Interviews held at a time: a model's endpoint has other callers. */
const AT_ONCE = 4

export type SeparationDeps = TurnDeps &
  CohortDeps & {
    readonly findModel: FindModel
    readonly jobs: Pick<JobQueue, 'register' | 'enqueue' | 'find' | 'list' | 'cancel'>
  }
/** Interviews held by the jobs that this process works on, by id. */
export type SeparationProgress = Map<JobId, number>

/**
 * Accepts a separation of a cohort from a neighbour by the newest version of a skill. What can be
 * refused at once is.
 *
 * @throws EngineError `not_found`; `invalid_input` for a variable without a value, broken logic, an
 *   unknown model, the cohort itself as neighbour, or too few people who are not in both
 */
export async function enqueueSeparation(
  deps: SeparationDeps,
  tenantId: TenantId,
  cohortId: CohortId,
  request: Omit<SeparationRequest, 'tenantId'>,
): Promise<Pick<SeparationJob, 'jobId' | 'status'>> {
  if (request.neighbourId === cohortId)
    throw invalidInput([{ path: ['neighbourId'], message: 'must be another cohort' }])
  const [cohort, neighbour, skill] = await Promise.all([
    getStored(deps, tenantId, cohortId),
    getStored(deps, tenantId, request.neighbourId),
    getSkill(deps.db, tenantId, request.skillId),
  ])
  await requireAskable(deps, tenantId, skill, request)
  const { people, inBoth } = await choosePeople(deps, tenantId, { ...request, cohortId })
  const names = [cohort.name, neighbour.name] as const
  requireEnough(people, inBoth, names)
  const work: Work = Work.parse({
    ...request,
    cohortId,
    names,
    definitions: [definitionHash(cohort), definitionHash(neighbour)],
    definingFields: [...fieldsOf(cohort.criteria), ...fieldsOf(neighbour.criteria)],
    people: people.map((ones) => ones.map(({ id }) => id)),
    inBoth,
    skillVersionId: skill.versionId,
    skillName: skill.name,
    body: skill,
  })
  const job = await deps.jobs.enqueue(tenantId, SEPARATION_KIND, randomUUID(), work)
  return { jobId: job.id, status: job.status }
}

/** Teaches the queue to separate cohorts; called once, before it starts. */
export function registerSeparation(deps: SeparationDeps): SeparationProgress {
  const progress: SeparationProgress = new Map()
  deps.jobs.register(SEPARATION_KIND, async (job, { signal, complete }) => {
    const work = Work.parse(job.payload)
    try {
      const result = await separateCohorts(deps, job.tenantId, work, {
        signal,
        onInterview: () => progress.set(job.id, (progress.get(job.id) ?? 0) + 1),
      })
      await complete(async () => result)
    } finally {
      progress.delete(job.id)
    }
  })
  return progress
}

type Watch = { readonly signal: AbortSignal; readonly onInterview: () => void }

async function separateCohorts(
  deps: SeparationDeps,
  tenantId: TenantId,
  work: Work,
  watch: Watch,
): Promise<CohortSeparation> {
  const answers = await interview(deps, tenantId, work, watch)
  const { names, definingFields, randomSeed, inBoth } = work
  const found = await inTurns(
    separate({
      questions: work.body.questions,
      names,
      answers: answers.people,
      definingFields,
      randomSeed,
    }),
  )
  return {
    modelName: answers.modelName,
    rehearsal: answers.rehearsal,
    asked: [answers.people[0].length, answers.people[1].length],
    inBoth,
    ...found,
  }
}

/** What each of the people answered who is still there, in order. */
async function interview(
  deps: SeparationDeps,
  tenantId: TenantId,
  work: Work,
  { signal, onInterview }: Watch,
) {
  const model = await deps.findModel(tenantId, work.model)
  if (!model) throw new EngineError('invalid_input', `The model "${work.model}" is not configured`)
  const condition = { id: 'separation', name: 'Separation' }
  const manifest = manifestOutsideRun(condition, work, { model, now: deps.now() })
  const found = await findPersonas(deps.db, tenantId, work.people.flat())
  const groups = work.people.map((ids) => ids.flatMap((id) => found.get(id) ?? []))
  const ask = async (persona: Persona): Promise<PersonAnswers> => {
    const task = {
      tenantId,
      persona,
      manifest,
      model,
      unitKey: `${persona.personaKey} separation 1`,
      condition: condition.id,
      replicate: 1,
      lastSequence: Number.MAX_SAFE_INTEGER,
    }
    const { answers } = await askTask(deps, task, signal)
    onInterview()
    return new Map(
      answers.flatMap(({ questionId, status, value }) =>
        status === 'valid' && value !== null ? [[questionId, value] as const] : [],
      ),
    )
  }
  const all = await inOrder(groups.flat(), ask, signal)
  const first = groups[0]!.length
  const people = [all.slice(0, first), all.slice(first)] as const
  return { modelName: model.name, rehearsal: model.rehearsal, people }
}

/** A few at a time; the first that fails, or the signal, stops the rest. */
async function inOrder<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  signal: AbortSignal,
): Promise<R[]> {
  const results = new Array<R>(items.length)
  let [next, failed] = [0, false]
  const worker = async () => {
    while (next < items.length && !failed) {
      signal.throwIfAborted()
      const at = next++
      try {
        results[at] = await work(items[at]!)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return results
}
