import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

type Props = {
  icon: ReactNode
  title: string
  /** Says in one sentence what the noun is. */
  children: ReactNode
  actions?: ReactNode
}

export function EmptyState({ icon, title, children, actions }: Props) {
  return (
    <div className={classes.empty}>
      <div className={classes.icon} aria-hidden>
        {icon}
      </div>
      <h2>{title}</h2>
      <p className="quiet">{children}</p>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  )
}
