import classes from './trait-line.module.css'

/** A percentile as a dot on a line, its middle marked: a place, not an area. */
export function TraitLine({ name, percentile }: { name: string; percentile: number }) {
  const rounded = Math.round(percentile)
  return (
    <li className={classes.line}>
      <span className={classes.name}>{name}</span>
      <span className={classes.track} role="img" aria-label={`${name}: percentile ${rounded}`}>
        <span className={classes.middle} />
        <span className={classes.dot} style={{ left: `${percentile}%` }} />
      </span>
      <span className="number quiet">{rounded}</span>
    </li>
  )
}
