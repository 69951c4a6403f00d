import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, test } from '@playwright/test'

const binary = electronBinary()
test.skip(binary === undefined, 'The Electron binary is not here: desktop tests are skipped')

test('the desktop window opens the workbench on a workspace of its own', async () => {
  const workspace = mkdtempSync(join(tmpdir(), 'workbench-desktop-'))
  const app = await _electron.launch({
    executablePath: binary!,
    args: ['.'],
    env: { ...(process.env as Record<string, string>), WORKBENCH_WORKSPACE: workspace },
  })
  const page = await app.firstWindow()
  await expect(page.getByRole('link', { name: 'Personas', exact: true })).toBeVisible()
  expect(page.url()).toMatch(/^app:\/\/workbench\/ui\//)
  // Isolated: the page sees the bridge and nothing of Node.
  const seen = await page.evaluate(() => ({
    bridge: Object.keys((globalThis as unknown as { bridge: object }).bridge).toSorted(),
    require: typeof (globalThis as { require?: unknown }).require,
    process: typeof (globalThis as { process?: unknown }).process,
  }))
  expect(seen).toEqual({
    bridge: ['openTextFiles', 'saveText', 'secretStorage'],
    require: 'undefined',
    process: 'undefined',
  })
  await app.close()
  rmSync(workspace, { recursive: true })
})

/** Without importing electron, which would start to download it. */
function electronBinary(): string | undefined {
  const folder = 'node_modules/electron'
  if (!existsSync(join(folder, 'path.txt'))) return undefined
  const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim())
  return existsSync(path) ? path : undefined
}
