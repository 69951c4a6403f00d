import { Button, Progress } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { CohortGenerationJob } from '../../../../shared/contract/cohort-generation.ts'
import { RelativeTime } from '../../components/relative-time.tsx'
import { Section } from '../../components/section.tsx'
import { request } from '../../lib/api.ts'
import { formatNumber } from '../../lib/format.ts'
import { workspaceKey } from '../workspace/workspace.queries.ts'
import { cohortsKey, generationsQuery } from './cohorts.queries.ts'
import classes from './generate-page.module.css'

const SHOWN = 5

/** Generations under way and the latest that ended; they go on when the page is left. */
export function GenerationJobs() {
  const client = useQueryClient()
  const { data: jobs = [] } = useQuery(generationsQuery())
  const made = jobs.filter(({ status }) => status === 'succeeded').length
  const seen = useRef(made)
  useEffect(() => {
    if (seen.current === made) return
    seen.current = made
    // Whoever was made is in lists that were read before.
    void client.invalidateQueries({ queryKey: [...cohortsKey, 'all'] })
    void client.invalidateQueries({ queryKey: workspaceKey })
    void client.invalidateQueries({ queryKey: ['personas'] })
  }, [client, made])
  if (jobs.length === 0) return null
  return (
    <Section title="Latest">
      <ul className={classes.jobs}>
        {jobs.slice(0, SHOWN).map((job) => (
          <Job key={job.jobId} job={job} />
        ))}
      </ul>
    </Section>
  )
}

function Job({ job }: { job: CohortGenerationJob }) {
  const { name, status, createdAt, progress, cohortId, error, jobId } = job
  const client = useQueryClient()
  const cancelling = useMutation({
    mutationFn: () =>
      request('POST', `/cohorts/generate/${jobId}/cancel`, { answer: CohortGenerationJob }),
    onSettled: () => client.invalidateQueries({ queryKey: cohortsKey }),
  })
  const isWorking = status === 'queued' || status === 'running'
  return (
    <li className={classes.job} aria-label={name}>
      <span className="truncate">
        {cohortId ? (
          <Link to="/cohorts/$cohortId" params={{ cohortId }}>
            {name}
          </Link>
        ) : (
          name
        )}{' '}
        <span className="quiet small">
          <RelativeTime iso={createdAt} />
        </span>
      </span>
      {isWorking ? (
        <>
          <Progress
            value={progress.total === 0 ? 0 : (100 * progress.done) / progress.total}
            aria-label="People made"
          />
          <span className="quiet number">
            {formatNumber(progress.done)} of {formatNumber(progress.total)}
          </span>
          <Button size="xs" variant="default" onClick={() => cancelling.mutate()}>
            Cancel
          </Button>
        </>
      ) : (
        <span className="quiet">
          {status === 'succeeded' && `✓ ${formatNumber(progress.total)} people`}
          {status === 'cancelled' && '– cancelled; who was made is in the trash'}
          {status === 'failed' && `✕ ${error ?? 'failed'}`}
        </span>
      )}
    </li>
  )
}
