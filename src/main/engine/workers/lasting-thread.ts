import { startWorkThread, type WorkThread } from './work-thread.ts'

export type LastingThread<Input, Output, Progress = never> = Pick<
  WorkThread<Input, Output, Progress>,
  'ask' | 'end'
> & {
  /** Ahead of the first question, so that this does not wait for it. */
  start(): void
}

/**
 * A work thread that is started when it is first asked, and anew where it crashed: only what it had
 * in hand fails with it. Parameters are those of `startWorkThread`.
 */
export function lastingThread<Input, Output, Progress = never>(
  ...which: Parameters<typeof startWorkThread>
): LastingThread<Input, Output, Progress> {
  let thread: WorkThread<Input, Output, Progress> | undefined
  const running = () => {
    if (!thread || thread.hasEnded()) thread = startWorkThread(...which)
    return thread
  }
  return {
    start: () => void running(),
    ask: (input, asking) => running().ask(input, asking),
    async end() {
      await thread?.end()
      thread = undefined
    },
  }
}
