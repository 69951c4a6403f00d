import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'

test('the preload is one CommonJS file that needs electron alone', () => {
  expect(existsSync('out/preload/index.mjs')).toBe(false)
  const text = readFileSync('out/preload/index.cjs', 'utf8')
  const needed = [...text.matchAll(/require\(["']([^"']+)["']\)/g)].map(([, name]) => name)
  expect(needed).toEqual(['electron'])
  expect(text).not.toMatch(/^\s*(import|export)\s/m)
})

test('the built engine runs in plain Node, its workers too', () => {
  // A workspace on the disk: one in memory is read by no thread but the engine's own.
  const folder = mkdtempSync(join(tmpdir(), 'built-'))
  const script = `
    const { createEngine } = await import(${JSON.stringify(resolve('out/main/engine/index.js'))})
    const { readFileSync } = await import('node:fs')
    const engine = await createEngine({
      workspaceDir: ${JSON.stringify(join(folder, 'ws'))}, resourcesDir: 'resources', vectorIndex: 'exact',
    })
    const principal = engine.principal('cli')
    const call = async (method, path, body) => {
      const init = { method }
      if (body) Object.assign(init, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
      const answer = await engine.app.fetch(new Request('http://localhost' + path, init), { principal })
      if (!answer.ok) throw new Error(await answer.text())
      return answer.json()
    }
    const file = readFileSync('resources/samples/quick-try.json', 'utf8')
    const { study } = await call('POST', '/study-files', { file })
    const { run } = await call('POST', '/studies/' + study.id + '/runs', {})
    for (;;) {
      const now = await call('GET', '/runs/' + run.id)
      if (now.run.status === 'succeeded') break
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const evidence = await call('GET', '/runs/' + run.id + '/evidence')
    console.log(evidence.questions.map(({ overall }) => overall.n).join())
    await engine.close()`
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  expect(output.trim()).toMatch(/^\d,\d$/)
})
