import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockWorkspace } from './workspace-lock.ts'

let folder: string
let child: ChildProcess | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbench-lock-'))
})
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const source = new URL('workspace-lock.ts', import.meta.url).href

/** Another process that owns the folder, and collects its garbage. */
async function owner(): Promise<ChildProcess> {
  const code = `
    const { lockWorkspace } = await import(${JSON.stringify(source)})
    lockWorkspace(${JSON.stringify(folder)})
    for (let i = 0; i < 5; i++) { globalThis.gc(); await new Promise((go) => setTimeout(go, 5)) }
    console.log('locked')
    setInterval(() => {}, 1000)`
  child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout!, 'data')
  return child
}

it('names the process that owns the workspace', async () => {
  const { pid } = await owner()
  expect(() => lockWorkspace(folder)).toThrow(
    `The workspace ${folder} is open in another workbench (process ${pid})`,
  )
})

it('is free again after its owner was killed', async () => {
  const other = await owner()
  other.kill('SIGKILL')
  await once(other, 'exit')
  const lock = lockWorkspace(folder)
  lock.release()
})

it('is taken within one process too, until it is released', () => {
  const lock = lockWorkspace(folder)
  expect(() => lockWorkspace(folder)).toThrow(/open in another workbench/)
  lock.release()
  lockWorkspace(folder).release()
})
