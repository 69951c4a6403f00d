import { randomUUID } from 'node:crypto'
import type { SkillId, TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type {
  CalibrateSkillRequest,
  CalibratedQuestion,
  CalibrationJob,
  SkillCalibration,
} from '../../../shared/contract/skill-calibration.ts'
import { resolveMembers, type CohortDeps } from '../cohorts/cohorts.ts'
import type { Question } from '../../../shared/contract/questions.ts'
import type { ReferenceQuality } from '../../../shared/contract/reference-quality.ts'
import { answerInWords } from '../domain/questions/answer-in-words.ts'
import { isRepair } from '../domain/questions/prompt-text.ts'
import {
  cosinesIn,
  isOrderedScale,
  referenceQuality,
  referencesOf,
} from '../domain/questions/reference-quality.ts'
import { chooseDiverse } from '../domain/skills/calibration/choose-diverse.ts'
import { findSigns, type CalibrationAnswer } from '../domain/skills/calibration/find-signs.ts'
import { EngineError } from '../errors.ts'
import { invalidInput } from '../http/invalid-input.ts'
import type { Job, JobQueue } from '../jobs/job-queue.ts'
import type { TurnDeps } from '../prompting/turn.ts'
import { getSkillVersion } from '../skills/skill-versions.ts'
import { getSkill } from '../skills/skills.ts'
import { manifestOutsideRun, requireAskable } from './ask-outside-run.ts'
import { askTask, type AskedTask } from './ask-task.ts'
import {
  CALIBRATION_KIND,
  CalibrationWork,
  REPLICATES,
  type CalibrationProgress,
} from './calibrations.ts'
import type { FindModel } from './create-study.ts'
import { cosinesBetween } from './rate-similarity.ts'

export type CalibrationDeps = TurnDeps &
  CohortDeps & {
    readonly findModel: FindModel
    readonly jobs: Pick<JobQueue, 'register' | 'enqueue' | 'find' | 'list' | 'cancel'>
  }
/**
 * Accepts a calibration of a skill's version, the newest where none is named. What can be refused at once is.
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
  const { skillVersionId: versionId } = request
  const skill = versionId
    ? await getSkillVersion(deps.db, tenantId, { skillId, versionId })
    : await getSkill(deps.db, tenantId, skillId)
  await requireAskable(deps, tenantId, skill, request)
  const people = await peopleFor(deps, tenantId, request)
  if (people.length === 0)
    throw invalidInput([
      { path: ['cohortId'], message: 'must have somebody to ask: create personas first' },
    ])
  const work = CalibrationWork.parse({
    ...request,
    skillId,
    skillVersionId: skill.versionId,
    body: skill,
  })
  const job = await deps.jobs.enqueue(tenantId, CALIBRATION_KIND, randomUUID(), work)
  return { jobId: job.id, status: job.status }
}

/** Teaches the queue to calibrate; called once, before it starts. */
export function registerCalibration(deps: CalibrationDeps): CalibrationProgress {
  const progress: CalibrationProgress = new Map()
  deps.jobs.register(CALIBRATION_KIND, async (job, { signal, complete }) => {
    const work = CalibrationWork.parse(job.payload)
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
  work: CalibrationWork,
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
    questions: await Promise.all(
      work.body.questions.map(async (question) => {
        const answers = interviews.flatMap((interview) => answerTo(question.id, interview))
        const quality = await rateReferences(deps, question, interviews, signal)
        return {
          questionId: question.id,
          type: question.type,
          signs: findSigns(question, answers, people.length * REPLICATES),
          ...(quality ? { referenceQuality: quality } : {}),
          answers: answers.map((answer): CalibratedQuestion['answers'][number] => ({
            personaName: answer.person,
            replicate: answer.replicate,
            status: answer.status,
            words: answerInWords(question, question, answer),
            text: answer.text,
          })),
        }
      }),
    ),
  }
}

/** Undefined where no statements stand for the answers. */
async function rateReferences(
  { embedding }: Pick<CalibrationDeps, 'embedding'>,
  question: Question,
  interviews: readonly Interview[],
  signal: AbortSignal,
): Promise<ReferenceQuality | undefined> {
  const sets = referencesOf(question)
  if (!sets) return undefined
  const given = interviews.flatMap(({ asked }) =>
    asked.answers.filter(({ questionId }) => questionId === question.id),
  )
  return referenceQuality({
    isOrdered: isOrderedScale(question),
    between: await cosinesBetween(embedding, sets, signal),
    rated: given.flatMap(({ detail }) => cosinesIn(detail) ?? []),
    sets: sets.length,
  })
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
  { cohortId, personas, randomSeed }: Pick<CalibrationWork, 'cohortId' | 'personas' | 'randomSeed'>,
): Promise<Persona[]> {
  const pool = cohortId
    ? await resolveMembers(deps, tenantId, cohortId)
    : await deps.people(tenantId)
  return chooseDiverse(pool, personas, randomSeed)
}
