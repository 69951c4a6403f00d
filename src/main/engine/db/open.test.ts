import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createEngine } from '../index.ts'

it('frees a workspace that could not be opened', async () => {
  const workspaceDir = mkdtempSync(join(tmpdir(), 'lock-release-'))
  const config = { workspaceDir, resourcesDir: 'resources', vectorIndex: 'exact' } as const
  writeFileSync(join(workspaceDir, 'workspace.db'), 'This is no database.'.repeat(100))
  await expect(createEngine(config)).rejects.toThrow(
    /^Cannot open the workspace .*: file is not a database$/,
  )

  rmSync(join(workspaceDir, 'workspace.db'))
  const engine = await createEngine(config)
  await engine.close()
  rmSync(workspaceDir, { recursive: true })
})
