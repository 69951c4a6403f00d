import type { Replay } from '../../shared/contract/run-comparison.ts'
import { connect } from './client.ts'
import { CommandError } from './command-error.ts'

/**
 * Replays a run of a workspace and says whether it came out the same.
 *
 * @throws CommandError when it did not, so that a script notices
 */
export async function replayRun(
  runId: string,
  { workspace, json }: { workspace: string; json?: boolean },
): Promise<void> {
  const client = await connect(workspace)
  try {
    const path = `/runs/${encodeURIComponent(runId)}/replay`
    const { replay } = await client.json<{ replay: Replay }>('POST', path)
    console.log(json ? JSON.stringify(replay) : describe(replay))
    if (!replay.identical || !replay.manifestIntact)
      throw new CommandError('The replay differs from the run')
  } finally {
    await client.close()
  }
}

function describe(replay: Replay): string {
  const { tasks, answers, promptsChanged, differences } = replay
  return [
    `${answers} answers of ${tasks} tasks replayed without the network: ${replay.identical ? 'the same to the byte' : 'not the same'}`,
    `answers file ${replay.replayedHash}`,
    ...(replay.manifestIntact ? [] : ['The manifest does not have the hash it was launched with']),
    promptsChanged === null
      ? 'Prompts were not compared: recall needs the embedding model over the network'
      : `${promptsChanged} prompts differ from those sent`,
    ...differences.slice(0, 10).map(({ taskId, message }) => `  ${taskId}: ${message}`),
  ].join('\n')
}
