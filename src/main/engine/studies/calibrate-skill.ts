import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { SkillId, SkillVersionId, type JobId, type TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import {
  CalibrateSkillRequest,
  SkillCalibration,
  type CalibratedQuestion,
  type CalibrationJob,
} from '../../../shared/contract/skill-calibration.ts'
import { SkillBody } from '../../../shared/contract/skills.ts'
import { resolveMembers, type CohortDeps } from '../cohorts/cohorts.ts'
import { kindOf } from '../domain/questions/kinds/index.ts'
import { isRepair } from '../domain/questions/prompt-text.ts'
import { chooseDiverse } from '../domain/skills/calibration/choose-diverse.ts'
import { findSigns, type CalibrationAnswer } from '../domain/skills/calibration/find-signs.ts'
import { EngineError } from '../errors.ts'
import { invalidInput } from '../http/router.ts'
import type { Job, JobQueue } from '../jobs/job-queue.ts'
import { toIso } from '../memory/instant.ts'
import type { TurnDeps } from '../prompting/turn.ts'
import { getSkill } from '../skills/skills.ts'
import { manifestOutsideRun, requireAskable } from './ask-outside-run.ts'
import { askTask, type AskedTask } from './ask-task.ts'
import type { FindModel } from './create-study.ts'

const KIND = 'skill_calibration'
/** Everybody is asked so often: what somebody says the second time tells how sure it was. */
const REPLICATES = 2
const LISTED = 100

export type CalibrationDeps = TurnDeps &
  CohortDeps & {
    readonly findModel: FindModel
    readonly jobs: Pick<JobQueue, 'register' | 'enqueue' | 'find' | 'list' | 'cancel'>
  }
/** Interviews held by the jobs that this process works on, by id. */
export type CalibrationProgress = Map<JobId, number>

const Work = CalibrateSkillRequest.omit({ tenantId: true }).extend({
  skillId: SkillId,
  skillVersionId: SkillVersionId,
  body: SkillBody.strip(),
})
type Work = z.infer<typeof Work>

/**
 * Accepts a calibration of a skill's newest version. What can be refused at once is.
 *
 * @throws EngineError `not_found`; `invalid_input` for a variable without a value, broken logic, an
 *   unknown model or nobody to ask
 */
export async function enqueueCalibration(
  deps: CalibrationDeps,
  tenantId: TenantId,
  skillId: SkillId,
  request: Omit<CalibrateSkillRequest, 'tenantId'>,
): Promise<Pick<CalibrationJob, 'jobId' | 'status'>> {
  const skill = await getSkill(deps.db, tenantId, skillId)
  await requireAskable(deps, tenantId, skill, request)
  const people = await peopleFor(deps, tenantId, request)
  if (people.length === 0)
    throw invalidInput([
      { path: ['cohortId'], message: 'must have somebody to ask: create personas first' },
    ])
  const work: Work = Work.parse({
    ...request,
    skillId,
    skillVersionId: skill.versionId,
    body: skill,
  })
  const job = await deps.jobs.enqueue(tenantId, KIND, randomUUID(), work)
  return { jobId: job.id, status: job.status }
}

/** Teaches the queue to calibrate; called once, before it starts. */
export function registerCalibration(deps: CalibrationDeps): CalibrationProgress {
  const progress: CalibrationProgress = new Map()
  deps.jobs.register(KIND, async (job, { signal, complete }) => {
    const work = Work.parse(job.payload)
    try {
      const result = await calibrate(deps, job, work, {
        signal,
        onInterview: (done) => progress.set(job.id, done),
      })
      await complete(async () => result)
    } finally {
      progress.delete(job.id)
    }
  })
  return progress
}

type Watch = { readonly signal: AbortSignal; readonly onInterview: (done: number) => void }

async function calibrate(
  deps: CalibrationDeps,
  { tenantId }: Job,
  work: Work,
  { signal, onInterview }: Watch,
): Promise<SkillCalibration> {
  const model = await deps.findModel(tenantId, work.model)
  if (!model) throw new EngineError('invalid_input', `The model "${work.model}" is not configured`)
  const people = await peopleFor(deps, tenantId, work)
  const condition = { id: 'calibration', name: 'Calibration' }
  const manifest = manifestOutsideRun(condition, work, { model, now: deps.now() })
  const interviews: Interview[] = []
  for (const persona of people)
    for (let replicate = 1; replicate <= REPLICATES; replicate++) {
      signal.throwIfAborted()
      const task = {
        tenantId,
        persona,
        manifest,
        model,
        unitKey: `${persona.personaKey} calibration ${replicate}`,
        condition: condition.id,
        replicate,
        lastSequence: Number.MAX_SAFE_INTEGER,
      }
      interviews.push({ persona, replicate, asked: await askTask(deps, task, signal) })
      onInterview(interviews.length)
    }
  return {
    modelName: model.name,
    rehearsal: model.rehearsal,
    personas: people.map((persona) => ({ id: persona.id, name: nameOf(persona) })),
    questions: work.body.questions.map((question) => {
      const answers = interviews.flatMap((interview) => answerTo(question.id, interview))
      return {
        questionId: question.id,
        type: question.type,
        signs: findSigns(question, answers, people.length * REPLICATES),
        answers: answers.map((answer): CalibratedQuestion['answers'][number] => ({
          personaName: answer.person,
          replicate: answer.replicate,
          status: answer.status,
          words:
            answer.value === null ? answer.text : kindOf(question).inWords(question, answer.value),
          text: answer.text,
        })),
      }
    }),
  }
}

type Interview = {
  readonly persona: Persona
  readonly replicate: number
  readonly asked: AskedTask
}

function answerTo(
  questionId: string,
  { persona, replicate, asked }: Interview,
): CalibrationAnswer[] {
  const answer = asked.answers.find((each) => each.questionId === questionId)
  if (!answer) return []
  const { status, value, text } = answer
  const repaired = asked.turns.some(
    (turn) => turn.questionId === questionId && isRepair(turn.prompt),
  )
  return [{ person: nameOf(persona), replicate, status, value, text, repaired }]
}

function nameOf({ firstName, lastName }: Persona): string {
  return `${firstName} ${lastName}`
}

async function peopleFor(
  deps: CalibrationDeps,
  tenantId: TenantId,
  { cohortId, personas, randomSeed }: Pick<Work, 'cohortId' | 'personas' | 'randomSeed'>,
): Promise<Persona[]> {
  const pool = cohortId
    ? await resolveMembers(deps, tenantId, cohortId)
    : await deps.people(tenantId)
  return chooseDiverse(pool, personas, randomSeed)
}

/** @throws EngineError `not_found` */
export async function getCalibration(
  { jobs }: Pick<CalibrationDeps, 'jobs'>,
  progress: CalibrationProgress,
  tenantId: TenantId,
  { skillId, jobId }: { skillId: SkillId; jobId: JobId },
): Promise<CalibrationJob> {
  const job = await jobs.find(tenantId, jobId)
  const found = job?.kind === KIND ? toCalibration(job, progress) : undefined
  if (found?.skillId !== skillId) throw new EngineError('not_found', `No calibration ${jobId}`)
  return found
}

/** The latest of a skill, newest first. @throws EngineError `not_found` */
export async function listCalibrations(
  { db, jobs }: Pick<CalibrationDeps, 'db' | 'jobs'>,
  progress: CalibrationProgress,
  tenantId: TenantId,
  skillId: SkillId,
): Promise<CalibrationJob[]> {
  await getSkill(db, tenantId, skillId)
  const found = await jobs.list(tenantId, KIND, LISTED)
  return found.map((job) => toCalibration(job, progress)).filter((each) => each.skillId === skillId)
}

/** One that is over already stays as it is. */
export async function cancelCalibration(
  deps: Pick<CalibrationDeps, 'jobs'>,
  progress: CalibrationProgress,
  tenantId: TenantId,
  which: { skillId: SkillId; jobId: JobId },
): Promise<CalibrationJob> {
  await getCalibration(deps, progress, tenantId, which)
  await deps.jobs.cancel(tenantId, which.jobId)
  return getCalibration(deps, progress, tenantId, which)
}

function toCalibration(job: Job, progress: CalibrationProgress): CalibrationJob {
  const work = Work.parse(job.payload)
  const result = job.status === 'succeeded' ? SkillCalibration.parse(job.result) : undefined
  const total = (result?.personas.length ?? work.personas) * REPLICATES
  return {
    jobId: job.id,
    status: job.status,
    skillId: work.skillId,
    skillVersionId: work.skillVersionId,
    createdAt: toIso(job.createdAt),
    progress: { done: result ? total : (progress.get(job.id) ?? 0), total },
    ...(result && { result }),
    ...(job.error && { error: job.error.message }),
  }
}
