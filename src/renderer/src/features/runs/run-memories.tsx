import { useQuery } from '@tanstack/react-query'
import { RunMemories as Memories, type Run } from '../../../../shared/contract/runs.ts'
import { request } from '../../lib/api.ts'
import { formatCount } from '../../lib/format.ts'
import { runKey } from './runs.queries.ts'

const words: Partial<Record<Memories['state'], string>> = {
  waiting: 'The personas will remember having been asked, once the run is over.',
  failed: 'Writing down that the personas were asked failed; it is tried again at the next start.',
}

/** Whether the personas remember the run; nothing where they do not. */
export function RunMemories({ run }: { run: Run }) {
  const { data } = useQuery({
    queryKey: [...runKey(run.id), 'memories', run.status],
    queryFn: ({ signal }) =>
      request('GET', `/runs/${run.id}/memories`, { answer: Memories, signal }),
    refetchInterval: ({ state }) =>
      state.data && ['queued', 'running'].includes(state.data.state) ? 1_000 : false,
  })
  if (!data || data.state === 'off') return null
  const { state, written } = data
  return (
    <p className="quiet">
      {words[state] ??
        (state === 'succeeded'
          ? `The personas remember having been asked: ${formatCount(written, 'memory', 'memories')} written.`
          : `Writing down that the personas were asked: ${formatCount(written, 'memory', 'memories')} so far.`)}
    </p>
  )
}
