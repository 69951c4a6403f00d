import { setImmediate } from 'node:timers/promises'
import { stringify } from 'csv-stringify/sync'
import type { PersonaId, RunId, TenantId } from '../../../shared/contract/ids.ts'
import type { ReadDb } from '../db/schema.ts'
import { getManifestText } from '../studies/manifest.ts'
import { evidenceOf } from './evidence.ts'
import { gatherRun, nameOf, type RunRecord } from './gather.ts'
import { renderReport } from './report/report-html.ts'

export type ExportFormat = 'csv' | 'jsonl' | 'html' | 'manifest'
export type ExportFile = { readonly name: string; readonly type: string; readonly text: string }

/** Rows written between two turns of the event loop: about 5 ms. */
const ROWS_PER_TURN = 100

/** What every row says where the built-in model answered: a copied row keeps its label. */
const REHEARSAL = 'rehearsal, not evidence about people'

/**
 * A run as a file: every answer with its weight (csv, jsonl), the report (html), or the manifest
 * that reruns it.
 *
 * @throws EngineError `not_found`
 */
export async function exportRun(
  db: ReadDb,
  tenantId: TenantId,
  runId: RunId,
  format: ExportFormat,
  engineVersion: string,
): Promise<ExportFile> {
  const record = await gatherRun(db, tenantId, runId)
  const stem = `${slug(record.manifest.study.name)}-run-${record.run.number}`
  switch (format) {
    case 'csv':
      return {
        name: `${stem}-answers.csv`,
        type: 'text/csv; charset=utf-8',
        text: await writeRows(record, toCsv),
      }
    case 'jsonl':
      return {
        name: `${stem}-answers.jsonl`,
        type: 'application/x-ndjson',
        text: await writeRows(record, toJsonl),
      }
    case 'html':
      return {
        name: `${stem}-report.html`,
        type: 'text/html; charset=utf-8',
        text: await report(db, record, engineVersion),
      }
    case 'manifest':
      return {
        name: `${stem}-manifest.json`,
        type: 'application/json',
        // To the letter: the run's manifest hash is the hash of this text.
        text: await getManifestText(db, tenantId, runId),
      }
  }
}

type AnswerRow = ReturnType<typeof answerRows> extends Generator<infer Row> ? Row : never
type WriteRows = (rows: readonly AnswerRow[], isFirst: boolean) => string

/** The rows as text, a few at a time: ten thousand answers block nobody. */
async function writeRows(record: RunRecord, write: WriteRows): Promise<string> {
  const pieces: string[] = []
  let rows: AnswerRow[] = []
  for (const row of answerRows(record)) {
    rows.push(row)
    if (rows.length < ROWS_PER_TURN) continue
    pieces.push(write(rows, pieces.length === 0))
    rows = []
    await setImmediate()
  }
  pieces.push(write(rows, pieces.length === 0))
  return pieces.join('')
}

function toCsv(rows: readonly AnswerRow[], isFirst: boolean): string {
  // A spreadsheet runs what begins like a formula, and answers come from a model.
  return stringify([...rows], { header: isFirst, escape_formulas: true })
}

function toJsonl(rows: readonly AnswerRow[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('')
}

/** One row per task and question, in the order of the units. */
function* answerRows({ run, manifest, cohorts, tasks, personas, answers }: RunRecord) {
  const cohortNames = new Map(cohorts.map(({ id, name }) => [id, name]))
  for (const task of tasks) {
    const persona = personas.get(task.personaId as PersonaId)
    for (const question of manifest.skill.body.questions) {
      const answer = answers.get(question.id)?.get(task.taskId)
      if (!answer) continue
      yield {
        study: manifest.study.name,
        run: run.number,
        taskId: task.taskId,
        personaId: task.personaId,
        persona: nameOf(persona),
        age: persona?.age ?? null,
        gender: persona?.gender ?? null,
        location: persona?.location ?? null,
        cohort: cohortNames.get(task.cohortId) ?? task.cohortId,
        condition: task.condition,
        replicate: task.replicate,
        weight: task.weight,
        questionId: question.id,
        questionType: question.type,
        status: answer.status,
        value: answer.value,
        text: answer.text,
        turnId: answer.turnId,
        model: run.modelName,
        label: run.rehearsal ? REHEARSAL : null,
      }
    }
  }
}

async function report(db: ReadDb, record: RunRecord, engineVersion: string): Promise<string> {
  const { run, manifest } = record
  const { design } = manifest.study
  const [evidence, counts] = await Promise.all([
    evidenceOf(db, record),
    db
      .selectFrom('run')
      .where('study_id', '=', run.studyId)
      .select(({ fn }) => fn.countAll<number>().as('runs'))
      .executeTakeFirstOrThrow(),
  ])
  return renderReport(evidence, {
    studyName: manifest.study.name,
    objective: design.objective,
    hypothesis: design.hypothesis,
    decisionOwner: design.decisionOwner,
    successCriteria: design.successCriteria,
    populationSize: new Set(record.tasks.map(({ personaId }) => personaId)).size,
    randomSeed: design.randomSeed,
    runCount: counts.runs,
    engineVersion,
  })
}

function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  return plain.replaceAll(/^-|-$/g, '').slice(0, 60) || 'study'
}
