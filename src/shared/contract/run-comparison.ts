import { z } from 'zod'
import { Estimate } from './evidence.ts'
import { RunId, StudyId, TaskId, Timestamp } from './ids.ts'
import { Run } from './runs.ts'
import { StudyChange } from './study-history.ts'

export const Replay = z
  .object({
    runId: RunId,
    /** Whether the answers file came out byte by byte as the run's. */
    identical: z.boolean(),
    /** The manifest still has the hash it was launched with. */
    manifestIntact: z.boolean(),
    tasks: z.number().int(),
    answers: z.number().int(),
    /** SHA-256 of the answers file, stored and replayed. */
    storedHash: z.string(),
    replayedHash: z.string(),
    /** Calls to a model over the network: always 0. */
    calls: z.literal(0),
    /** Prompts rebuilt that differ from those sent; null where recall would need the network. */
    promptsChanged: z.number().int().nullable(),
    /** The first differences, in words. */
    differences: z.array(z.object({ taskId: TaskId, message: z.string() })),
  })
  .meta({ id: 'Replay' })
export type Replay = z.infer<typeof Replay>
export const ReplayAnswer = z.object({ replay: Replay }).meta({ id: 'ReplayAnswer' })

export const DifferenceQuery = z.object({
  /** The run it is compared with. */
  with: RunId,
})
/** Agreement of one question over two runs, the same persona, condition and replicate each. */
export const Agreement = z
  .object({
    questionId: z.string(),
    pairs: z.number().int(),
    /** Share of pairs with the same value; null without pairs. */
    exact: z.number().nullable(),
    /** ICC(1,1) (Shrout & Fleiss 1979); null where the answer is no number or cannot be measured. */
    icc: z.number().nullable(),
    /** Why nothing is measured, or null. */
    notMeasured: z.string().nullable(),
  })
  .meta({ id: 'Agreement' })
export type Agreement = z.infer<typeof Agreement>

export const RunDifference = z
  .object({
    run: Run,
    with: Run,
    /** What one was launched with and the other was not. */
    manifest: z.array(StudyChange),
    /** Personas in one run only. */
    onlyInRun: z.number().int(),
    onlyInOther: z.number().int(),
    questions: z.array(
      z.object({
        questionId: z.string(),
        compared: z.number().int(),
        changed: z.number().int(),
        /** From what to what, the most frequent first. */
        moves: z.array(z.object({ from: z.string(), to: z.string(), count: z.number().int() })),
      }),
    ),
    /** Tasks with another answer: the first 200. */
    tasks: z.array(
      z.object({
        taskId: TaskId,
        otherTaskId: TaskId,
        personaName: z.string(),
        condition: z.string().nullable(),
        replicate: z.number().int(),
        questionIds: z.array(z.string()),
      }),
    ),
    tasksChanged: z.number().int(),
    agreement: z.array(Agreement),
    /** Models that the endpoints said answered, per run. */
    modelNames: z.object({ run: z.array(z.string()), with: z.array(z.string()) }),
  })
  .meta({ id: 'RunDifference' })
export type RunDifference = z.infer<typeof RunDifference>

export const StudySeries = z
  .object({
    studyId: StudyId,
    /** Oldest first: those with answers, at most the newest 24. */
    runs: z.array(
      z.object({
        id: RunId,
        number: z.number().int(),
        modelName: z.string(),
        rehearsal: z.boolean(),
        /** Not finished: its estimates may shift. */
        provisional: z.boolean(),
        at: Timestamp,
      }),
    ),
    questions: z.array(
      z.object({
        questionId: z.string(),
        text: z.string(),
        lines: z.array(
          z.object({
            /** `mean`, or an option, row, level or price. */
            measure: z.string(),
            /** Whether it is a share (0–1) or a mean in the answer's units. */
            isShare: z.boolean(),
            /** One per run; null where the run did not ask it. */
            estimates: z.array(Estimate.nullable()),
          }),
        ),
      }),
    ),
    /** From each run to the one after it. */
    agreement: z.array(
      z.object({ from: z.number().int(), to: z.number().int(), questions: z.array(Agreement) }),
    ),
  })
  .meta({ id: 'StudySeries' })
export type StudySeries = z.infer<typeof StudySeries>

/** Whether answers depend on the place a condition had for a persona. */
export const OrderEffects = z
  .object({
    runId: RunId,
    /** The built-in model answered: a rehearsal, not evidence about people. */
    rehearsal: z.boolean(),
    questions: z.array(
      z.object({
        questionId: z.string(),
        measure: z.string(),
        /** Mean or share by place, first to last, with the answers behind it. */
        places: z.array(
          z.object({ place: z.number().int(), n: z.number().int(), mean: z.number() }),
        ),
        /** F of place within personas, conditions taken out; null where it cannot be tested. */
        f: z.number().nullable(),
        df1: z.number(),
        df2: z.number(),
        p: z.number().nullable(),
        sentence: z.string(),
      }),
    ),
  })
  .meta({ id: 'OrderEffects' })
export type OrderEffects = z.infer<typeof OrderEffects>
