import { z } from 'zod'
import { ArmProgress } from './arms.ts'
import {
  CohortId,
  PersonaId,
  RunId,
  SessionId,
  StudyId,
  TaskId,
  TenantId,
  Timestamp,
} from './ids.ts'
import { JsonValue } from './json-value.ts'
import { JobStatus, Turn } from './prompts.ts'
import { questionTypes } from './questions.ts'
import { evaluationTypes } from './skill-evaluation.ts'
import { TaskCondition } from './task-conditions.ts'

export const RunStatus = z.enum([
  'queued',
  'running',
  'paused',
  'succeeded',
  'failed',
  'cancelled',
  'budget_stopped',
])
export type RunStatus = z.infer<typeof RunStatus>
export const TaskStatus = z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled'])
export type TaskStatus = z.infer<typeof TaskStatus>

export const TaskCounts = z.object({
  total: z.number().int(),
  queued: z.number().int(),
  running: z.number().int(),
  succeeded: z.number().int(),
  failed: z.number().int(),
  cancelled: z.number().int(),
})
export type TaskCounts = z.infer<typeof TaskCounts>

/** An amount in a currency. Kept as whole millionths inside, so it never drifts. */
export const Money = z.object({ amount: z.number(), currency: z.string() }).meta({ id: 'Money' })
export type Money = z.infer<typeof Money>

/** What a run has cost, and what it may cost. */
export const Spending = z
  .object({
    /** Tokens of calls whose end a kill or a broken connection left unknown: counted as spent. */
    lostIn: z.number().int(),
    lostOut: z.number().int(),
    /** Tokens set aside for calls in flight; 0 where the run has no cap. */
    heldIn: z.number().int(),
    heldOut: z.number().int(),
    /** Output tokens the run may take, lost ones included; null without a cap. */
    budgetTokens: z.number().int().nullable(),
    /** Of all tokens so far, lost ones included; null where the model has no price. */
    money: Money.nullable(),
    /** What the run may cost; null without a cap. */
    budgetMoney: Money.nullable(),
  })
  .meta({ id: 'Spending' })
export type Spending = z.infer<typeof Spending>

export const Run = z
  .object({
    id: RunId,
    tenantId: TenantId,
    studyId: StudyId,
    /** 1, 2, 3… within the study. */
    number: z.number().int(),
    /** `robustness`: a part of the population is asked in several ways, to see what moves answers. */
    purpose: z.enum(['study', 'robustness']),
    status: RunStatus,
    tasks: TaskCounts,
    maxConcurrency: z.number().int(),
    modelName: z.string(),
    /** True when the built-in model answers: a rehearsal, not evidence about people. */
    rehearsal: z.boolean(),
    manifestHash: z.string(),
    tokensIn: z.number().int(),
    tokensOut: z.number().int(),
    spending: Spending,
    /** Calls that an equal earlier one answered, at no cost. */
    answersFromCache: z.number().int(),
    /** Why it is failed, paused by itself or stopped; null otherwise. */
    reason: z.string().nullable(),
    createdAt: Timestamp,
    startedAt: Timestamp.nullable(),
    finishedAt: Timestamp.nullable(),
  })
  .meta({ id: 'Run' })
export type Run = z.infer<typeof Run>

export const LaunchRunRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    maxConcurrency: z.number().int().min(1).max(128).optional(),
    /** False asks every question anew, as a retest must. Default true. */
    cache: z.boolean().optional(),
    /** Ids of readiness items gone on with knowingly: kept in the run's manifest. */
    acknowledged: z.array(z.string().min(1).max(100)).max(100).optional(),
  })
  .meta({ id: 'LaunchRunRequest' })
export const ResumeRunRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    /** A new cap for the rest of the run, what was spent included. */
    budgetTokens: z.number().int().positive().optional(),
    budgetMoney: z.number().positive().max(1_000_000).optional(),
  })
  .meta({ id: 'ResumeRunRequest' })
export type ResumeRunRequest = z.infer<typeof ResumeRunRequest>
export const LaunchRunAnswer = z
  .object({ run: Run, tasks: z.object({ total: z.number().int() }) })
  .meta({ id: 'LaunchRunAnswer' })
export const RunAnswer = z.object({ run: Run }).meta({ id: 'RunAnswer' })
export const RunList = z
  .object({ runs: z.array(Run), nextCursor: z.string().nullable() })
  .meta({ id: 'RunList' })
export type RunList = z.infer<typeof RunList>

