import { Button, Select } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  ReplayAnswer,
  type RunDifference,
  type StudySeries,
} from '../../../../shared/contract/run-comparison.ts'
import { QueryView } from '../../components/query-view.tsx'
import { showFailure } from '../../components/undo-notification.tsx'
import { request } from '../../lib/api.ts'
import { formatCount, formatNumber } from '../../lib/format.ts'
import classes from './study-parts.module.css'
import { differenceQuery } from './study-planning.queries.ts'

/** What was launched and answered otherwise in two runs, and whether one still replays. */
export function DifferenceView({ runs }: { runs: StudySeries['runs'] }) {
  const [later, setLater] = useState<string | null>(runs.at(-1)?.id ?? null)
  const [earlier, setEarlier] = useState<string | null>(runs.at(-2)?.id ?? null)
  const choices = runs.map(({ id, number }) => ({ value: id, label: `Run ${number}` }))
  return (
    <section aria-label="Two runs compared" className={classes.stack}>
      <div className={classes.row}>
        <Select
          label="Run"
          w={140}
          allowDeselect={false}
          data={choices}
          value={later}
          onChange={setLater}
        />
        <Select
          label="Compared with"
          w={140}
          data={choices}
          value={earlier}
          onChange={setEarlier}
        />
        {later && <ReplayButton key={later} runId={later} />}
      </div>
      {later && earlier && later !== earlier && <Compared runId={later} otherId={earlier} />}
    </section>
  )
}

function ReplayButton({ runId }: { runId: string }) {
  const replaying = useMutation({
    mutationFn: () => request('POST', `/runs/${runId}/replay`, { answer: ReplayAnswer }),
    onError: showFailure,
  })
  const found = replaying.data?.replay
  return (
    <>
      <Button variant="default" loading={replaying.isPending} onClick={() => replaying.mutate()}>
        Replay without the network
      </Button>
      {found && (
        <p className={classes.quiet} role="status">
          {found.identical
            ? `${formatCount(found.answers, 'answer')}, the same to the byte.`
            : `Not the same: ${found.differences[0]?.message ?? 'the answers differ'}`}
        </p>
      )}
    </>
  )
}

function Compared({ runId, otherId }: { runId: string; otherId: string }) {
  const query = useQuery(differenceQuery(runId, otherId))
  return <QueryView query={query}>{(found) => <Found found={found} />}</QueryView>
}

function Found({ found }: { found: RunDifference }) {
  return (
    <ul className={classes.notes}>
      {found.manifest.length === 0 && <li>Both were launched with the same.</li>}
      {found.manifest.map(({ sentence }) => (
        <li key={sentence}>{sentence}</li>
      ))}
      {found.questions.map(({ questionId, compared, changed, moves }) => (
        <li key={questionId}>
          {questionId}: {formatNumber(changed)} of {formatCount(compared, 'answer')} changed
          {moves[0] && isShort(moves[0]) && `, most often from ${moves[0].from} to ${moves[0].to}`}
        </li>
      ))}
    </ul>
  )
}

// Open answers would fill the line.
function isShort({ from, to }: { from: string; to: string }): boolean {
  return from.length + to.length < 80
}
