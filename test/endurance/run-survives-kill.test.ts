import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'

const PEOPLE = 100
const REPLICATES = 4
const QUESTIONS = 2
const KILLS = 10

let folder: string
let studyFile: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kill-'))
  studyFile = join(folder, 'study.json')
  writeFileSync(studyFile, JSON.stringify(study()))
})
afterAll(() => rmSync(folder, { recursive: true }))

it(
  `commits each of 400 tasks exactly once through ${KILLS} kills`,
  { timeout: 120_000 },
  async () => {
    const [killed, calm] = [join(folder, 'killed'), join(folder, 'calm')]
    // Wherever in its life the process is: opening, launching, asking, committing.
    for (let i = 0; i < KILLS; i++)
      await runChild(killed, { killAfterMs: 150 + ((i * 7919) % 700) })
    await runChild(killed)
    await runChild(calm)

    const found = read(killed)
    expect(found.counts).toEqual({
      runs: 1,
      tasks: PEOPLE * REPLICATES,
      succeeded: PEOPLE * REPLICATES,
      sessions: PEOPLE * REPLICATES,
      turns: PEOPLE * REPLICATES * QUESTIONS,
      answers: PEOPLE * REPLICATES * QUESTIONS,
      counted: PEOPLE * REPLICATES,
    })
    expect(found.answers).toEqual(read(calm).answers)
  },
)

/** Resolves when the child is over, or killed. */
function runChild(workspace: string, { killAfterMs }: { killAfterMs?: number } = {}) {
  const args = ['test/helpers/run-study-child.ts', workspace, studyFile]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const errors: Buffer[] = []
  child.stderr.on('data', (data: Buffer) => errors.push(data))
  return new Promise<void>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    child.stdout.on('data', (data: Buffer) => {
      if (killAfterMs !== undefined && data.toString().includes('running'))
        timer ??= setTimeout(() => child.kill('SIGKILL'), killAfterMs)
    })
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      if (code === 0 || signal === 'SIGKILL') resolve()
      else reject(new Error(`The child ended with ${code}: ${Buffer.concat(errors).toString()}`))
    })
  })
}

function read(workspace: string) {
  const db = new SqliteDatabase(join(workspace, 'workspace.db'), { readonly: true })
  const count = (sql: string) => (db.prepare(sql).get() as { n: number }).n
  const counts = {
    runs: count('select count(*) n from run'),
    tasks: count('select count(*) n from task'),
    succeeded: count(`select count(*) n from task where status = 'succeeded'`),
    sessions: count('select count(*) n from session'),
    turns: count('select count(*) n from turn'),
    answers: count('select count(*) n from task_answer'),
    counted: count('select tasks_succeeded n from run'),
  }
  // Ids and times are new in each run; everything else is not.
  const answers = db
    .prepare(
      `select unit_key, question_id, task_answer.status, value, text
       from task_answer join task on task.id = task_id order by unit_key, question_id`,
    )
    .all()
  db.close()
  return { counts, answers }
}

function study() {
  const inline = Array.from({ length: PEOPLE }, (_, i) => ({
    firstName: `Ada${i}`,
    lastName: 'Berg',
    age: 20 + (i % 60),
    location: 'Leeds, England',
    baseOccupation: 'Nurse',
  }))
  return {
    workbench: 1,
    name: 'To be killed',
    personas: { inline },
    cohorts: [{ name: 'Everyone', criteria: { all: [] } }],
    population: {},
    skill: {
      name: 'Two questions',
      objective: 'Lose nothing',
      questions: [
        { id: 'agree', type: 'likert', text: 'The queue was short.' },
        { id: 'which', type: 'single', text: 'Which?', options: ['Bus', 'Tram', 'Walk'] },
      ],
    },
    study: { replicates: REPLICATES, randomSeed: 5, maxConcurrency: 8 },
  }
}
