import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

const bin = resolve('bin/workbench.cjs')

export type Ended = { code: number | null; stdout: string; stderr: string }
export type Running = {
  child: ChildProcess
  ended: Promise<Ended>
  /** Resolves with the first whole line of standard output; rejects when the process ends first. */
  firstLine(): Promise<string>
  /** Standard error so far. */
  stderr(): string
}

/** Starts the command line as a user would, without a terminal or a display. */
export function startCli(
  args: readonly string[],
  { env = {}, cwd }: { env?: Record<string, string>; cwd?: string } = {},
): Running {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...own } = process.env
  const child = spawn(process.execPath, [bin, ...args], {
    env: { ...own, RUST_LOG: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    stdout,
    stderr,
  }))
  async function firstLine(): Promise<string> {
    while (!stdout.includes('\n')) {
      if (child.exitCode !== null) throw new Error(`Ended with ${child.exitCode}: ${stderr}`)
      await new Promise((go) => setTimeout(go, 20))
    }
    return stdout.split('\n')[0]!
  }
  return { child, ended, firstLine, stderr: () => stderr }
}

export function runCli(
  args: readonly string[],
  options?: Parameters<typeof startCli>[1],
): Promise<Ended> {
  return startCli(args, options).ended
}
