import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fetchWhileItGrows } from './find-electron.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbench-grow-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const fetching = (code: string) =>
  fetchWhileItGrows({ command: ['-e', code], folders: [folder], giveUpMs: 1500 })

it('waits for as long as something arrives, however slowly', async () => {
  const started = Date.now()
  const slow = `const fs = require('node:fs'); let n = 0
    setInterval(() => {
      fs.appendFileSync(${JSON.stringify(join(folder, 'file'))}, 'x')
      if (++n === 8) process.exit(0)
    }, 250)`
  expect(await fetching(slow)).toBe(true)
  expect(Date.now() - started).toBeGreaterThan(1600)
})

it('counts what arrives in the temporary folder, which it clears away', async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('workbench-fetch-'))
  const slow = `const fs = require('node:fs'); const os = require('node:os'); let n = 0
    setInterval(() => {
      fs.appendFileSync(os.tmpdir() + '/part', 'x')
      if (++n === 6) process.exit(0)
    }, 250)`
  expect(await fetching(slow)).toBe(true)
  const after = readdirSync(tmpdir()).filter((name) => name.startsWith('workbench-fetch-'))
  expect(after).toEqual(before)
})

it('gives up when nothing comes, and when it fails', async () => {
  const started = Date.now()
  expect(await fetching('setInterval(() => {}, 1000)')).toBe(false)
  expect(Date.now() - started).toBeLessThan(10_000)
  expect(await fetching('process.exit(3)')).toBe(false)
})
