import { Link } from '@tanstack/react-router'
import { places } from './places.tsx'
import classes from './rail.module.css'

export function Rail({ workspaceName }: { workspaceName: string | undefined }) {
  return (
    <nav aria-label="Main" className={classes.rail}>
      <div className={classes.brand}>
        <span className={classes.mark} aria-hidden>
          ◉
        </span>
        <div className={classes.names}>
          <div className={classes.product}>Persona Workbench</div>
          <div className={`${classes.workspace} truncate`} title={workspaceName}>
            {workspaceName ?? '\u00a0'}
          </div>
        </div>
      </div>
      <ul className={classes.places}>
        {places.map(({ to, label, icon: PlaceIcon, about }) => (
          <li key={to}>
            <Link
              to={to}
              className={classes.place}
              activeOptions={{ exact: to === '/' }}
              title={about}
            >
              <PlaceIcon size={18} stroke={1.6} aria-hidden />
              <span>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
