import { Button, Switch, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ScheduleAnswer, type Schedule } from '../../../../shared/contract/schedules.ts'
import { QueryView } from '../../components/query-view.tsx'
import { showFailure } from '../../components/undo-notification.tsx'
import { TrashButton } from '../../components/trash-button.tsx'
import { request } from '../../lib/api.ts'
import { formatCount, formatDateTime } from '../../lib/format.ts'
import { studiesKey } from './studies.queries.ts'
import classes from './study-parts.module.css'
import { schedulesQuery } from './study-planning.queries.ts'

export function ScheduleView({ studyId }: { studyId: string }) {
  const query = useQuery({ ...schedulesQuery(studyId), refetchInterval: 30_000 })
  return (
    <div className={classes.stack}>
      <p>
        A schedule asks the same panel again and again. What was missed while the workbench was
        closed is made up for by one run.
      </p>
      <QueryView query={query}>
        {(schedules) => (
          <div>
            {schedules.map((schedule) => (
              <OneSchedule key={schedule.id} schedule={schedule} />
            ))}
          </div>
        )}
      </QueryView>
      <NewSchedule studyId={studyId} />
    </div>
  )
}

function OneSchedule({ schedule }: { schedule: Schedule }) {
  const client = useQueryClient()
  const switching = useMutation({
    mutationFn: (enabled: boolean) =>
      request('PATCH', `/schedules/${schedule.id}`, { answer: ScheduleAnswer, body: { enabled } }),
    onSuccess: () => client.invalidateQueries({ queryKey: studiesKey }),
    onError: showFailure,
  })
  return (
    <article className={classes.item} aria-label={`Schedule ${schedule.cron}`}>
      <div className={classes.head}>
        <strong>{schedule.cron}</strong>
        <span className="quiet">{schedule.timeZone}</span>
        <Switch
          label={schedule.enabled ? 'On' : 'Off'}
          checked={schedule.enabled}
          onChange={(event) => switching.mutate(event.currentTarget.checked)}
        />
        <TrashButton
          name={`Schedule ${schedule.cron}`}
          path={`/schedules/${schedule.id}`}
          queryKey={studiesKey}
        />
      </div>
      {schedule.nextFirings.length > 0 && (
        <p>Next: {schedule.nextFirings.slice(0, 3).map(formatDateTime).join(' · ')}</p>
      )}
      <ul className={classes.notes}>
        {schedule.firings.map(({ dueAt, missed, runId, error }) => (
          <li key={dueAt}>
            {formatDateTime(dueAt)}
            {missed > 0 && `, ${formatCount(missed, 'earlier one')} missed`}:{' '}
            {runId ? (
              <Link to="/runs/$runId" params={{ runId }}>
                launched
              </Link>
            ) : (
              (error ?? 'launching')
            )}
          </li>
        ))}
      </ul>
    </article>
  )
}

const localTimeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone

function NewSchedule({ studyId }: { studyId: string }) {
  const client = useQueryClient()
  const [cron, setCron] = useState('0 9 * * 1')
  const [timeZone, setTimeZone] = useState(localTimeZone)
  const making = useMutation({
    mutationFn: () =>
      request('POST', '/schedules', { answer: ScheduleAnswer, body: { studyId, cron, timeZone } }),
    onSuccess: () => client.invalidateQueries({ queryKey: studiesKey }),
    onError: showFailure,
  })
  return (
    <form
      className={classes.row}
      onSubmit={(event) => {
        event.preventDefault()
        making.mutate()
      }}
    >
      <TextInput
        label="Cron expression"
        description="Minute, hour, day, month, day of week"
        w={260}
        value={cron}
        onChange={(event) => setCron(event.currentTarget.value)}
      />
      <TextInput
        label="Time zone"
        description="Such as Europe/Paris"
        w={220}
        value={timeZone}
        onChange={(event) => setTimeZone(event.currentTarget.value)}
      />
      <Button type="submit" disabled={cron.trim() === ''} loading={making.isPending}>
        Add the schedule
      </Button>
    </form>
  )
}
