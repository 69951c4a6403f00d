import { Button } from '@mantine/core'
import { IconChevronRight, type Icon } from '@tabler/icons-react'
import type { EvidenceWarning } from '../../../../shared/contract/evidence.ts'
import type { WarningNumber } from '../../../../shared/contract/evidence-quality.ts'
import { decimalsFor, formatCount, formatNumber, formatShare } from '../../lib/format.ts'
import classes from './warnings.module.css'

const severityWords = { error: 'Error', warning: 'Warning', info: 'Note' } as const

type Props = { warning: EvidenceWarning; Icon: Icon; onOpen: (warningId: string) => void }

/** One warning: what it is in a line; what it means, what to do and its numbers unfolded. */
export function WarningItem({ warning, Icon, onOpen }: Props) {
  const { severity, questionId, title, what, means, todo, numbers, tasks } = warning
  return (
    <li>
      <details className={classes.warning} data-severity={severity} open={severity === 'error'}>
        <summary>
          <IconChevronRight size={14} className={classes.chevron} aria-hidden />
          <Icon size={16} className={classes.icon} aria-label={severityWords[severity]} />
          <span className={classes.line}>
            <strong>{title}</strong>
            {questionId && <span className="mono quiet small"> {questionId}</span>}
            <span className={classes.what}>{what}</span>
          </span>
        </summary>
        <div className={classes.body}>
          <dl>
            <dt>What it means</dt>
            <dd>{means}</dd>
            <dt>What to do</dt>
            <dd>{todo}</dd>
          </dl>
          {numbers.length > 0 && <Numbers title={title} numbers={numbers} />}
          {tasks !== null && tasks.total > 0 && (
            <Button size="xs" variant="default" onClick={() => onOpen(warning.id)}>
              Show {formatCount(tasks.total, 'answer')}
            </Button>
          )}
        </div>
      </details>
    </li>
  )
}

function Numbers({ title, numbers }: { title: string; numbers: readonly WarningNumber[] }) {
  return (
    <table aria-label={`Numbers behind “${title}”`} className={classes.numbers}>
      <tbody>
        {numbers.map((number, i) => (
          // Labels may repeat, such as the ends of two intervals.
          <tr key={`${i} ${number.label}`}>
            <th scope="row">{number.label}</th>
            <td>{write(number)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function write({ value, kind }: WarningNumber): string {
  switch (kind) {
    case 'share':
      return formatShare(value)
    case 'p':
      return value < 0.001 ? '< 0.001' : value.toFixed(3)
    case 'count':
      return formatNumber(value)
    case 'number':
      return formatNumber(value, decimalsFor(value))
  }
}
