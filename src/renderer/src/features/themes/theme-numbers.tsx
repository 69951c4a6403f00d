import type { ThemeDetail } from '../../../../shared/contract/themes.ts'
import { formatEstimate, formatNumber, formatShareInterval } from '../../lib/format.ts'

type Props = {
  theme: ThemeDetail
  /** How feelings are told. */
  note: string
}

/** How large a theme is, and how its answers feel, in a line. */
export function ThemeNumbers({ theme: { id, share, sentiment }, note }: Props) {
  return (
    <p className="small">
      <span className="number">{formatShareInterval(share)}</span>{' '}
      <span className="quiet">of {formatNumber(share.n)} answers</span>
      {id !== 'unclear' && sentiment?.estimate != null && (
        <span title={note}>
          <span className="quiet"> · feeling </span>
          <span className="number">{formatEstimate(sentiment, { decimals: 2 })}</span>{' '}
          <span className="quiet">{feelingWord(sentiment)}</span>
        </span>
      )}
    </p>
  )
}

function feelingWord({ lower, upper }: { lower: number | null; upper: number | null }): string {
  if (lower === null || upper === null) return ''
  if (lower > 0) return 'more good than bad words'
  return upper < 0 ? 'more bad than good words' : 'neither way clearly'
}
