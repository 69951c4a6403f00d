import type { Estimate } from '../../../../shared/contract/evidence.ts'
import { namesWidth, numbersWidth } from './chart-widths.ts'
import type { Domain, DomainGroup, Scale } from './domains.ts'
import { DotWhisker } from './dot-whisker.tsx'
import { DomainName } from './estimate-grid.tsx'
import classes from './part-chart.module.css'
import { ScaleAxis } from './scale-axis.tsx'

/** One part of an answer: an option, a row, a level. */
export type Part = {
  key: string
  title: string
  estimateOf: (domain: Domain) => Estimate | undefined
  onOpen: (domain: Domain) => void
}

type Props = {
  label: string
  parts: readonly Part[]
  groups: readonly DomainGroup[]
  scale: Scale
  tickText: (tick: number) => string
  textOf: (estimate: Estimate) => string
  /** Where neither side is, such as 0 between best and worst. */
  neutral?: number
}

/**
 * Parts of an answer as rows on one scale; in each, a lane for everyone, cohorts and segments, and
 * one per condition: beside them where there is room, below them where there is not.
 */
export function PartChart({ label, parts, groups, scale, tickText, textOf, neutral }: Props) {
  const plots = toPlots(groups)
  const texts = parts.flatMap(({ estimateOf }) =>
    plots.flat().flatMap((domain) => {
      const estimate = estimateOf(domain)
      return estimate ? [textOf(estimate)] : []
    }),
  )
  const widths = {
    '--text-width': `${numbersWidth(texts)}px`,
    '--name-width': `${namesWidth(groups, false)}px`,
  } as React.CSSProperties
  return (
    <div className={classes.chart} style={widths} role="group" aria-label={label}>
      <div
        className={classes.parts}
        data-plots={plots.length}
        data-alone={plots.length === 1 && plots[0]!.length === 1 ? true : undefined}
      >
        {parts.map((part) => (
          <div key={part.key} className={classes.part} role="group" aria-label={part.title}>
            <p className={classes.title}>{part.title}</p>
            {plots.map((domains) => (
              <div key={domains[0]!.key} className={classes.lanes}>
                {domains.map((domain) => (
                  <Lane key={domain.key} {...{ part, domain, scale, textOf, neutral }} />
                ))}
              </div>
            ))}
          </div>
        ))}
        <div className={classes.part} aria-hidden>
          <span className={classes.title} />
          {plots.map((domains) => (
            <div key={domains[0]!.key} className={classes.lane}>
              <span />
              <ScaleAxis scale={scale} tickText={tickText} />
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

/** Conditions beside all others. */
function toPlots(groups: readonly DomainGroup[]): Domain[][] {
  const of = (isCondition: boolean) =>
    groups
      .flatMap(({ domains }) => domains)
      .filter(({ filter }) => (filter.condition !== undefined) === isCondition)
  return [of(false), of(true)].filter((domains) => domains.length > 0)
}

type LaneProps = Pick<Props, 'scale' | 'textOf' | 'neutral'> & { part: Part; domain: Domain }

function Lane({ part, domain, scale, textOf, neutral }: LaneProps) {
  const estimate = part.estimateOf(domain)
  return (
    <div className={classes.lane} data-all={domain.key === 'all' || undefined}>
      <DomainName domain={domain} />
      {estimate ? (
        <DotWhisker
          estimate={estimate}
          scale={scale}
          colour={domain.colour}
          text={textOf(estimate)}
          label={`${part.title}, ${domain.label}`}
          hollowAt={neutral}
          onOpen={() => part.onOpen(domain)}
        />
      ) : (
        <span className="quiet">–</span>
      )}
    </div>
  )
}
