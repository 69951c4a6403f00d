import { spawn, spawnSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CommandError } from './client.ts'
import { defaultWorkspace, projectDir } from './paths.ts'
import { closeOnSignal, startServing } from './serve.ts'

const GIVE_UP_MS = 20_000

/** Opens the workbench on its sample workspace: the desktop window, or else the browser. */
export async function start(options: {
  workspace?: string | undefined
  port?: number | undefined
}) {
  buildIfNeeded()
  const electron = hasDisplay() ? await findElectron() : undefined
  if (electron) return openWindow(electron, options.workspace)
  console.log(
    hasDisplay()
      ? 'The desktop window cannot be had here (no Electron binary), so the workbench opens in the browser.'
      : 'There is no display here, so the workbench opens in the browser.',
  )
  const { served, close } = await startServing({
    workspace: options.workspace ?? defaultWorkspace(),
    port: options.port,
    ui: true,
    sample: options.workspace === undefined,
  })
  closeOnSignal(close)
  console.log(`\n  ${served.uiUrl}\n`)
  console.log(
    'The link works once, within a minute; "npx workbench open" prints a fresh one. Ctrl-C stops.',
  )
  if (hasDisplay() && served.uiUrl) openBrowser(served.uiUrl)
}

/** Builds the desktop process and the page when their sources are newer than what was built. */
export function buildIfNeeded(say: (text: string) => void = console.log): void {
  const built = newest(['out/renderer/index.html', 'out/main/index.js'])
  const isBuilt = ['out/renderer/index.html', 'out/main/index.js'].every((file) =>
    existsSync(join(projectDir, file)),
  )
  const sources = globSync(['src/**/*.{ts,tsx,css,html}', '*.config.ts', 'package-lock.json'], {
    cwd: projectDir,
  })
  if (isBuilt && newest(sources) <= built) return
  say('Building the interface (once, about 15 seconds)…')
  const vite = join(projectDir, 'node_modules/electron-vite/bin/electron-vite.js')
  const result = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: projectDir,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (result.status !== 0) throw new CommandError('The interface could not be built: see above')
}

function newest(files: readonly string[]): number {
  const times = files
    .map((file) => join(projectDir, file))
    .filter((file) => existsSync(file))
    .map((file) => statSync(file).mtimeMs)
  return Math.max(0, ...times)
}

function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY)
}

/** Path of the Electron binary, fetching it where it is not there; undefined where it cannot be had. */
async function findElectron(): Promise<string | undefined> {
  const folder = join(projectDir, 'node_modules/electron')
  const known = await electronPath(folder)
  if (known) return known
  if (!existsSync(join(folder, 'install.js'))) return undefined
  console.log('Fetching the desktop window’s binary (once)…')
  const isThere = await new Promise<boolean>((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const giveUp = () => child.kill()
    let timer = setTimeout(giveUp, GIVE_UP_MS)
    const sawProgress = () => {
      clearTimeout(timer)
      timer = setTimeout(giveUp, GIVE_UP_MS)
    }
    child.stdout.on('data', sawProgress)
    child.stderr.on('data', sawProgress)
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve(code === 0)
    })
  })
  return isThere ? electronPath(folder) : undefined
}

async function electronPath(folder: string): Promise<string | undefined> {
  // Never by importing the package: that would start a download and wait for it.
  const name = await readFile(join(folder, 'path.txt'), 'utf8').catch(() => undefined)
  const path = name && join(folder, 'dist', name.trim())
  return path && existsSync(path) ? path : undefined
}

function openWindow(electron: string, workspace: string | undefined): Promise<void> {
  const env = workspace ? { ...process.env, WORKBENCH_WORKSPACE: workspace } : process.env
  const child = spawn(electron, [projectDir], { stdio: 'inherit', env })
  return new Promise((resolve) => {
    child.once('close', (code) => {
      process.exitCode = code ?? 1
      resolve()
    })
  })
}

function openBrowser(url: string): void {
  const [command, args] = (
    {
      darwin: ['open', [url]],
      win32: ['cmd', ['/c', 'start', '', url]],
    } as Record<string, [string, string[]]>
  )[process.platform] ?? ['xdg-open', [url]]
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  // No browser to open: the link is on the screen.
  child.once('error', () => {})
  child.unref()
}
