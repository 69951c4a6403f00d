import { Skeleton } from '@mantine/core'
import classes from './timeline-picture.module.css'

/** The picture's places before its memories are there. */
export function TimelineSkeleton() {
  return (
    <section aria-label="Timeline" className={classes.picture}>
      <div className={classes.head} role="status" aria-label="Loading the timeline">
        <div className={classes.title}>
          <h2>Timeline</h2>
          <Skeleton height={26} width={110} />
        </div>
        <Skeleton height={32} />
        <Skeleton height={24} width="70%" />
      </div>
      <div className={classes.body}>
        <div className={classes.waiting}>
          {Array.from({ length: 7 }, (_, row) => (
            <div key={row}>
              <Skeleton circle height={14} />
              <div>
                <Skeleton height={14} width={`${72 - (row % 3) * 14}%`} />
                <Skeleton height={10} mt={8} />
                <Skeleton height={10} mt={6} width="80%" />
              </div>
            </div>
          ))}
        </div>
        <div className={classes.waitingStrip}>
          <Skeleton height="100%" />
        </div>
      </div>
      <div className={classes.waitingBar}>
        <Skeleton height={32} />
      </div>
    </section>
  )
}
