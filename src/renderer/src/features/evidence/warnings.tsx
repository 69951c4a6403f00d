import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import type { EvidenceWarning } from '../../../../shared/contract/evidence.ts'
import classes from './evidence-page.module.css'

const icons = { info: IconInfoCircle, warning: IconAlertTriangle, error: IconCircleX } as const
const order = { error: 0, warning: 1, info: 2 } as const

/** Worst first. */
export function Warnings({ warnings }: { warnings: readonly EvidenceWarning[] }) {
  if (warnings.length === 0) return null
  const sorted = warnings.toSorted((a, b) => order[a.severity] - order[b.severity])
  return (
    <ul aria-label="Warnings" className={classes.warnings}>
      {sorted.map(({ code, severity, questionId, message }) => {
        const WarningIcon = icons[severity]
        return (
          <li
            key={code + questionId + message}
            className={classes.warning}
            data-severity={severity}
          >
            <WarningIcon size={16} aria-label={severity} />
            <span>
              {questionId && <span className="mono quiet">{questionId} </span>}
              {message}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
