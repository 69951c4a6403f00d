import { startWorkThread, type WorkThread } from './work-thread.ts'

/**
 * A work thread that is started when it is first asked, and anew where it crashed: only what it had
 * in hand fails with it. Parameters are those of `startWorkThread`.
 */
export function lastingThread<Input, Output, Progress = never>(
  ...which: Parameters<typeof startWorkThread>
): Pick<WorkThread<Input, Output, Progress>, 'ask' | 'end'> {
  let thread: WorkThread<Input, Output, Progress> | undefined
  return {
    ask(input, asking) {
      if (!thread || thread.hasEnded()) thread = startWorkThread(...which)
      return thread.ask(input, asking)
    },
    async end() {
      await thread?.end()
      thread = undefined
    },
  }
}
