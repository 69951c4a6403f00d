import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const ServerFile = z.object({ url: z.url(), pid: z.number() })
const OWNER_ONLY = 0o600
const ANSWER_WITHIN_MS = 3000

/** Tells other processes of this user where the workspace is served, and how to be let in. */
export function writeServerFiles(workspace: string, url: string, controlKey: string): void {
  // Made anew: a file that exists keeps its mode, whatever it is written with.
  removeServerFiles(workspace)
  const files = {
    'control.key': controlKey,
    'server.json': JSON.stringify({ url, pid: process.pid }),
  }
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(workspace, name), text, { mode: OWNER_ONLY, flag: 'wx' })
}

export function removeServerFiles(workspace: string): void {
  for (const name of ['server.json', 'control.key']) rmSync(join(workspace, name), { force: true })
}

/** Undefined where nobody serves the workspace; files of a killed server count as nobody. */
export async function findServer(
  workspace: string,
): Promise<{ url: string; pid: number; key: string } | undefined> {
  try {
    const server = ServerFile.parse(
      JSON.parse(readFileSync(join(workspace, 'server.json'), 'utf8')),
    )
    const key = readFileSync(join(workspace, 'control.key'), 'utf8')
    const answer = await fetch(`${server.url}/workspace`, {
      headers: { 'x-api-key': key },
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    await answer.body?.cancel()
    return answer.ok ? { ...server, key } : undefined
  } catch {
    // Missing, torn or stale: in each case there is no server to talk to.
    return undefined
  }
}
