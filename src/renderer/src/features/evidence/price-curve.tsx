import type { Estimate, QuestionEvidence } from '../../../../shared/contract/evidence.ts'
import { formatShare, formatShareInterval } from '../../lib/format.ts'
import { cohortColour } from '../../styles/tokens.ts'
import { placeOn, type Domain, type DomainGroup, type Scale } from './domains.ts'
import { DomainName } from './estimate-grid.tsx'
import classes from './price-curve.module.css'

/** Pixels between the whiskers of two lines at one price. */
const dodge = 7
const shareTicks = [0, 0.25, 0.5, 0.75, 1]
const dashes = ['', '6 4', '2 3', '9 3 2 3']

type Open = (domain: Domain, value: string, measure: string) => void
type Props = { question: QuestionEvidence; groups: readonly DomainGroup[]; onOpen: Open }

/** Who would pay, by price: a demand curve for everyone and each part of them, with intervals. */
export function PriceCurves({ question, groups, onOpen }: Props) {
  // Everyone beside the cohorts; conditions and segments in pictures of their own.
  const [everyone, cohorts, ...others] = groups.map((group) => group.domains)
  const isCohorts = cohorts?.some(({ filter }) => filter.cohortId !== undefined) ?? false
  const panels = isCohorts
    ? [[...everyone!, ...cohorts!], ...others]
    : [everyone!, ...(cohorts ? [cohorts] : []), ...others]
  return (
    <div className={classes.panels} role="group" aria-label={question.measureTitle ?? 'Prices'}>
      {panels.map((panel) => (
        <Curves key={panel[0]!.key} question={question} domains={panel} onOpen={onOpen} />
      ))}
    </div>
  )
}

type CurvesProps = { question: QuestionEvidence; domains: readonly Domain[]; onOpen: Open }

function Curves({ question, domains, onOpen }: CurvesProps) {
  const points = pointsOf(domains[0]!)
  const prices = points.map(({ price }) => price)
  const room = (Math.max(...prices) - Math.min(...prices)) * 0.08
  const scale: Scale = {
    from: Math.min(...prices) - room,
    to: Math.max(...prices) + room,
    ticks: prices,
  }
  const unit = question.scale?.unit ?? ''
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.key}>
        {domains.map((domain, i) => (
          <span key={domain.key}>
            <svg width="26" height="8" aria-hidden>
              <line
                x1="0"
                x2="26"
                y1="4"
                y2="4"
                stroke={inkOf(domain)}
                strokeWidth="2"
                strokeDasharray={dashOf(i)}
              />
            </svg>
            <DomainName domain={domain} />
            {!isShown(domain) && <span className="quiet">too few personas</span>}
          </span>
        ))}
      </figcaption>
      <div className={classes.plot}>
        {shareTicks.map((tick) => (
          <span key={tick} className={classes.level} style={{ bottom: `${tick * 100}%` }}>
            <span>{formatShare(tick)}</span>
          </span>
        ))}
        {domains.map((domain, i) => (
          <svg
            key={domain.key}
            className={classes.line}
            style={{ transform: `translateX(${shiftOf(i, domains.length)}px)` }}
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            aria-hidden
          >
            <polyline
              points={pointsOf(domain)
                .flatMap(({ price, share }) =>
                  share.estimate === null
                    ? []
                    : [`${placeOn(scale, price)},${100 - share.estimate * 100}`],
                )
                .join(' ')}
              stroke={inkOf(domain)}
              strokeDasharray={dashOf(i)}
            />
          </svg>
        ))}
        {domains.map((domain, i) =>
          pointsOf(domain).map(({ name, value, price, share }) => (
            <PriceMark
              key={`${domain.key} ${value}`}
              share={share}
              colour={inkOf(domain)}
              left={`calc(${placeOn(scale, price)}% + ${shiftOf(i, domains.length)}px)`}
              label={`${price} ${unit}, ${domain.label}: ${formatShareInterval(share)}`}
              onOpen={() => onOpen(domain, value, name)}
            />
          )),
        )}
      </div>
      <div className={classes.axis} aria-hidden>
        {prices.map((price) => (
          <span key={price} style={{ left: `${placeOn(scale, price)}%` }}>
            {price}
            {unit && ` ${unit}`}
          </span>
        ))}
      </div>
    </figure>
  )
}

type MarkProps = {
  share: Estimate
  colour: string
  left: string
  label: string
  onOpen: () => void
}

function PriceMark({ share, colour, left, label, onOpen }: MarkProps) {
  const { estimate, lower, upper, size } = share
  if (estimate === null || size === 'suppressed') return null
  return (
    <div className={classes.at} style={{ left, '--mark': colour } as React.CSSProperties}>
      {lower !== null && upper !== null && (
        <i
          className={classes.whisker}
          style={{ bottom: `${lower * 100}%`, top: `${100 - upper * 100}%` }}
        />
      )}
      <button
        type="button"
        className={classes.dot}
        style={{ bottom: `${estimate * 100}%` }}
        data-small={size === 'small' || undefined}
        aria-label={label}
        title={label}
        onClick={onOpen}
      />
    </div>
  )
}

function pointsOf({ estimates }: Domain) {
  return (estimates.measures ?? []).map(({ name, value, estimate }) => ({
    name,
    value,
    price: Number(value),
    share: estimate,
  }))
}

function isShown(domain: Domain): boolean {
  return pointsOf(domain).some(({ share }) => share.estimate !== null)
}

const shiftOf = (index: number, count: number) => (index - (count - 1) / 2) * dodge
const inkOf = ({ colour }: Domain) => (colour === null ? 'var(--wb-text)' : cohortColour(colour))
const dashOf = (index: number) => dashes[index % dashes.length]
