import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import type { EvidenceWarning } from '../../../../shared/contract/evidence.ts'
import { formatCount } from '../../lib/format.ts'
import { WarningItem } from './warning-item.tsx'
import classes from './warnings.module.css'

type Props = { warnings: readonly EvidenceWarning[]; onOpen: (warningId: string) => void }

const kinds = [
  {
    severity: 'error',
    title: 'Would mislead',
    Icon: IconCircleX,
    count: (n: number) => formatCount(n, 'error'),
  },
  {
    severity: 'warning',
    title: 'Look at these',
    Icon: IconAlertTriangle,
    count: (n: number) => formatCount(n, 'warning'),
  },
  {
    severity: 'info',
    title: 'Good to know',
    Icon: IconInfoCircle,
    count: (n: number) => formatCount(n, 'note'),
  },
] as const

/** What to know before the numbers: worst first, each to be unfolded. */
export function Warnings({ warnings, onOpen }: Props) {
  if (warnings.length === 0) return null
  const groups = kinds
    .map((kind) => ({ ...kind, own: warnings.filter((one) => one.severity === kind.severity) }))
    .filter(({ own }) => own.length > 0)
  return (
    <section aria-label="Read this first" className={classes.warnings}>
      <div className={classes.head}>
        <h2>Read this first</h2>
        <span className="quiet">
          {groups.map(({ own, count }) => count(own.length)).join(' · ')}
        </span>
      </div>
      {groups.map(({ severity, title, Icon, own }) => (
        <div key={severity} className={classes.group}>
          <h3 className="eyebrow">{title}</h3>
          <ul aria-label={title}>
            {own.map((warning) => (
              <WarningItem key={warning.id} warning={warning} Icon={Icon} onOpen={onOpen} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
