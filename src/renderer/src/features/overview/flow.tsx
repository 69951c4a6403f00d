import {
  IconChartDots,
  IconChartPie4,
  IconHelpCircle,
  IconLayoutGrid,
  IconPlayerPlay,
  IconUser,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { WorkspaceAnswer } from '../../../../shared/contract/workspace.ts'
import { formatNumber } from '../../lib/format.ts'
import classes from './flow.module.css'

const steps = [
  {
    key: 'personas',
    to: '/personas',
    icon: IconUser,
    one: 'persona',
    many: 'personas',
    is: 'people',
  },
  {
    key: 'cohorts',
    to: '/cohorts',
    icon: IconChartPie4,
    one: 'cohort',
    many: 'cohorts',
    is: 'segments',
  },
  {
    key: 'populations',
    to: '/populations',
    icon: IconLayoutGrid,
    one: 'population',
    many: 'populations',
    is: 'a weighted panel',
  },
  {
    key: 'skills',
    to: '/skills',
    icon: IconHelpCircle,
    one: 'skill',
    many: 'skills',
    is: 'what is asked',
  },
  {
    key: 'studies',
    to: '/studies',
    icon: IconPlayerPlay,
    one: 'study',
    many: 'studies',
    is: 'hypothesis and runs',
  },
] as const

type Props = { counts: WorkspaceAnswer['counts']; evidenceRunId: string | null }

/** The direction of work, from people to evidence, with what there is of each. */
export function Flow({ counts, evidenceRunId }: Props) {
  return (
    <ol className={classes.flow} aria-label="From people to evidence">
      {steps.map(({ key, to, icon: StepIcon, one, many, is }) => (
        <li key={key} className={classes.step}>
          <Link to={to} className={classes.link} data-empty={counts[key] === 0 || undefined}>
            <StepIcon size={18} stroke={1.6} aria-hidden className={classes.icon} />
            <strong>{formatNumber(counts[key])}</strong>
            <span>{counts[key] === 1 ? one : many}</span>
            <span className="quiet small">{is}</span>
          </Link>
        </li>
      ))}
      <li className={classes.step}>
        <EvidenceStep runId={evidenceRunId} />
      </li>
    </ol>
  )
}

function EvidenceStep({ runId }: { runId: string | null }) {
  const content = (
    <>
      <IconChartDots size={18} stroke={1.6} aria-hidden className={classes.icon} />
      <strong>{runId ? 'Evidence' : '–'}</strong>
      {!runId && <span>evidence</span>}
      <span className="quiet small">
        {runId ? 'of the last finished run' : 'once a run has finished'}
      </span>
    </>
  )
  return runId ? (
    <Link to="/runs/$runId/evidence" params={{ runId }} className={classes.link}>
      {content}
    </Link>
  ) : (
    <div className={classes.link} data-empty>
      {content}
    </div>
  )
}
