import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startFakeOpenAi } from '../helpers/fake-openai-server.ts'

const PEOPLE = 150
const KILLS = 8
/** What the fake model says that each answer took. */
const [BILLED_IN, BILLED_OUT] = [11, 7]
const pricing = { inputPerMillion: 3.333333, outputPerMillion: 17.77, currency: 'EUR' }
const budgetMoney = 0.1234567

let folder: string
let server: Awaited<ReturnType<typeof startFakeOpenAi>>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'budget-kill-'))
  server = await startFakeOpenAi()
  server.behave({ kind: 'answer', words: ['Answer: ', 'Agree'], delayMs: 15 })
})
afterEach(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

it(
  `never costs more than its cap through ${KILLS} kills, and pays for no answer twice but those cut off`,
  { timeout: 120_000 },
  async () => {
    const studyFile = join(folder, 'study.json')
    writeFileSync(studyFile, JSON.stringify(study()))
    const workspace = join(folder, 'workspace')
    for (let i = 0; i < KILLS; i++) await runChild([workspace, studyFile], 60 + ((i * 7919) % 400))
    await runChild([workspace, studyFile])

    const asked = server.seen.length
    const billed =
      (asked * (BILLED_IN * pricing.inputPerMillion + BILLED_OUT * pricing.outputPerMillion)) / 1e6
    expect(billed).toBeLessThanOrEqual(budgetMoney)
    const run = read(workspace)
    expect(run.held_in + run.held_out).toBe(0)
    const spent =
      ((run.tokens_in + run.lost_in) * pricing.inputPerMillion +
        (run.tokens_out + run.lost_out) * pricing.outputPerMillion) /
      1e6
    expect(spent).toBeLessThanOrEqual(budgetMoney)
    expect(spent).toBeGreaterThanOrEqual(billed)
    expect(run.lost_out).toBeGreaterThan(0)
    // Every answer that came back is in the cache: what was asked again was in flight at a kill.
    expect(asked - run.cached).toBeLessThanOrEqual(KILLS * 6)
    expect(run.sessions).toBe(run.succeeded)
  },
)

function runChild(args: readonly string[], killAfterMs?: number): Promise<void> {
  const all = ['test/helpers/run-study-child.ts', ...args, JSON.stringify(pricing)]
  const child = spawn(process.execPath, all, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      WORKBENCH_MODEL_BASE_URL: server.baseUrl,
      WORKBENCH_MODEL_NAME: 'served',
    },
  })
  const errors: Buffer[] = []
  child.stderr.on('data', (data: Buffer) => errors.push(data))
  return new Promise((resolve, reject) => {
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
  const run = db
    .prepare(
      `select tokens_in, tokens_out, tokens_in_lost as lost_in, tokens_out_lost as lost_out,
         tokens_in_reserved as held_in, tokens_reserved as held_out, tasks_succeeded as succeeded,
         (select count(*) from answer_cache) as cached, (select count(*) from session) as sessions
       from run`,
    )
    .get() as Record<string, number>
  db.close()
  return run as Record<'held_in' | 'held_out' | 'lost_in' | 'lost_out', number> &
    Record<'tokens_in' | 'tokens_out' | 'cached' | 'sessions' | 'succeeded', number>
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
      name: 'One question',
      objective: 'Spend no more',
      questions: [{ id: 'agree', type: 'likert', text: 'The queue was short.' }],
    },
    study: { model: 'served', maxConcurrency: 6, budgetMoney },
  }
}
