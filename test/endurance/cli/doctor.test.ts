import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { indexedRows, operate } from '../../helpers/index-surgery.ts'
import { seed } from '../../helpers/rest.ts'
import { runCli } from '../../helpers/run-cli.ts'
import { openTestEngine } from '../../helpers/test-engine.ts'

let workspace: string
beforeEach(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'doctor-'))
  const engine = await openTestEngine({}, { workspaceDir: workspace })
  await engine.call('POST', '/personas', { seed: seed('Maya') })
  await engine.close()
})
afterEach(() => rmSync(workspace, { recursive: true }))

const doctor = async (...more: string[]) => {
  const { code, stdout } = await runCli(['doctor', '--workspace', workspace, ...more])
  return { code, stdout }
}

function tamper(sql: string): void {
  const db = new SqliteDatabase(join(workspace, 'workspace.db'))
  db.pragma('foreign_keys = off')
  db.exec(sql)
  db.close()
}

it('finds a workspace sound that is', async () => {
  const { code, stdout } = await doctor('--json')
  const { findings } = JSON.parse(stdout) as { findings: { what: string; state: string }[] }
  expect({ code, findings: findings.map(({ what, state }) => [what, state]) }).toEqual({
    code: 0,
    findings: [
      ['database', 'sound'],
      ['index', 'sound'],
      ['memories', 'sound'],
    ],
  })
})

it('repairs what an unclean stop left, and says so once', async () => {
  tamper(`update setting set value = '1' where name = 'openSince'`)
  await operate(join(workspace, 'vectors'), async ({ rows, insert, remove }) => {
    const [row] = await rows()
    await remove([row!.entryId])
    await insert([{ ...row!, superseded: true }])
  })
  const first = await doctor()
  expect(first).toEqual({
    code: 0,
    stdout: expect.stringMatching(
      /^last stop +repaired +Reconciled \d+ memories: stale in the index: 1$/m,
    ),
  })
  expect((await indexedRows(join(workspace, 'vectors'))).every((row) => !row.superseded)).toBe(true)
  expect((await doctor()).stdout).toMatch(/^memories +sound +.*nothing to repair$/m)
})

it('ends with 1 where something is left, and touches nothing then', async () => {
  tamper(`insert into session (id, tenant_id, persona_id, kind, title, mood, created_at, updated_at)
    values ('s', 't', 'nobody', 'interview', '', '{}', 0, 0)`)
  expect(await doctor()).toEqual({
    code: 1,
    stdout: 'database   wrong     A row of session refers to a persona that is not there\n',
  })
})

it('makes no workspace where there is none', async () => {
  const { code, stderr } = await runCli(['doctor', '--workspace', join(workspace, 'missing')])
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringContaining('There is no workspace'),
  })
})
