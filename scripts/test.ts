// Every test there is, as `npm test` runs them: types, lint, format, unit and integration, the
// build, and end-to-end in a real browser. Ends with one line that counts what ran.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findOrInstallBrowser } from './browser.ts'

type Counts = { passed: number; failed: number; skipped: number }

const reports = mkdtempSync(join(tmpdir(), 'workbench-test-'))
const counts: Counts = { passed: 0, failed: 0, skipped: 0 }
process.once('exit', () => rmSync(reports, { recursive: true, force: true }))

step('Types', 'tsc', ['-p', 'tsconfig.node.json'])
step('Types of the interface', 'tsc', ['-p', 'tsconfig.web.json'])
step('Lint', 'oxlint', [])
step('Format', 'prettier', ['--check', '--log-level', 'warn', '.'])
testStep('Unit and integration tests', 'vitest', vitestArgs(), readVitest, { PROPERTY_SEED: '1' })
step('Build', 'electron-vite', ['build', '--logLevel', 'warn'])
testStep('End-to-end tests', 'playwright', ['test'], readPlaywright, browserEnv())
finish(counts.failed === 0 ? 0 : 1)

function step(name: string, command: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean {
  console.log(`\n— ${name}`)
  const result = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  if (result.status === 0) return true
  console.error(`${name}: failed`)
  counts.failed += 1
  return false
}

function testStep(
  name: string,
  command: string,
  args: string[],
  read: () => Counts,
  env: NodeJS.ProcessEnv = {},
): void {
  const ok = step(name, command, args, env)
  if (!ok) counts.failed -= 1
  const found = read()
  // A runner that dies before its report has failed, whatever it had counted.
  if (!ok && found.failed === 0) found.failed = 1
  for (const key of ['passed', 'failed', 'skipped'] as const) counts[key] += found[key]
}

function vitestArgs(): string[] {
  return [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, 'vitest.json')}`,
  ]
}

function readVitest(): Counts {
  const report = readReport('vitest.json')
  return {
    passed: Number(report['numPassedTests'] ?? 0),
    failed: Number(report['numFailedTests'] ?? 0),
    skipped: Number(report['numPendingTests'] ?? 0) + Number(report['numTodoTests'] ?? 0),
  }
}

function readPlaywright(): Counts {
  const stats = (readReport('playwright.json')['stats'] ?? {}) as Record<string, number>
  return {
    passed: (stats['expected'] ?? 0) + (stats['flaky'] ?? 0),
    failed: stats['unexpected'] ?? 0,
    skipped: stats['skipped'] ?? 0,
  }
}

function readReport(name: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(join(reports, name), 'utf8')) as Record<string, unknown>
  } catch {
    // No report: the runner's exit status has already said that it failed.
    return {}
  }
}

function browserEnv(): NodeJS.ProcessEnv {
  const path = findOrInstallBrowser()
  if (!path) {
    console.error(
      'No browser to test in. Install Chrome or Chromium, or set CHROMIUM_PATH, and run npm test again.',
    )
    counts.failed += 1
    finish(1)
  }
  return { CHROMIUM_PATH: path, PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'playwright.json') }
}

function finish(code: number): never {
  console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
  process.exit(code)
}
