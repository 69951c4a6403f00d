import { spawn } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectDir } from './paths.ts'

const GIVE_UP_MS = 20_000
const LOOK_EVERY_MS = 500

type Fetching = {
  /** Node's own arguments: the script that fetches, and what follows it. */
  readonly command: readonly string[]
  /** Where what is fetched grows. */
  readonly folders: readonly string[]
  readonly giveUpMs?: number
}

/** Path of the Electron binary, fetching it where it is not there; undefined where it cannot be had. */
export async function findElectron(
  say: (text: string) => void = console.log,
): Promise<string | undefined> {
  const folder = join(projectDir, 'node_modules/electron')
  const known = await electronPath(folder)
  if (known) return known
  const script = join(folder, 'install.js')
  if (!existsSync(script)) return undefined
  say('Fetching the desktop window’s binary (once)…')
  const isThere = await fetchWhileItGrows({ command: [script], folders: [join(folder, 'dist')] })
  return isThere ? electronPath(folder) : undefined
}

/**
 * Runs a script that downloads, for as long as bytes arrive: it says nothing itself, and a slow line
 * is no reason to give up.
 *
 * @returns whether it succeeded
 */
export async function fetchWhileItGrows({
  command,
  folders,
  giveUpMs = GIVE_UP_MS,
}: Fetching): Promise<boolean> {
  const temporary = mkdtempSync(join(tmpdir(), 'workbench-fetch-'))
  const child = spawn(process.execPath, command, {
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
  })
  let [size, grewAt] = [-1, Date.now()]
  const watch = setInterval(() => {
    const now = [temporary, ...folders].reduce((total, folder) => total + sizeOf(folder), 0)
    if (now !== size) [size, grewAt] = [now, Date.now()]
    if (Date.now() - grewAt > giveUpMs) child.kill()
  }, LOOK_EVERY_MS)
  try {
    return await new Promise((resolve) => {
      child.once('error', () => resolve(false))
      child.once('close', (code) => resolve(code === 0))
    })
  } finally {
    clearInterval(watch)
    rmSync(temporary, { recursive: true, force: true })
  }
}

async function electronPath(folder: string): Promise<string | undefined> {
  // Never by importing the package: that would start a download and wait for it.
  const name = await readFile(join(folder, 'path.txt'), 'utf8').catch(() => undefined)
  const path = name && join(folder, 'dist', name.trim())
  return path && existsSync(path) ? path : undefined
}

function sizeOf(folder: string): number {
  return globSync('**/*', { cwd: folder }).reduce(
    // A file may be gone again by the time it is measured.
    (total, file) => total + (statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
}
