import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Evidence } from '../../src/shared/contract/evidence.ts'
import { startFakeOpenAi } from '../helpers/fake-openai-server.ts'
import { openTestEngine } from '../helpers/test-engine.ts'
import { withoutIds } from '../helpers/without-ids.ts'

// `npm run endurance` asks for long runs and many kills.
const PEOPLE = Number(process.env['ENDURANCE_PEOPLE'] ?? 80)
const KILLS = Number(process.env['ENDURANCE_KILLS'] ?? 5)
const REPLICATES = 4
const QUESTIONS = 2
const CONCURRENCY = 8
/** What the fake model says that each answer took. */
const [BILLED_IN, BILLED_OUT] = [11, 7]

let folder: string
let server: Awaited<ReturnType<typeof startFakeOpenAi>>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kill-'))
  server = await startFakeOpenAi()
  // As a real model does: one answer to one request, whenever it is put.
  server.behave({ kind: 'answer', delayMs: 8, words: (body) => ['Answer: ', wordFor(body)] })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

it.each(['offline', 'served'])(
  `commits each task of a run on %s exactly once through ${KILLS} kills`,
  { timeout: 60_000 + KILLS * 15_000 + PEOPLE * 500 },
  async (model) => {
    const studyFile = join(folder, `${model}.json`)
    writeFileSync(studyFile, JSON.stringify(study(model)))
    const [killed, calm] = [join(folder, `${model}-killed`), join(folder, `${model}-calm`)]
    await runChild([calm, studyFile])
    const before = server.seen.length
    // Wherever in its life the process is: opening, launching, asking, committing.
    for (let i = 0; i < KILLS; i++) await runChild([killed, studyFile], 150 + ((i * 7919) % 700))
    await runChild([killed, studyFile])

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
    expect(await evidenceOf(killed)).toEqual(await evidenceOf(calm))
    if (model === 'offline') return

    const asked = server.seen.length - before
    const { run } = found
    expect(run.held_in + run.held_out).toBe(0)
    // What was in flight at a kill counts as spent, and is all that was asked again.
    expect(run.tokens_in + run.lost_in).toBeGreaterThanOrEqual(asked * BILLED_IN)
    expect(run.tokens_out + run.lost_out).toBeGreaterThanOrEqual(asked * BILLED_OUT)
    expect(run.lost_out).toBeGreaterThan(0)
    expect(asked - PEOPLE * REPLICATES * QUESTIONS).toBeLessThanOrEqual(KILLS * CONCURRENCY)
  },
)

function wordFor({ seed, messages }: Record<string, unknown>): string {
  const last = (messages as { content: string }[]).at(-1)!.content
  const words = last.includes('Tram')
    ? ['Bus', 'Tram', 'Walk']
    : ['Strongly disagree', 'Disagree', 'Agree', 'Strongly agree']
  return words[Number(seed) % words.length]!
}

/** Resolves when the child is over, or killed. */
function runChild(args: readonly string[], killAfterMs?: number) {
  const child = spawn(process.execPath, ['test/helpers/run-study-child.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      WORKBENCH_MODEL_BASE_URL: server.baseUrl,
      WORKBENCH_MODEL_NAME: 'served',
    },
  })
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
  const run = db
    .prepare(
      `select tokens_in, tokens_out, tokens_in_lost as lost_in, tokens_out_lost as lost_out,
         tokens_in_reserved as held_in, tokens_reserved as held_out from run`,
    )
    .get() as Record<'tokens_in' | 'tokens_out' | 'lost_in' | 'lost_out', number> &
    Record<'held_in' | 'held_out', number>
  db.close()
  return { counts, answers, run }
}

/** What the run found; the run itself was not the same. */
async function evidenceOf(workspaceDir: string): Promise<unknown> {
  const engine = await openTestEngine({}, { workspaceDir, vectorIndex: 'exact' })
  try {
    const { runs } = await engine.call<{ runs: { id: string }[] }>('GET', '/runs')
    const { run: _run, ...found } = await engine.call<Evidence>(
      'GET',
      `/runs/${runs[0]!.id}/evidence`,
    )
    return JSON.parse(withoutIds(JSON.stringify(found)))
  } finally {
    await engine.close()
  }
}

function study(model: string) {
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
    study: {
      model,
      replicates: REPLICATES,
      randomSeed: 5,
      maxConcurrency: CONCURRENCY,
      // The instant would be in the prompts.
      asOf: '2026-01-05T09:00:00Z',
      // A cap far away, so that every call is set aside.
      budgetTokens: 50_000_000,
    },
  }
}
