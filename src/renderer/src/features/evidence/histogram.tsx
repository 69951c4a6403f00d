import type { DomainEstimates } from '../../../../shared/contract/evidence.ts'
import { formatNumber, formatShare } from '../../lib/format.ts'
import classes from './histogram.module.css'

type Bins = NonNullable<DomainEstimates['histogram']>
type Props = { bins: Bins; unit: string | null; onOpen: (value: string) => void }

/** Weighted shares of the numbers given, from zero; a bar opens the answers in it. */
export function Histogram({ bins, unit, onOpen }: Props) {
  const most = Math.max(...bins.map(({ share }) => share), 0.01)
  const decimals = Math.max(...bins.map(({ from }) => decimalsIn(from)))
  const text = (edge: number) => formatNumber(edge, decimals)
  return (
    <figure className={classes.figure} role="group" aria-label="Distribution, everyone, weighted">
      <figcaption className="eyebrow">Distribution, everyone</figcaption>
      <div className={classes.plot}>
        <span className={classes.most}>{formatShare(most)}</span>
        {bins.map(({ from, to, share, n, value }) => {
          const label = `${text(from)} to ${text(to)}${unit ? ` ${unit}` : ''}: ${formatShare(share)}, n ${n}`
          return (
            <button
              key={value}
              type="button"
              className={classes.bin}
              aria-label={label}
              title={label}
              onClick={() => onOpen(value)}
            >
              <i style={{ height: `${(share / most) * 100}%` }} />
            </button>
          )
        })}
      </div>
      <div className={classes.axis} aria-hidden>
        {[...bins.map(({ from }) => from), bins.at(-1)!.to].map((edge, i) => (
          <span key={edge} data-odd={i % 2 === 1 || undefined}>
            {text(edge)}
          </span>
        ))}
      </div>
      {unit && <p className={`${classes.unit} quiet small`}>{unit}</p>}
    </figure>
  )
}

/** Decimals that a round number is written with. */
function decimalsIn(edge: number): number {
  return String(edge).split('.')[1]?.length ?? 0
}
