// Time from process start to the line that says where a workspace of 10,000 personas is served,
// against a bare Node process.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createEngine } from '../../src/main/engine/index.ts'
import { printResults } from './bench-result.ts'

const PERSONAS = Number(process.argv[2] ?? 10_000)
const ROUNDS = 3
const folder = mkdtempSync(join(tmpdir(), 'bench-start-'))
const workspace = join(folder, 'ws')
await fill()

const starts: number[] = []
const pages: number[] = []
for (let i = 0; i < ROUNDS; i++) {
  const { startMs, pageMs } = await startOnce()
  starts.push(startMs)
  pages.push(pageMs)
}
const bare: number[] = []
for (let i = 0; i < ROUNDS; i++) bare.push(await bareNode())
rmSync(folder, { recursive: true })

printResults([
  {
    what: `serve a workspace of ${PERSONAS} personas, until ready`,
    value: median(starts),
    unit: 'ms',
    ratio: median(starts) / median(bare),
  },
  { what: 'bare Node process, until its first line', value: median(bare), unit: 'ms' },
  { what: 'first page of 200 personas over HTTP', value: median(pages), unit: 'ms' },
])

async function fill(): Promise<void> {
  const engine = await createEngine({ workspaceDir: workspace, resourcesDir: 'resources' })
  const lines = Array.from({ length: PERSONAS }, (_, i) =>
    JSON.stringify({
      firstName: `Ada${i}`,
      lastName: 'Berg',
      age: 18 + (i % 70),
      location: 'Leeds, England',
      baseOccupation: i % 2 === 0 ? 'Nurse' : 'Teacher',
    }),
  )
  const answer = await engine.app.fetch(
    new Request('http://localhost/personas/import', {
      method: 'POST',
      body: lines.join('\n'),
      headers: { 'content-type': 'application/x-ndjson' },
    }),
    { principal: engine.principal('cli') },
  )
  if (!answer.ok) throw new Error(await answer.text())
  await engine.close()
}

async function startOnce(): Promise<{ startMs: number; pageMs: number }> {
  const startedAt = performance.now()
  const args = ['bin/workbench.cjs', 'serve', '--workspace', workspace, '--port', '0']
  const child = spawn(process.execPath, args)
  const { url } = JSON.parse(await firstLine(child.stdout)) as { url: string }
  const startMs = performance.now() - startedAt
  const key = readFileSync(join(workspace, 'control.key'), 'utf8')
  const pageStart = performance.now()
  await (await fetch(`${url}/personas?limit=200`, { headers: { 'x-api-key': key } })).text()
  const pageMs = performance.now() - pageStart
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('close', resolve))
  return { startMs, pageMs }
}

async function bareNode(): Promise<number> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['-e', 'console.log(1)'])
  await firstLine(child.stdout)
  return performance.now() - startedAt
}

function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve) => createInterface({ input: stream }).once('line', resolve))
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
