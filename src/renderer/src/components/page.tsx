import { Link } from '@tanstack/react-router'
import { Fragment, useEffect, useRef, type ReactNode } from 'react'
import classes from './page.module.css'
import { TopTools } from './top-tools.tsx'

type Crumb = { label: string; to: string }

/** Labels up to this length are never cut. */
const shortLabel = 12

type Props = {
  title: string
  crumbs?: readonly Crumb[]
  /** Beside the title: a label or a state. */
  badge?: ReactNode
  actions?: ReactNode
  /** The body fills the height and scrolls inside its parts. */
  fill?: boolean
  children: ReactNode
}

/** Title and breadcrumb, then the body; the same frame on every screen. */
export function Page({ title, crumbs = [], badge, actions, fill = false, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Persona Workbench`
  }, [title])
  const body = useRef<HTMLDivElement>(null)
  // The part that scrolls, so that Page Down and End do what they say, and Tab begins there.
  useEffect(() => {
    if (document.activeElement === document.body) body.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <div className={classes.titles}>
          {crumbs.length > 0 && (
            <nav aria-label="Breadcrumb" className={classes.crumbs}>
              {crumbs.map(({ label, to }) => (
                <Fragment key={to}>
                  <Link
                    to={to}
                    className={classes.crumb}
                    title={label}
                    data-short={label.length <= shortLabel || undefined}
                  >
                    {label}
                  </Link>
                  <span aria-hidden>›</span>
                </Fragment>
              ))}
            </nav>
          )}
          <h1
            className={classes.title}
            title={title}
            data-short={title.length <= shortLabel || undefined}
          >
            {title}
          </h1>
          {badge}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
        <TopTools />
      </header>
      <div ref={body} id="content" tabIndex={-1} className={fill ? classes.fill : classes.body}>
        {children}
      </div>
    </div>
  )
}
