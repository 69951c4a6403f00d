import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it } from 'vitest'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function workbench(...args: string[]) {
  return spawnSync(process.execPath, ['bin/workbench.cjs', ...args], { encoding: 'utf8' })
}

it('runs a study file and prints nothing but its evidence as JSON', () => {
  const out = join(folder, 'evidence')
  const result = workbench(
    'study',
    'run',
    'resources/samples/quick-try.json',
    '--json',
    '--out',
    out,
  )
  expect(result.status).toBe(0)
  const evidence = JSON.parse(result.stdout) as { rehearsal: boolean; questions: unknown[] }
  expect(evidence).toMatchObject({ rehearsal: true, provisional: false })
  expect(evidence.questions).toHaveLength(2)
  expect(readdirSync(out).toSorted()).toEqual([
    'answers.csv',
    'answers.jsonl',
    'codebook.csv',
    'evidence.json',
    'interviews.csv',
    'manifest.json',
    'report.html',
  ])
})

it('makes a key that a running server takes, lists it and revokes it', async () => {
  const workspace = join(folder, 'keys')
  const created = workbench('keys', 'create', '--workspace', workspace, '--profile', 'read')
  const key = created.stdout.trim()
  expect(key).toMatch(/^pk_\w{8}_\w{38}$/)

  const server = spawn(process.execPath, [
    'bin/workbench.cjs',
    'serve',
    '--workspace',
    workspace,
    '--port',
    '0',
  ])
  try {
    const line = await new Promise<string>((resolve) =>
      createInterface({ input: server.stdout }).once('line', resolve),
    )
    const { url, uiUrl } = JSON.parse(line) as { url: string; uiUrl: string | null }
    expect(uiUrl).toBeNull()
    const list = () => fetch(`${url}/personas`, { headers: { 'x-api-key': key } })
    expect((await list()).status).toBe(200)
    expect(statSync(join(workspace, 'control.key')).mode & 0o077).toBe(0)

    const second = workbench('serve', '--workspace', workspace, '--port', '0')
    expect(second.status).toBe(1)
    expect(second.stderr).toContain(`process ${server.pid}`)

    const id = workbench('keys', 'list', '--workspace', workspace).stdout.split(' ')[0]!
    expect(workbench('keys', 'revoke', id, '--workspace', workspace).status).toBe(0)
    const refused = await list()
    expect(refused.status).toBe(401)
    expect(await refused.json()).toMatchObject({ error: expect.stringContaining('revoked') })
  } finally {
    server.kill('SIGTERM')
    await new Promise((resolve) => server.once('close', resolve))
  }
})

it('imports people, tells each bad line, and asks one of them', () => {
  const workspace = join(folder, 'people')
  const file = 'resources/samples/people-with-mistakes.csv'
  const imported = workbench('persona', 'import', file, '--workspace', workspace)
  expect(imported).toMatchObject({ status: 1, stdout: '3 imported, 4 failed\n' })
  expect(
    imported.stderr
      .split('\n')
      .slice(0, 4)
      .map((line) => line.split(':')[0]),
  ).toEqual(['line 3', 'line 4', 'line 6', 'line 7'])
  const list = workbench('persona', 'list', '--workspace', workspace).stdout
  expect(list.trim().split('\n')).toHaveLength(3)
  const asked = workbench(
    'persona',
    'ask',
    'Nicola Lowe',
    'Where do you live?',
    '--workspace',
    workspace,
  )
  expect(asked.status).toBe(0)
  expect(asked.stdout).toContain('Leeds')
  expect(asked.stderr).toContain('Rehearsal')
})

it.each([
  [['study', 'run', 'nowhere.yaml'], 1, /^Cannot read nowhere\.yaml: .*\n$/],
  [['study', 'run', 'package.json'], 1, /^Invalid study file/],
  [['keys', 'create', '--workspace', '/tmp/x', '--profile', 'king'], 1, /must be one of/],
  [['serve'], 2, /required option/],
])('answers %j with exit code %d and plain words', (args, status, words) => {
  const result = workbench(...args)
  expect(result.status).toBe(status)
  expect(result.stderr).toMatch(words)
  expect(result.stderr).not.toMatch(/\n\s+at /)
})