/** How many calls the endpoint of a run is given at the same time, and why. */
export const RunConcurrency = z
  .object({
    /** Calls of this run being answered. */
    inFlight: z.number().int(),
    /** Calls all runs on this endpoint may have in flight together. */
    limit: z.number().int(),
    /** The most this run asks for. */
    max: z.number().int(),
    /** Runs that share the endpoint, this one included. */
    sharedBy: z.number().int(),
    cause: z.enum(['full', 'growing', 'rate_limited', 'overloaded', 'slower', 'shared']),
    /** Nothing is sent before; null when nothing holds the endpoint back. */
    pausedUntil: Timestamp.nullable(),
  })
  .meta({ id: 'RunConcurrency' })
export type RunConcurrency = z.infer<typeof RunConcurrency>

/** What there is to do about a failure. */
export const ErrorAction = z.enum(['retry', 'wait', 'check_model', 'read_policy', 'report'])
export type ErrorAction = z.infer<typeof ErrorAction>

/** Data of a `progress` event of GET /runs/:id/events; a last one comes with the end. */
export const RunProgress = z
  .object({
    run: Run,
    /** Tasks a second over the last seconds; null before there is one. */
    ratePerSecond: z.number().nullable(),
    remainingMs: z.number().nullable(),
    /** Where the time left lies in nine of ten cases; null while there is too little to go by. */
    remainingRange: z.object({ lowMs: z.number(), highMs: z.number() }).nullable(),
    /** `waiting` for an endpoint that asked for it, `slow` for one that takes longer than before. */
    activity: z.enum(['idle', 'working', 'slow', 'waiting', 'stalled']),
    /** Since when no task has finished, ms; null before the run has begun here. */
    quietMs: z.number().nullable(),
    /** Null while nothing runs in this process. */
    concurrency: RunConcurrency.nullable(),
    /** What runs beside the study; its tasks are counted in `run`, too. */
    arms: z.array(ArmProgress),
    /** No task finished for much longer than usual. */
    stalled: z.boolean(),
    errors: z.array(
      z.object({
        code: z.string(),
        message: z.string(),
        /** Tasks that failed with it for good. */
        count: z.number().int(),
        /** Tasks that met it and are tried again by themselves. */
        retrying: z.number().int(),
        action: ErrorAction,
      }),
    ),
    /** The last few answers, newest first. */
    latest: z.array(
      z.object({
        taskId: TaskId,
        personaId: PersonaId,
        personaName: z.string(),
        questionId: z.string(),
        /** As the persona gave it. */
        text: z.string(),
        /** As it was read, in words. */
        words: z.string(),
      }),
    ),
  })
  .meta({ id: 'RunProgress' })
export type RunProgress = z.infer<typeof RunProgress>

export const AnswerStatus = z.enum(['valid', 'dont_know', 'refused', 'invalid'])
export type AnswerStatus = z.infer<typeof AnswerStatus>

/**
 * By type of question. open: the text. single: the option. yesno: `yes` or `no`. likert: the point,
 * 1 lowest. nps: 0–10. numeric: the number. multi: the options chosen. rank: options, best first.
 * allocation: a part per option. matrix: a point per row. maxdiff: what was shown, best and worst,
 * per set. conjoint: the profiles shown and the index chosen, null for none, per choice. price: the
 * highest price accepted, null for none, and what was asked. json: as its schema says.
 */
export const AnswerValue = z.union([
  z.string(),
  z.number(),
  z.array(JsonValue),
  z.record(z.string(), JsonValue),
])
export type AnswerValue = z.infer<typeof AnswerValue>
export const AnswerDetail = z.record(z.string(), JsonValue)
export type AnswerDetail = z.infer<typeof AnswerDetail>

export const Answer = z
  .object({
    questionId: z.string(),
    type: z.enum(questionTypes),
    status: AnswerStatus,
    value: AnswerValue.nullable(),
    /** The answer as the persona gave it. */
    text: z.string(),
    /** How it came about where that is more than the text: shares, what was said first, what was shown. */
    detail: AnswerDetail.optional(),
    turnId: z.string(),
  })
  .meta({ id: 'Answer' })
export type Answer = z.infer<typeof Answer>

/** An answer with what it was read as in words: "60 to A, 40 to B". */
export const AnswerInWords = Answer.extend({ words: z.string() }).meta({ id: 'AnswerInWords' })
export type AnswerInWords = z.infer<typeof AnswerInWords>

