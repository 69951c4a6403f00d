import { spawn } from 'node:child_process'
import { projectDir } from './paths.ts'

/** A window that closes sooner, with an error, never opened. */
const OPENS_WITHIN_MS = 10_000

export function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY)
}

/**
 * Opens the desktop window and waits until it is closed.
 *
 * @returns whether it opened at all
 */
export function openWindow(electron: string, workspace: string | undefined): Promise<boolean> {
  const env = workspace ? { ...process.env, WORKBENCH_WORKSPACE: workspace } : process.env
  const startedAt = Date.now()
  const child = spawn(electron, [projectDir], { stdio: 'inherit', env })
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('close', (code) => {
      const opened = code === 0 || Date.now() - startedAt > OPENS_WITHIN_MS
      if (opened) process.exitCode = code ?? 1
      resolve(opened)
    })
  })
}

export function openBrowser(url: string): void {
  const commands: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
    darwin: ['open', url],
    win32: ['cmd', '/c', 'start', '', url],
  }
  const [command, ...args] = commands[process.platform] ?? ['xdg-open', url]
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  // No browser to open: the link is on the screen.
  child.once('error', () => {})
  child.unref()
}
