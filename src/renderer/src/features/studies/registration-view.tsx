import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Study } from '../../../../shared/contract/studies.ts'
import { RegistrationAnswer, type Registration } from '../../../../shared/contract/study-history.ts'
import detail from '../../components/detail.module.css'
import { QueryView } from '../../components/query-view.tsx'
import { showFailure } from '../../components/undo-notification.tsx'
import { request } from '../../lib/api.ts'
import { formatCount, formatDateTime } from '../../lib/format.ts'
import { studiesKey } from './studies.queries.ts'
import classes from './study-parts.module.css'
import { registrationQuery } from './study-planning.queries.ts'

export function RegistrationView({ study }: { study: Study }) {
  const query = useQuery(registrationQuery(study.id))
  return (
    <QueryView query={query}>
      {(registration) =>
        registration ? <Locked registration={registration} /> : <ToLock study={study} />
      }
    </QueryView>
  )
}

function ToLock({ study }: { study: Study }) {
  const client = useQueryClient()
  const locking = useMutation({
    mutationFn: () =>
      request('POST', `/studies/${study.id}/registration`, {
        answer: RegistrationAnswer,
        body: {},
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: studiesKey }),
    onError: showFailure,
  })
  const missing = [
    ...(study.hypothesis ? [] : ['a hypothesis']),
    ...(study.comparisons.length > 0 ? [] : ['at least one primary comparison']),
    ...(study.exclusions ? [] : ['exclusions (write “none” for none)']),
  ]
  return (
    <div className={classes.stack}>
      <p>
        A registration locks the hypothesis, the primary comparisons, the exclusions and the planned
        n with a hash and the time. You can still change the study; whatever you change is shown
        here, in the evidence and in the report.
      </p>
      {missing.length > 0 && (
        <p>
          It needs {missing.join(', ')}.{' '}
          <Link to="/studies/$studyId" params={{ studyId: study.id }} search={{ tab: 'design' }}>
            Write it down
          </Link>
        </p>
      )}
      {study.runCount > 0 && (
        <p>
          {formatCount(study.runCount, 'run')} {study.runCount === 1 ? 'was' : 'were'} launched
          already: the registration will say so.
        </p>
      )}
      <div>
        <Button
          leftSection={<IconLock size={16} />}
          disabled={missing.length > 0}
          loading={locking.isPending}
          onClick={() => locking.mutate()}
        >
          Register the plan
        </Button>
      </div>
    </div>
  )
}

function Locked({ registration }: { registration: Registration }) {
  const { plan, changes, hash, registeredAt, runsBefore } = registration
  return (
    <div className={classes.stack}>
      <p>
        Registered {formatDateTime(registeredAt)}
        {runsBefore > 0 && `, after ${formatCount(runsBefore, 'run')}: not beforehand`}.
      </p>
      <section aria-label="Changed since registration">
        <h3>Changed since registration</h3>
        {changes.length === 0 ? (
          <p className="quiet">Nothing: the study is as it was registered.</p>
        ) : (
          <ul className={classes.notes}>
            {changes.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </section>
      <dl className={detail.facts}>
        <dt>Hypothesis</dt>
        <dd>{plan.hypothesis}</dd>
        <dt>Primary comparisons</dt>
        <dd>{plan.comparisons.map(({ questionId, by }) => `${questionId} by ${by}`).join(', ')}</dd>
        <dt>Exclusions</dt>
        <dd>{plan.exclusions}</dd>
        <dt>Planned n</dt>
        <dd>
          {formatCount(plan.plannedPersonas, 'persona')}, {formatCount(plan.plannedTasks, 'task')}
        </dd>
        <dt>Versions</dt>
        <dd>
          skill {plan.skill.version}, population {plan.population.version}, model {plan.model}
        </dd>
      </dl>
      <p className={classes.quiet}>SHA-256 {hash}</p>
    </div>
  )
}
