import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startServing } from '../../../src/main/cli/serve.ts'
import { runCli, startCli, type Running } from '../../helpers/run-cli.ts'

let folder: string
let running: Running[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbench-cli-'))
  running = []
})
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGKILL')
    await ended
  }
  rmSync(folder, { recursive: true, force: true })
})

type Served = { url: string; uiUrl: string | null; workspace: string; pid: number }

async function serve(...args: string[]): Promise<Served & { process: Running }> {
  const started = startCli(['serve', '--workspace', folder, '--port', '0', ...args])
  running.push(started)
  return { ...(JSON.parse(await started.firstLine()) as Served), process: started }
}

async function newKey(profile: string): Promise<string> {
  const { stdout, stderr, code } = await runCli([
    'keys',
    'create',
    '--workspace',
    folder,
    '--profile',
    profile,
  ])
  expect({ stderr, code }).toEqual({ stderr: 'This is the only time the key is shown.\n', code: 0 })
  return stdout.trim()
}

describe('serve', () => {
  it('prints one line when it answers, without a secret, and ends cleanly on SIGTERM', async () => {
    const { url, uiUrl, workspace, pid, process: server } = await serve()
    expect({ uiUrl, workspace, pid }).toEqual({
      uiUrl: null,
      workspace: folder,
      pid: server.child.pid,
    })
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect((await fetch(`${url}/personas`)).status).toBe(401)

    const mode = (name: string) => (statSync(join(folder, name)).mode & 0o777).toString(8)
    expect(JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8'))).toEqual({ url, pid })
    expect([mode('server.json'), mode('control.key')]).toEqual(['600', '600'])

    server.child.kill('SIGTERM')
    const { code, stdout, stderr } = await server.ended
    expect({ code, lines: stdout.trim().split('\n').length, stderr }).toEqual({
      code: 0,
      lines: 1,
      stderr: '',
    })
    expect(readdirSync(folder)).not.toContain('server.json')
    expect(readdirSync(folder)).not.toContain('control.key')
  })

  it('takes keys that are made beside it', async () => {
    const { url } = await serve()
    const key = await newKey('read')
    const answer = await fetch(`${url}/personas`, { headers: { 'x-api-key': key } })
    expect(answer.status).toBe(200)
    const listed = await runCli(['keys', 'list', '--workspace', folder])
    expect(listed.stdout).toContain(key.slice(0, 11))
    expect(listed.stdout).not.toContain(key)
  })

  it('can be followed by another after it was killed', async () => {
    const first = await serve()
    first.process.child.kill('SIGKILL')
    await first.process.ended
    expect(existsSync(join(folder, 'server.json'))).toBe(true)
    const second = await serve()
    expect(JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8')).pid).toBe(second.pid)
  })

  it('refuses a port that is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await once(holder, 'listening')
    const { port } = holder.address() as { port: number }
    const { code, stderr } = await runCli(['serve', '--workspace', folder, '--port', `${port}`])
    holder.close()
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `Port ${port} is taken by another program\n`,
    })
  })

  it('lets other commands work through it', async () => {
    const { url } = await serve()
    const file = 'resources/samples/people-with-mistakes.csv'
    const imported = await runCli(['persona', 'import', file, '--workspace', folder])
    expect(imported).toMatchObject({ code: 1, stdout: '3 imported, 4 failed\n' })
    const headers = { 'x-api-key': await newKey('read') }
    const { total } = (await (await fetch(`${url}/personas`, { headers })).json()) as {
      total: number
    }
    expect(total).toBe(3)
    const listed = await runCli(['persona', 'list', '--workspace', folder])
    const [line] = listed.stdout.split('\n')
    const id = line!.split(' ')[0]!
    const asked = await runCli(['persona', 'ask', id, 'Who are you?', '--workspace', folder])
    expect(asked.code).toBe(0)
    expect(asked.stdout.length).toBeGreaterThan(10)
    expect(asked.stderr).toContain('Rehearsal')
  })
})

describe('open', () => {
  it('prints a fresh link of a server that serves the page', async () => {
    const rendererDir = join(folder, 'page')
    mkdirSync(rendererDir)
    writeFileSync(join(rendererDir, 'index.html'), '<!doctype html>')
    const { served, close } = await startServing({
      workspace: folder,
      port: 0,
      ui: true,
      rendererDir,
    })
    const { url, uiUrl } = served
    const { stdout, code } = await runCli(['open', '--workspace', folder])
    expect(code).toBe(0)
    const links = [uiUrl!, stdout.trim()]
    expect(new Set(links).size).toBe(2)
    const keys = []
    for (const link of links) {
      expect(link.startsWith(`${url}/ui/#token=`)).toBe(true)
      const answer = await fetch(`${url}/ui/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: link.split('=')[1] }),
      })
      keys.push(((await answer.json()) as { key: string }).key)
    }
    const statuses = keys.map(
      async (key) => (await fetch(`${url}/workspace`, { headers: { 'x-api-key': key } })).status,
    )
    expect(await Promise.all(statuses)).toEqual([200, 200])
    await close()
  })

  it('says what to do where there is no server, or none with a page', async () => {
    const none = await runCli(['open', '--workspace', folder])
    expect(none).toMatchObject({ code: 1, stdout: '' })
    expect(none.stderr).toContain(`npx workbench serve --workspace ${folder} --ui`)
    await serve()
    const bare = await runCli(['open', '--workspace', folder])
    expect(bare).toMatchObject({ code: 1, stdout: '' })
    expect(bare.stderr).toContain('--ui')
  })
})

describe('a wrong call', () => {
  it.each([
    [['serve'], '--workspace'],
    [['serve', '--workspace', 'x', '--port', '99999'], 'at most 65535'],
    [['serve', '--workspace', 'x', '--port', 'abc'], 'whole number'],
    [['dance'], 'unknown command'],
    [['study', 'run'], 'missing required argument'],
    [['keys', 'list', '--workspace', 'x', '--loud'], 'unknown option'],
  ])('%j ends with 2 and says why', async (args, reason) => {
    const { code, stdout, stderr } = await runCli(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(reason)
  })

  it.each([
    [['keys', 'list', '--workspace', '/nonexistent/x'], 'There is no workspace in'],
    [['persona', 'list', '--workspace', '/nonexistent/x'], 'There is no workspace in'],
  ])('%j fails with 1, in one line without a stack', async (args, reason) => {
    const { code, stdout, stderr } = await runCli(args)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(reason)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  it('of help is no wrong call', async () => {
    const { code, stdout } = await runCli(['--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('Usage: workbench')
  })
})

// The machine's own Node, where it is another than the project's.
const older = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => existsSync(path))

describe.skipIf(!older)('on another Node', () => {
  it('hands over to the project’s, with its signals and its exit code', async () => {
    const child = spawn(
      older!,
      ['bin/workbench.cjs', 'serve', '--workspace', folder, '--port', '0'],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    const { pid, url } = JSON.parse(line.toString()) as Served
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    child.kill('SIGINT')
    const [code] = (await once(child, 'exit')) as [number]
    expect(code).toBe(0)
    expect(() => process.kill(pid, 0)).toThrow()
  })
})
