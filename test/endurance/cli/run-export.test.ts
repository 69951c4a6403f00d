import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Evidence } from '../../../src/shared/contract/evidence.ts'
import { runCli } from '../../helpers/run-cli.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbench-cli-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('saves a run in the formats asked for, and says which there are', async () => {
  const workspace = join(folder, 'ws')
  const study = join(process.cwd(), 'resources/samples/quick-try.json')
  const ran = await runCli(
    ['study', 'run', study, '--workspace', workspace, '--json', '--out', join(folder, 'first')],
    { cwd: folder },
  )
  const { run } = JSON.parse(ran.stdout) as Evidence
  const out = join(folder, 'files')
  const where = ['--workspace', workspace, '--out', out]

  const saved = await runCli(['run', 'export', run.id, 'pdf', 'sav', 'r', ...where])
  expect(saved).toMatchObject({ code: 0, stderr: '' })
  const stem = 'a-quick-try-with-six-people-run-1'
  const names = [`${stem}-report.pdf`, `${stem}-interviews.sav`, `${stem}-main-table.R`]
  expect(saved.stdout.trim().split('\n')).toEqual(names.map((name) => join(out, name)))
  expect(readdirSync(out).toSorted()).toEqual(names.toSorted())
  expect(readFileSync(join(out, names[0]!)).toString('latin1')).toMatch(/^%PDF-[\s\S]*%%EOF\s*$/)

  const unknown = await runCli(['run', 'export', run.id, 'docx', ...where])
  expect(unknown.code).toBe(1)
  expect(unknown.stderr).toContain('No format "docx": choose from html, pdf, xlsx')
})
