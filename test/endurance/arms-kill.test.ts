import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'

const PEOPLE = 30
const QUESTIONS = 2
const ARM_TASKS = 40

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'arms-kill-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const study = {
  workbench: 1,
  name: 'Buses',
  personas: {
    inline: Array.from({ length: PEOPLE }, (_, i) => ({
      firstName: `Ada${i}`,
      lastName: 'Berg',
      age: 20 + i,
      location: 'Leeds, England',
      baseOccupation: 'Nurse',
    })),
  },
  cohorts: [{ name: 'All', criteria: { all: [] } }],
  population: {},
  skill: {
    name: 'Buses',
    objective: 'Learn',
    questions: [
      { id: 'like', type: 'likert', text: 'I like the bus.' },
      { id: 'why', type: 'open', text: 'Why?' },
    ],
  },
  study: {
    maxConcurrency: 8,
    arms: { noPersona: true, demographicsOnly: true, tasks: ARM_TASKS },
  },
}

it(
  'has each task of an arm once when a run that was killed is over',
  { timeout: 180_000 },
  async () => {
    const studyFile = join(folder, 'study.json')
    writeFileSync(studyFile, JSON.stringify(study))
    const [killed, calm] = [join(folder, 'killed'), join(folder, 'calm')]
    await runChild([calm, studyFile])
    for (const after of [150, 400]) await runChild([killed, studyFile], after)
    await runChild([killed, studyFile])
    const found = answersIn(killed)
    expect(found).toEqual(answersIn(calm))
    expect(found).toHaveLength((PEOPLE + 2 * ARM_TASKS) * QUESTIONS)
  },
)

function runChild(args: readonly string[], killAfterMs?: number): Promise<void> {
  const child = spawn(process.execPath, ['test/helpers/run-study-child.ts', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      if (killAfterMs !== undefined && data.toString().includes('running'))
        setTimeout(() => child.kill('SIGKILL'), killAfterMs)
    })
    child.once('close', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') resolve()
      else reject(new Error(`The child ended with ${code}`))
    })
  })
}

function answersIn(workspace: string): unknown[] {
  const db = new SqliteDatabase(join(workspace, 'workspace.db'), { readonly: true })
  const rows = db
    .prepare(
      `select task.unit_key, task.arm, answer.question_id, answer.value from task
        join task_answer as answer on answer.task_id = task.id where task.status = 'succeeded'
        order by task.unit_key, answer.position`,
    )
    .all()
  db.close()
  return rows
}
