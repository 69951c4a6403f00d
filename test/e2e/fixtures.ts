import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { test as base, expect } from '@playwright/test'

export type Workbench = { url: string; uiUrl: string; workspace: string; stop(): Promise<void> }

/** The real server on a fresh workspace, started as a user would start it. */
export async function startWorkbench(...options: string[]): Promise<Workbench> {
  const workspace = mkdtempSync(join(tmpdir(), 'workbench-e2e-'))
  const args = ['bin/workbench.cjs', 'serve', '--ui', '--workspace', workspace]
  const child = spawn(process.execPath, [...args, '--port', String(await freePort()), ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { url, uiUrl } = await firstLine(child)
  return {
    url,
    uiUrl,
    workspace,
    async stop() {
      const ended = new Promise((done) => child.once('close', done))
      child.kill('SIGTERM')
      await ended
      rmSync(workspace, { recursive: true, force: true })
    },
  }
}

/** A page in a fresh, empty workspace. Anything the page logs as an error fails the test. */
export const test = base.extend<{ options: string[]; workbench: Workbench }>({
  options: [[], { option: true }],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern
  workbench: async ({ options }, use) => {
    const workbench = await startWorkbench(...options)
    await use(workbench)
    await workbench.stop()
  },
  page: async ({ page, workbench }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    await page.goto(workbench.uiUrl)
    await use(page)
    expect(errors).toEqual([])
  },
})
export { expect }

export const sample = (name: string) => resolve('resources/samples', name)

function firstLine(child: ChildProcess): Promise<{ url: string; uiUrl: string }> {
  return new Promise((done, fail) => {
    createInterface({ input: child.stdout! }).once('line', (line) =>
      done(JSON.parse(line) as { url: string; uiUrl: string }),
    )
    child.once('close', (code) => fail(new Error(`The workbench ended with ${code}`)))
  })
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
}
