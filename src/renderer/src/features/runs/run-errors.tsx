import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Run, RunProgress } from '../../../../shared/contract/runs.ts'
import { formatCount, formatNumber } from '../../lib/format.ts'
import classes from './run-page.module.css'
import { useRunAction } from './use-run-action.ts'

type Cause = RunProgress['errors'][number]
type Props = { run: Run; errors: readonly Cause[] }

/** Failures by cause, each with the one thing to do about it. */
export function RunErrors({ run, errors }: Props) {
  if (errors.length === 0) return null
  return (
    <section aria-label="Errors" className={classes.errors}>
      <h2>{headingOf(run, errors)}</h2>
      {errors.map((cause) => (
        <div key={cause.code + cause.message} className={`${classes.error} card`}>
          <strong className="number">{formatNumber(cause.count + cause.retrying)} ×</strong>
          <div>
            <p>
              {cause.message} <span className="mono quiet">{cause.code}</span>
            </p>
            {cause.retrying > 0 && (
              <p className="quiet small">
                {formatCount(cause.retrying, 'task')} tried again by{' '}
                {cause.retrying === 1 ? 'itself' : 'themselves'}
              </p>
            )}
          </div>
          <ActionFor cause={cause} run={run} />
        </div>
      ))}
    </section>
  )
}

function headingOf({ tasks: { failed, total } }: Run, errors: readonly Cause[]): string {
  if (failed > 0 && failed === total) return 'Every task failed'
  return errors.every(({ count }) => count === 0) ? 'Tried again by themselves' : 'What failed'
}

function ActionFor({ cause, run }: { cause: Cause; run: Run }) {
  switch (cause.action) {
    case 'wait':
      return <span className="quiet">Nothing to do</span>
    case 'retry':
      return run.status === 'cancelled' ? null : <Retry run={run} />
    case 'check_model':
      return <SettingsLink label="Check the model" />
    case 'read_policy':
      return <SettingsLink label="Read the policy" />
    case 'report':
      return <CopyDetails cause={cause} run={run} />
  }
}

function Retry({ run }: { run: Run }) {
  const acting = useRunAction(run.id)
  return (
    <Button
      size="xs"
      variant="default"
      loading={acting.isPending}
      onClick={() => acting.mutate({ action: 'retry-failed' })}
    >
      Retry failed alone
    </Button>
  )
}

function SettingsLink({ label }: { label: string }) {
  return (
    <Button size="xs" variant="default" renderRoot={(props) => <Link to="/settings" {...props} />}>
      {label}
    </Button>
  )
}

function CopyDetails({ cause, run }: { cause: Cause; run: Run }) {
  const [isCopied, setCopied] = useState(false)
  const text = JSON.stringify({ run: run.id, manifest: run.manifestHash, ...cause }, null, 2)
  return (
    <Button
      size="xs"
      variant="default"
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      {isCopied ? 'Copied' : 'Copy the details'}
    </Button>
  )
}
