import type {
  QuestionThemes,
  ThemeDetail,
  ThemeSegment,
} from '../../../../shared/contract/themes.ts'
import { formatEstimate, formatNumber, formatShare, formatShareInterval } from '../../lib/format.ts'
import { cohortColour } from '../../styles/tokens.ts'
import { placeOn, type Scale } from '../evidence/domains.ts'
import { DotWhisker } from '../evidence/dot-whisker.tsx'
import type { TaskFilter } from '../runs/runs.queries.ts'
import classes from './themes.module.css'

type Props = {
  theme: ThemeDetail
  label: string
  found: QuestionThemes
  scale: Scale
  isCompared: boolean
  onOpen: (filter: TaskFilter) => void
}

/** Share of everybody and of each segment, with intervals; and how the theme's answers feel. */
export function ThemeNumbers({ theme, label, found, scale, isCompared, onOpen }: Props) {
  const value = `__theme:${theme.id}`
  const { share, segments, sentiment } = theme
  return (
    <div className={classes.numbers} role="group" aria-label={`Shares of ${label}`}>
      <div className={classes.lane} data-all>
        <span>Everyone</span>
        <DotWhisker
          estimate={share}
          scale={scale}
          colour={null}
          text={formatShareInterval(share)}
          label={`${label}, everyone`}
          onOpen={() => onOpen({ value })}
        />
      </div>
      {(isCompared ? segments : []).map((segment, index) => (
        <div key={`${segment.by} ${segment.value}`} className={classes.lane}>
          <span
            className={classes.segment}
            title={`${segment.label}: n ${formatNumber(segment.share.n)}, effective n ${formatNumber(segment.share.effectiveN)}`}
          >
            <i style={{ background: cohortColour(index) }} />
            <span className="truncate">{segment.label}</span>
          </span>
          <DotWhisker
            estimate={segment.share}
            scale={scale}
            colour={index}
            text={formatShareInterval(segment.share)}
            label={`${label}, ${segment.label}`}
            onOpen={() => onOpen({ value, ...filterOf(segment) })}
          />
        </div>
      ))}
      <div className={classes.lane} aria-hidden>
        <span />
        <span className={classes.axis}>
          {scale.ticks.map((tick) => (
            <span key={tick} style={{ left: `${placeOn(scale, tick)}%` }}>
              {formatShare(tick)}
            </span>
          ))}
        </span>
      </div>
      {theme.id !== 'unclear' && sentiment?.estimate != null && (
        <p className="small" title={found.sentimentNote}>
          <span className="quiet">Feeling </span>
          <span className="number">{formatEstimate(sentiment, { decimals: 2 })}</span>{' '}
          <span className="quiet">{feelingWord(sentiment)}</span>
        </p>
      )}
    </div>
  )
}

function filterOf({ by, value }: ThemeSegment): TaskFilter {
  if (by === 'cohort') return { cohortId: value as never }
  if (by === 'condition') return { condition: value }
  return { segmentBy: by, segmentValue: value }
}

function feelingWord({ lower, upper }: { lower: number | null; upper: number | null }): string {
  if (lower === null || upper === null) return ''
  if (lower > 0) return 'more good than bad words'
  return upper < 0 ? 'more bad than good words' : 'neither way clearly'
}
