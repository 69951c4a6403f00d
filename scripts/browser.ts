import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'

const candidates = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** A Chromium to test in: one that is there, else one that can be installed, else undefined. */
export function findOrInstallBrowser(): string | undefined {
  return findBrowser() ?? installWithPlaywright() ?? installWithApt()
}

function findBrowser(): string | undefined {
  return [...candidates, chromium.executablePath()].find((path) => path && existsSync(path))
}

function installWithPlaywright(): string | undefined {
  console.log(
    'No Chrome or Chromium found: installing one for the tests (playwright install chromium)',
  )
  run('playwright', ['install', 'chromium'])
  return findBrowser()
}

function installWithApt(): string | undefined {
  if (process.getuid?.() !== 0 || !isDebianFamily()) return undefined
  console.log(
    'That did not work; installing Debian’s chromium instead (apt-get install -y chromium)',
  )
  run('apt-get', ['update'])
  run('apt-get', ['install', '-y', 'chromium'])
  return findBrowser()
}

function isDebianFamily(): boolean {
  const release = '/etc/os-release'
  return existsSync(release) && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync(release, 'utf8'))
}

function run(command: string, args: string[]): void {
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 10 * 60_000 })
}
