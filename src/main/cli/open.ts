import { resolve } from 'node:path'
import { createClient } from './client.ts'
import { CommandError } from './command-error.ts'
import { defaultWorkspace } from './paths.ts'
import { findServer } from './server-file.ts'

/** Prints a fresh link to the interface of a running workbench. */
export async function printLink({ workspace }: { workspace?: string | undefined }): Promise<void> {
  const folder = resolve(workspace ?? defaultWorkspace())
  const link = await freshLink(folder)
  if (!link)
    throw new CommandError(
      `Nobody serves ${folder}: start it with "npx workbench serve --workspace ${folder} --ui"`,
    )
  console.log(link)
}

/** A link with a one-time token; undefined where nobody serves the workspace. */
export async function freshLink(workspace: string): Promise<string | undefined> {
  const server = await findServer(workspace)
  if (!server) return undefined
  const { token } = await createClient(server).json<{ token: string }>('POST', '/ui/tokens')
  return `${server.url}/ui/#token=${token}`
}
