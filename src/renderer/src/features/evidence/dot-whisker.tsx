import type { Estimate } from '../../../../shared/contract/evidence.ts'
import { cohortColour } from '../../styles/tokens.ts'
import { placeOn, type Scale } from './domains.ts'
import classes from './dot-whisker.module.css'

type Props = {
  estimate: Estimate
  scale: Scale
  colour: number | null
  /** The number beside the mark. */
  text: string
  /** What the mark stands for, for those who do not see it. */
  label: string
  /** A second, hollow mark without a whisker: the median beside a mean. */
  hollowAt?: number | null | undefined
  onOpen?: (() => void) | undefined
}

/** One estimate: a dot, a whisker for its interval, thin for a cautious one, the number beside. */
export function DotWhisker({ estimate, scale, colour, text, label, hollowAt, onOpen }: Props) {
  const { estimate: middle, lower, upper, size, cautious } = estimate
  const fill = colour === null ? 'var(--wb-text)' : cohortColour(colour)
  const style = { '--mark': fill } as React.CSSProperties
  const isShown = middle !== null && size !== 'suppressed'
  return (
    <div className={classes.row} style={style}>
      <div className={classes.track}>
        {scale.ticks.map((tick) => (
          <i key={tick} className={classes.tick} style={{ left: `${placeOn(scale, tick)}%` }} />
        ))}
        {isShown && cautious && (
          <i
            className={classes.cautious}
            title="Cautious interval: few personas carry this number"
            style={{
              left: `${placeOn(scale, cautious.lower)}%`,
              right: `${100 - placeOn(scale, cautious.upper)}%`,
            }}
          />
        )}
        {isShown && lower !== null && upper !== null && (
          <i
            className={classes.whisker}
            style={{
              left: `${placeOn(scale, lower)}%`,
              right: `${100 - placeOn(scale, upper)}%`,
            }}
          />
        )}
        {isShown && hollowAt !== undefined && hollowAt !== null && (
          <i className={classes.hollow} style={{ left: `${placeOn(scale, hollowAt)}%` }} />
        )}
        {isShown && (
          <Dot
            place={placeOn(scale, middle)}
            label={`${label}: ${text}${cautious ? '; a cautious interval is in the table' : ''}`}
            isSmall={size === 'small'}
            onOpen={onOpen}
          />
        )}
      </div>
      <span className={classes.text}>
        {size === 'suppressed' ? <span className="quiet">too few</span> : text}
        {size === 'small' && (
          <abbr title="Under 30 effective answers: wide, do not act on it alone"> ◦</abbr>
        )}
      </span>
    </div>
  )
}

type DotProps = {
  place: number
  label: string
  isSmall: boolean
  onOpen: (() => void) | undefined
}

function Dot({ place, label, isSmall, onOpen }: DotProps) {
  const common = {
    className: classes.dot,
    style: { left: `${place}%` },
    'data-small': isSmall || undefined,
    'aria-label': label,
    title: label,
  }
  return onOpen ? (
    <button type="button" {...common} onClick={onOpen} />
  ) : (
    <span role="img" {...common} />
  )
}
