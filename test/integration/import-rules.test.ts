import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const root = process.cwd()
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-rules-'))
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function lint(path: string, line: string): string {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${line}\n`)
  const oxlint = join(root, 'node_modules/.bin/oxlint')
  return spawnSync(oxlint, [path], { cwd: folder, encoding: 'utf8' }).stdout
}

it.each([
  ['src/shared/contract/a.ts', `export { z } from 'hono'`],
  ['src/shared/contract/a.ts', `export { x } from '../../main/engine/errors.ts'`],
  ['src/preload/a.ts', `export { z } from 'zod'`],
  ['src/preload/a.ts', `export { x } from '../main/window.ts'`],
  ['src/renderer/src/app/a.ts', `export { x } from '../../../main/engine/errors.ts'`],
  ['src/renderer/src/app/a.ts', `export { readFileSync } from 'node:fs'`],
  ['src/main/engine/memory/a.ts', `export { app } from 'electron'`],
  ['src/main/engine/a.ts', `export { app } from 'electron'`],
  ['src/main/engine/memory/a.ts', `export { x } from '../../cli/serve.ts'`],
  ['src/main/engine/memory/a.ts', `export { x } from '../personas/personas.repo.ts'`],
  ['src/main/engine/domain/a.ts', `export { x } from '../db/open.ts'`],
  ['src/main/engine/domain/memory/a.ts', `export { x } from '../../db/open.ts'`],
  ['src/main/engine/domain/memory/a.ts', `export { readFileSync } from 'node:fs'`],
  [
    'src/main/engine/domain/personas/biography/a.ts',
    `export { x } from '../../../memory/recall.ts'`,
  ],
  ['src/main/engine/domain/memory/a.ts', `export const now = Date.now()`],
  ['src/main/engine/domain/memory/a.ts', `export const dice = Math.random()`],
])('refuses in %s: %s', (path, line) => {
  expect(lint(path, line)).toMatch(/no-restricted-(imports|globals|properties)/)
})

it.each([
  ['src/main/engine/domain/memory/a.ts', `export { uniform } from '../random.ts'`],
  [
    'src/main/engine/domain/memory/a.ts',
    `export { MemoryType } from '../../../../shared/contract/timeline.ts'`,
  ],
  ['src/main/engine/memory/a.ts', `export { getPersona } from '../personas/get-persona.ts'`],
  ['src/main/engine/memory/a.ts', `export { findEntries } from './memory.repo.ts'`],
  ['src/renderer/src/app/a.ts', `export { Persona } from '../../../shared/contract/personas.ts'`],
])('allows in %s: %s', (path, line) => {
  expect(lint(path, line)).not.toMatch(/no-restricted/)
})
