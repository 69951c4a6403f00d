import { resolve } from 'node:path'
import { CommandError } from './client.ts'
import { defaultWorkspace } from './paths.ts'
import { findServer } from './server-file.ts'

/** Prints a fresh link to the interface of a running workbench. */
export async function printLink({ workspace }: { workspace?: string | undefined }): Promise<void> {
  const folder = resolve(workspace ?? defaultWorkspace())
  const server = await findServer(folder)
  if (!server)
    throw new CommandError(`Nobody serves ${folder}: start it with "npx workbench serve --ui"`)
  const answer = await fetch(`${server.url}/ui/tokens`, {
    method: 'POST',
    headers: { 'x-api-key': server.key },
  })
  const { token } = (await answer.json()) as { token: string }
  console.log(`${server.url}/ui/#token=${token}`)
}
