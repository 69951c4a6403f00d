import { formatShare, formatShareInterval } from '../../lib/format.ts'
import { namesWidth } from './chart-widths.ts'
import type { Domain, DomainGroup } from './domains.ts'
import { DomainLabel } from './estimate-grid.tsx'
import classes from './likert-bars.module.css'

type Props = {
  groups: readonly DomainGroup[]
  onOpen: (domain: Domain, value: string) => void
}

/** The whole distribution of each row as one bar, lowest answer left. */
export function LikertBars({ groups, onOpen }: Props) {
  const options = groups[0]?.domains[0]?.estimates.shares ?? []
  const width = { '--name-width': `${namesWidth(groups, true)}px` } as React.CSSProperties
  return (
    <div className={classes.bars} style={width} role="group" aria-label="Distribution">
      <p className={classes.key}>
        {options.map(({ value, label }, index) => (
          <span key={value}>
            <i style={shade(index, options.length)} /> {label}
          </span>
        ))}
      </p>
      {groups.flatMap(({ domains }) =>
        domains.map((domain) => (
          <div key={domain.key} className={classes.row}>
            <DomainLabel domain={domain} />
            {isSuppressed(domain) && <span className="quiet">too few</span>}
            <div className={classes.bar} hidden={isSuppressed(domain)}>
              {(domain.estimates.shares ?? []).map(({ value, label, share }, index) => {
                const text = `${label}, ${domain.label}: ${formatShareInterval(share)}`
                return (
                  <button
                    key={value}
                    type="button"
                    aria-label={text}
                    title={text}
                    style={{
                      ...shade(index, options.length),
                      width: `${(share.estimate ?? 0) * 100}%`,
                    }}
                    onClick={() => onOpen(domain, value)}
                  >
                    {(share.estimate ?? 0) >= 0.08 && formatShare(share.estimate ?? 0)}
                  </button>
                )
              })}
            </div>
          </div>
        )),
      )}
    </div>
  )
}

function isSuppressed({ estimates: { shares = [] } }: Domain): boolean {
  return shares.every(({ share }) => share.estimate === null)
}

/** From one pole of colour over grey to the other: readable without telling red from green. */
function shade(index: number, count: number): React.CSSProperties {
  const offset = count < 2 ? 0 : (index / (count - 1)) * 2 - 1
  const pole = offset < 0 ? 'var(--wb-cohort-1)' : 'var(--wb-cohort-0)'
  const strength = Math.round(Math.abs(offset) * 54)
  return { background: `color-mix(in srgb, ${pole} ${strength}%, var(--wb-hairline))` }
}
