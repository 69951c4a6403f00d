import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { exportFormats } from '../../shared/contract/evidence.ts'
import { connect } from './client.ts'
import { CommandError } from './command-error.ts'
import { existingWorkspace } from './paths.ts'

/** Saves a run in one format or several, under the names its exports have. */
export async function exportRunFiles(
  runId: string,
  formats: readonly string[],
  { workspace, out }: { workspace: string; out: string },
): Promise<void> {
  const unknown = formats.find((format) => !(exportFormats as readonly string[]).includes(format))
  if (unknown !== undefined)
    throw new CommandError(`No format "${unknown}": choose from ${exportFormats.join(', ')}`)
  const folder = resolve(out)
  const client = await connect(existingWorkspace(workspace))
  try {
    await mkdir(folder, { recursive: true })
    for (const format of formats) {
      const answer = await client.open(`/runs/${encodeURIComponent(runId)}/export?format=${format}`)
      const [, name = format] =
        /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? []
      const file = join(folder, name)
      await writeFile(file, answer.body as AsyncIterable<Uint8Array>)
      console.log(file)
    }
  } finally {
    await client.close()
  }
}
