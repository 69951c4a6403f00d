import type { Estimate } from '../../../../shared/contract/evidence.ts'
import { formatNumber } from '../../lib/format.ts'
import { cohortColour } from '../../styles/tokens.ts'
import { namesWidth, numbersWidth } from './chart-widths.ts'
import type { Domain, DomainGroup, Scale } from './domains.ts'
import { DotWhisker } from './dot-whisker.tsx'
import classes from './estimate-grid.module.css'
import { ScaleAxis } from './scale-axis.tsx'

export type Panel = {
  key: string
  title: string
  scale: Scale
  tickText: (tick: number) => string
  estimateOf: (domain: Domain) => Estimate | undefined
  textOf: (estimate: Estimate) => string
  hollowOf?: (domain: Domain) => number | null | undefined
  onOpen?: (domain: Domain) => void
}

type Props = { label: string; groups: readonly DomainGroup[]; panels: readonly Panel[] }

/** Small multiples: domains as rows, what is estimated as panels, all on common scales. */
export function EstimateGrid({ label, groups, panels }: Props) {
  const template = `${namesWidth(groups, true)}px repeat(${panels.length}, minmax(0, 1fr))`
  const width = numbersWidth(
    panels.flatMap(({ estimateOf, textOf }) =>
      groups.flatMap(({ domains }) =>
        domains.flatMap((domain) => {
          const estimate = estimateOf(domain)
          return estimate ? [textOf(estimate)] : []
        }),
      ),
    ),
  )
  const style = { '--text-width': `${width}px` } as React.CSSProperties
  const room = panels.length > 1 ? 110 : 300
  return (
    <div role="group" aria-label={label} className={classes.grid} style={style}>
      <div className={classes.head} style={{ gridTemplateColumns: template }}>
        <span />
        {panels.map(({ key, title }) => (
          <span key={key} className={classes.title} title={title}>
            {title}
          </span>
        ))}
      </div>
      {groups.map(({ title, domains }) => (
        <div key={title} className={classes.group}>
          {title && <p className="eyebrow">{title}</p>}
          {domains.map((domain) => (
            <div key={domain.key} className={classes.row} style={{ gridTemplateColumns: template }}>
              <DomainLabel domain={domain} />
              {panels.map((panel) => (
                <PanelCell key={panel.key} panel={panel} domain={domain} />
              ))}
            </div>
          ))}
        </div>
      ))}
      <div className={classes.row} style={{ gridTemplateColumns: template }} aria-hidden>
        <span />
        {panels.map(({ key, scale, tickText }) => (
          <ScaleAxis key={key} scale={scale} tickText={tickText} room={room} />
        ))}
      </div>
    </div>
  )
}

/** Whom a row is about, its colour, and how many answers it rests on. */
export function DomainLabel({ domain }: { domain: Domain }) {
  return (
    <span className={classes.label}>
      <DomainName domain={domain} />
      <span className="quiet small number">n {formatNumber(domain.estimates.n)}</span>
    </span>
  )
}

export function DomainName({ domain }: { domain: Domain }) {
  const { label, colour, estimates } = domain
  const about = `${label}: n ${estimates.n}, effective n ${Math.round(estimates.effectiveN)}`
  return (
    <span className={classes.name} title={about}>
      {colour !== null && (
        <i className={classes.swatch} style={{ background: cohortColour(colour) }} />
      )}
      <span className={classes.words}>{label}</span>
    </span>
  )
}

function PanelCell({ panel, domain }: { panel: Panel; domain: Domain }) {
  const estimate = panel.estimateOf(domain)
  if (!estimate) return <span className="quiet">–</span>
  return (
    <DotWhisker
      estimate={estimate}
      scale={panel.scale}
      colour={domain.colour}
      text={panel.textOf(estimate)}
      label={`${panel.title}, ${domain.label}`}
      hollowAt={panel.hollowOf?.(domain)}
      onOpen={panel.onOpen && (() => panel.onOpen?.(domain))}
    />
  )
}
