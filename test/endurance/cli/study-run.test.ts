import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Evidence } from '../../../src/shared/contract/evidence.ts'
import { startFakeOpenAi } from '../../helpers/fake-openai-server.ts'
import { runCli, startCli } from '../../helpers/run-cli.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbench-cli-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const outputs = [
  'answers.csv',
  'answers.jsonl',
  'codebook.csv',
  'evidence.json',
  'interviews.csv',
  'manifest.json',
  'report.html',
]

it('runs a study file, prints its evidence and writes everything', async () => {
  const { code, stdout, stderr } = await runCli(
    ['study', 'run', join(process.cwd(), 'resources/samples/quick-try.json')],
    { cwd: folder, env: { TMPDIR: folder } },
  )
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('A quick try with six people')
  expect(stdout).toContain('not evidence about people')
  expect(stdout).toMatch(/mean \d\.\d\d \[/)
  // The temporary workspace is gone; only what was asked for stays.
  expect(readdirSync(folder)).toEqual(['a-quick-try-with-six-people-evidence'])
  const out = join(folder, 'a-quick-try-with-six-people-evidence')
  expect(readdirSync(out).toSorted()).toEqual(outputs)
  const rows = parse(readFileSync(join(out, 'answers.csv'))) as string[][]
  expect(rows).toHaveLength(1 + 6 * 2)
})

it('writes the schema of study files beside them', async () => {
  const { code, stdout } = await runCli(['study', 'schema', folder])
  const path = join(folder, 'study-file.schema.json')
  expect({ code, stdout }).toEqual({ code: 0, stdout: `Written: ${path}\n` })
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(
    JSON.parse(readFileSync('docs/study-file.schema.json', 'utf8')),
  )
})

it('prints JSON alone when asked, of another seed when told', async () => {
  const run = async (...args: string[]) => {
    const { code, stdout, stderr } = await runCli([
      'study',
      'run',
      'resources/samples/quick-try.json',
      '--json',
      '--out',
      join(folder, 'out'),
      ...args,
    ])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return Evidence.parse(JSON.parse(stdout)).questions.map(({ overall }) => overall)
  }
  expect(await run('--seed', '8')).not.toEqual(await run())
})

it('pauses on Ctrl-C, says how to go on, and goes on without asking twice', async () => {
  const model = await startFakeOpenAi()
  model.behave({ kind: 'answer', words: ['The ', 'company.'], delayMs: 40 })
  const env = {
    WORKBENCH_MODEL_BASE_URL: model.baseUrl,
    WORKBENCH_MODEL_NAME: 'fake-1',
    TMPDIR: folder,
  }
  try {
    const file = slowStudy(join(folder, 'study.json'), 16)
    const out = join(folder, 'out')
    const running = startCli(['study', 'run', file, '--out', out], { env })
    while (model.seen.length < 4) await new Promise((go) => setTimeout(go, 20))
    running.child.kill('SIGINT')
    const { code, stderr } = await running.ended
    expect(code).toBe(1)
    const [, done] = /^Paused, (\d+) of 16 done/.exec(stderr) ?? []
    expect(Number(done)).toBeGreaterThan(0)
    expect(Number(done)).toBeLessThan(16)

    const [, command] = /npx workbench (study resume .*)\n/.exec(stderr) ?? []
    const resumed = await runCli([...command!.split(' '), '--out', out], { env })
    expect(resumed).toMatchObject({ code: 0, stderr: '' })
    expect(resumed.stdout).toContain('n 16')
    expect(readdirSync(out).toSorted()).toEqual(outputs)
    expect(model.seen).toHaveLength(16)
  } finally {
    await model.stop()
  }
})

it('says why a run failed, in one line', async () => {
  const file = slowStudy(join(folder, 'study.json'), 2, 'nobody-has-this-model')
  const { code, stdout, stderr } = await runCli(['study', 'run', file], {
    cwd: folder,
    env: { TMPDIR: folder },
  })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toContain('nobody-has-this-model')
})

/** One open question to `people` people, two at a time. */
function slowStudy(path: string, people: number, model = 'fake-1'): string {
  const study = {
    workbench: 1,
    name: 'Slow',
    personas: {
      inline: Array.from({ length: people }, (_, i) => ({
        firstName: `Ada${i}`,
        lastName: 'Berg',
        age: 30 + i,
        location: 'Leeds, England',
        baseOccupation: 'Nurse',
      })),
    },
    cohorts: [{ name: 'Everyone', criteria: { all: [] } }],
    population: {},
    skill: {
      name: 'Slow',
      objective: 'Test',
      questions: [{ id: 'q', type: 'open', text: 'What would you miss?' }],
    },
    study: { randomSeed: 1, model, maxConcurrency: 2 },
  }
  writeFileSync(path, JSON.stringify(study))
  return path
}