export const Task = z
  .object({
    id: TaskId,
    runId: RunId,
    personaId: PersonaId,
    personaName: z.string(),
    cohortId: CohortId,
    condition: z.string().nullable(),
    /** Place of the condition among those that the persona is asked under, 1 first; null where it is one. */
    conditionOrder: z.number().int().min(1).nullable(),
    replicate: z.number().int().min(1),
    /** Null: a task of the study itself. Else the arm or variant beside it. */
    arm: z.string().nullable(),
    status: TaskStatus,
    attempts: z.number().int(),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    sessionId: SessionId.nullable(),
    weight: z.number(),
    createdAt: Timestamp,
    finishedAt: Timestamp.nullable(),
    /** Where tasks are listed by a question: the answer to it. */
    answer: z.object({ status: AnswerStatus, words: z.string() }).optional(),
  })
  .meta({ id: 'Task' })
export type Task = z.infer<typeof Task>
export const TaskList = z
  .object({
    tasks: z.array(Task),
    nextCursor: z.string().nullable(),
    /** All that match, on the first page. */
    total: z.number().int().optional(),
  })
  .meta({ id: 'TaskList' })
export type TaskList = z.infer<typeof TaskList>
export const ListTasksQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
  status: TaskStatus.optional(),
  /**
   * With `value`: the tasks behind one mark. An option or point chosen, also one of several; of a
   * price, everybody who accepts it or more; of a number, an interval such as `[10, 20)`.
   * `__valid`, `__dont_know`, `__refused` and `__invalid` name those; `__theme:` and its id, the
   * answers to an open question that have a theme.
   */
  questionId: z.string().optional(),
  value: z.string().optional(),
  /** These tasks alone, at most 200, with commas between them: those behind a warning. */
  taskIds: z
    .string()
    .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,199}$/, 'must be at most 200 ids of tasks')
    .optional(),
  cohortId: CohortId.optional(),
  condition: z.string().optional(),
  /**
   * Those of one arm or variant beside the study; `study`: its own. Absent: all, but with
   * `questionId` those of the study: what its estimates rest on.
   */
  arm: z.string().max(100).optional(),
  /** With `segmentValue`: tasks of one segment, e.g. `gender` and `woman`. */
  segmentBy: z.string().optional(),
  segmentValue: z.string().optional(),
  /** With `questionId`: tasks whose answer has a number for this measure of `/runs/:id/evidence`. */
  measure: z.string().max(2_000).optional(),
  /** Conditions that all hold, `variable=value`; given several times, each is one. */
  where: z.union([TaskCondition, z.array(TaskCondition).max(12)]).optional(),
})
export type ListTasksQuery = z.infer<typeof ListTasksQuery>
export const TaskResults = z
  .object({ task: Task, results: z.array(AnswerInWords) })
  .meta({ id: 'TaskResults' })
export type TaskResults = z.infer<typeof TaskResults>
/** A turn of a task with what it cost by the run's price: nothing where an earlier call answered. */
export const TaskTurn = Turn.extend({ cost: Money.nullable() }).meta({ id: 'TaskTurn' })
export type TaskTurn = z.infer<typeof TaskTurn>
export const TaskTurns = z
  .object({
    taskId: TaskId,
    /** Sent with every call, beside each turn's seed. */
    temperature: z.number(),
    turns: z.array(TaskTurn),
  })
  .meta({ id: 'TaskTurns' })
export type TaskTurns = z.infer<typeof TaskTurns>
/** GET /runs/:id/memories: what the personas remember of a run whose study says `remember`. */
export const RunMemories = z
  .object({
    /** `off`: the study does not say so. `waiting`: the run is not over. Else that of the work. */
    state: z.enum(['off', 'waiting', ...JobStatus.options]),
    /** Memories written so far. */
    written: z.number().int(),
  })
  .meta({ id: 'RunMemories' })
export type RunMemories = z.infer<typeof RunMemories>
export const TaskScores = z
  .object({
    taskId: TaskId,
    scores: z.array(
      z.object({
        questionId: z.string(),
        evaluation: z.enum(['validity', ...evaluationTypes]),
        /** The skill's rule that it comes from; null: told of every answer. */
        ruleId: z.string().nullable(),
        /** What the score is called. */
        name: z.string(),
        /** Null: not scored; the explanation says why. */
        score: z.number().nullable(),
        explanation: z.string(),
      }),
    ),
  })
  .meta({ id: 'TaskScores' })
export type TaskScores = z.infer<typeof TaskScores>
