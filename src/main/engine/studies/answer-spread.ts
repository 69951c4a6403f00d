import type { StudyId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import { icc11 } from '../domain/statistics/icc.ts'

export type AnswerSpread = {
  /** Number of the run it was measured in. */
  readonly run: number
  /** By question, of valid numeric answers. */
  readonly sds: ReadonlyMap<string, { sd: number; note: string }>
  /** Mean over questions of ICC(1,1) across replicates; undefined where none repeat. */
  readonly icc: number | undefined
}

/** How answers varied in a study's newest finished run; undefined when it has none. */
export async function findAnswerSpread(
  db: ReadDb,
  studyId: StudyId,
): Promise<AnswerSpread | undefined> {
  const run = await db
    .selectFrom('run')
    .where('study_id', '=', studyId)
    .where('status', '=', 'succeeded')
    .where('purpose', '=', 'study')
    .orderBy('number', 'desc')
    .select(['id', 'number', 'rehearsal'])
    .limit(1)
    .executeTakeFirst()
  if (!run) return undefined
  const rows = await db
    .selectFrom('task')
    .innerJoin('task_answer as answer', 'answer.task_id', 'task.id')
    .where('task.run_id', '=', run.id)
    .where('task.arm', 'is', null)
    .where('answer.status', '=', 'valid')
    .select(['task.persona_id', 'task.condition', 'answer.question_id', 'answer.value'])
    .execute()
  const byQuestion = Map.groupBy(
    rows.flatMap((row) => {
      const value: unknown = JSON.parse(row.value ?? 'null')
      const subject = `${row.persona_id} ${row.condition ?? ''}`
      return typeof value === 'number' ? [{ questionId: row.question_id, subject, value }] : []
    }),
    ({ questionId }) => questionId,
  )
  const note = `Run ${run.number}${run.rehearsal === 1 ? ', a rehearsal' : ''}`
  const sds = new Map<string, { sd: number; note: string }>()
  const iccs: number[] = []
  for (const [questionId, answers] of byQuestion) {
    const sd = standardDeviation(answers.map(({ value }) => value))
    if (sd > 0) sds.set(questionId, { sd, note })
    const subjects = Map.groupBy(answers, ({ subject }) => subject).values()
    const icc = icc11([...subjects].map((group) => group.map(({ value }) => value)))
    // Exactly 1 is what identical calls give: nothing was measured.
    if (Number.isFinite(icc) && icc < 1) iccs.push(Math.max(0, icc))
  }
  const icc = iccs.length === 0 ? undefined : iccs.reduce((sum, it) => sum + it, 0) / iccs.length
  return { run: run.number, sds, icc }
}

function standardDeviation(values: readonly number[]): number {
  if (values.length < 2) return 0
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / (values.length - 1))
}
