import type { ReactNode } from 'react'
import classes from './section.module.css'

type Props = { title: string; aside?: ReactNode; children: ReactNode }

/** A titled part of a column. */
export function Section({ title, aside, children }: Props) {
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.head}>
        <h3 className="eyebrow">{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  )
}
