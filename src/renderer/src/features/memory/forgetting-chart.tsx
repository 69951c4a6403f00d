import type { ForgettingCurve } from '../../../../shared/contract/forgetting.ts'
import { formatCount, formatDay, formatNumber } from '../../lib/format.ts'
import classes from './forgetting-chart.module.css'

const WIDTH = 300
const HEIGHT = 120
const levels = [
  { strength: 75, word: 'vivid' },
  { strength: 40, word: 'clear' },
] as const

type Props = { curve: ForgettingCurve; now: Date }

/** Strength over time: past and future of one memory, where it was rehearsed, and where it is now. */
export function ForgettingChart({ curve, now }: Props) {
  const { points } = curve
  const first = Date.parse(points[0]?.at ?? '')
  const last = Date.parse(points.at(-1)?.at ?? '')
  const span = Math.max(1, last - first)
  const x = (at: number) => ((at - first) / span) * WIDTH
  const y = (strength: number) => HEIGHT - (strength / 100) * HEIGHT
  const path = points
    .map(({ at, strength }, i) => `${i === 0 ? 'M' : 'L'}${x(Date.parse(at))} ${y(strength)}`)
    .join('')
  const nowX = Math.min(WIDTH, Math.max(0, x(now.getTime())))
  return (
    <figure className={classes.figure}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={describe(curve)}>
        {levels.map(({ strength, word }) => (
          <g key={word} className={classes.level}>
            <line x1={0} x2={WIDTH} y1={y(strength)} y2={y(strength)} />
            <text x={WIDTH} y={y(strength) - 3} textAnchor="end">
              {word} from {strength}
            </text>
          </g>
        ))}
        <line className={classes.base} x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        <path className={curve.enabled ? classes.curve : classes.wouldBe} d={path} />
        {!curve.enabled && (
          <line
            className={classes.curve}
            x1={0}
            x2={WIDTH}
            y1={y(curve.storedStrength)}
            y2={y(curve.storedStrength)}
          />
        )}
        {curve.rehearsals.map(({ at, turnId }) => (
          <line
            key={turnId}
            className={classes.rehearsal}
            x1={x(Date.parse(at))}
            x2={x(Date.parse(at))}
            y1={HEIGHT - 8}
            y2={HEIGHT}
          />
        ))}
        <line className={classes.now} x1={nowX} x2={nowX} y1={0} y2={HEIGHT} />
        <circle className={classes.dot} cx={nowX} cy={y(curve.effectiveStrength)} r={4} />
      </svg>
      <div className={classes.axis}>
        <span>{yearOf(points[0]?.at)}</span>
        <span>{yearOf(points.at(-1)?.at)}</span>
      </div>
      <figcaption className="quiet small">{describe(curve)}</figcaption>
    </figure>
  )
}

function yearOf(iso: string | undefined): string {
  return iso?.slice(0, 4) ?? ''
}

function describe({
  enabled,
  fades,
  storedStrength,
  effectiveStrength,
  rehearsals,
}: ForgettingCurve): string {
  if (!fades) return 'This kind of memory does not fade.'
  const [stored, effective] = [storedStrength, effectiveStrength].map((value) =>
    formatNumber(value),
  )
  const recalled =
    rehearsals.length > 0
      ? ` ${formatCount(rehearsals.length, 'interview')} recalled it, last on ${formatDay(rehearsals.at(-1)!.at)}.`
      : ''
  if (!enabled)
    return `Forgetting is off, so it stays at ${stored}. The dashed line is what would become of it.`
  return `Stored at ${stored}, ${effective} now.${recalled}`
}
