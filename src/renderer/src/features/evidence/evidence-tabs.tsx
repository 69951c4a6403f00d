import { Link } from '@tanstack/react-router'
import classes from './evidence-tabs.module.css'

/** The pages about what a run found, in the order they are read. */
const tabs = [
  { to: '/runs/$runId/evidence', label: 'Findings' },
  { to: '/runs/$runId/crosstab', label: 'Crosstab' },
  { to: '/runs/$runId/themes', label: 'Themes' },
  { to: '/runs/$runId/models', label: 'Models' },
  { to: '/runs/$runId/validation', label: 'Validation' },
] as const

export function EvidenceTabs({ runId }: { runId: string }) {
  return (
    <nav aria-label="Evidence" className={classes.tabs}>
      {tabs.map(({ to, label }) => (
        <Link key={to} to={to} params={{ runId }} className={classes.tab}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
