import { useComputedColorScheme } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type PointerEvent,
  type RefObject,
} from 'react'
import { formatCount, formatNumber } from '../../lib/format.ts'
import { darkTokens, lightTokens, memoryGlyphs } from '../../styles/tokens.ts'
import { chooseYears, densityOf, periodAt, periodsOf, shownIn, type Density } from './density.ts'
import { drawDensity } from './draw-density.ts'
import { memoryTypes, type Life } from './life.ts'
import classes from './life-overview.module.css'
import { PeriodHandles, type PeriodChange } from './period-handles.tsx'
import { rowAt, type RowLayout } from './row-layout.ts'
import { toPeriodName } from './time-words.ts'

type Props = {
  life: Life
  shown: Int32Array
  /** Milliseconds; Infinity: now. */
  asOf: number
  /** Milliseconds that the picture covers. */
  span: { start: number; end: number }
  period: { from: number; to: number }
  layout: RowLayout
  scroller: RefObject<HTMLElement | null>
  onPeriod: PeriodChange
  /** A place in time that the list should show. */
  onGo: (at: number) => void
}

const barsWidth = 52

/** The whole life beside the list: where it is dense, where one is, which part is looked at. */
export function LifeOverview(props: Props) {
  const { life, shown, asOf, span, layout, scroller, onGo } = props
  const { ref, height } = useElementSize()
  const periods = useMemo(() => periodsOf(span, Math.max(8, height / 4)), [span, height])
  const density = useMemo(
    () => densityOf(life, periods, { shown, asOf }),
    [life, periods, shown, asOf],
  )
  const [hovered, setHovered] = useState<number | null>(null)
  const first = periods.edges[0]!
  const scale = height / (periods.edges.at(-1)! - first)
  const toY = (at: number) => Math.max(0, Math.min(height, (at - first) * scale))
  const timeAt = (event: PointerEvent<HTMLElement>) =>
    first + (event.clientY - event.currentTarget.getBoundingClientRect().top) / scale
  const years = chooseYears(span, height / 40)

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    onGo(timeAt(event))
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const at = timeAt(event)
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onGo(at)
    setHovered(periodAt(periods, at))
  }
  return (
    <div className={classes.overview}>
      <div
        ref={ref}
        className={classes.strip}
        role="img"
        aria-label={describeDensity(density)}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setHovered(null)}
      >
        {years.map((year) => (
          <span key={year} className={classes.year} style={{ top: toY(Date.UTC(year, 0)) }}>
            {year}
          </span>
        ))}
        <Bars density={density} height={height} />
        <SeenWindow layout={layout} scroller={scroller} toY={toY} />
        {asOf !== Infinity && (
          <span className={classes.notYet} style={{ top: toY(asOf) }} aria-hidden />
        )}
      </div>
      <PeriodHandles
        periods={periods}
        period={props.period}
        height={height}
        onChange={props.onPeriod}
      />
      {hovered !== null && (
        <PeriodNote
          density={density}
          period={hovered}
          y={Math.max(64, Math.min(height - 48, toY(periods.edges[hovered]!)))}
        />
      )}
    </div>
  )
}

function Bars({ density, height }: { density: Density; height: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const scheme = useComputedColorScheme('light')
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!canvas.current || !context || height === 0) return
    const ratio = window.devicePixelRatio
    canvas.current.width = barsWidth * ratio
    canvas.current.height = height * ratio
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    const tokens = scheme === 'dark' ? darkTokens : lightTokens
    drawDensity(context, density, { width: barsWidth, height }, tokens)
  }, [density, height, scheme])
  return <canvas ref={canvas} className={classes.bars} style={{ width: barsWidth, height }} />
}

type WindowProps = Pick<Props, 'layout' | 'scroller'> & { toY: (at: number) => number }

/** What of the life is on screen. Moved without React: it follows every scrolled pixel. */
function SeenWindow({ layout, scroller, toY }: WindowProps) {
  const frame = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const [element, target] = [scroller.current, frame.current]
    if (!element || !target || layout.times.length === 0) return
    const place = () => {
      const { scrollTop, clientHeight } = element
      const top = toY(layout.times[rowAt(layout, scrollTop)]!)
      const bottom = toY(layout.times[rowAt(layout, scrollTop + clientHeight)]!)
      target.style.transform = `translateY(${top - 2}px)`
      target.style.height = `${Math.max(6, bottom - top + 4)}px`
    }
    place()
    element.addEventListener('scroll', place, { passive: true })
    return () => element.removeEventListener('scroll', place)
  })
  return <span ref={frame} className={classes.window} aria-hidden />
}

/** Names what the colours of a period mean, with their numbers. */
function PeriodNote({ density, period, y }: { density: Density; period: number; y: number }) {
  const counts = memoryTypes
    .map((type, place) => ({ type, count: density.shown[period * memoryTypes.length + place]! }))
    .filter(({ count }) => count > 0)
  const [hidden, later] = [density.rest[period]!, density.later[period]!]
  return (
    <div className={classes.note} style={{ top: y }} role="presentation">
      <strong>{toPeriodName(density, period)}</strong>
      {counts.map(({ type, count }) => (
        <span key={type}>
          <span style={{ color: `var(--wb-memory-${type})` }}>{memoryGlyphs[type]}</span>{' '}
          {formatNumber(count)} {type}
        </span>
      ))}
      {hidden > 0 && <span className="quiet">{formatNumber(hidden)} not shown</span>}
      {later > 0 && <span className="quiet">{formatNumber(later)} not yet there</span>}
      {counts.length + hidden + later === 0 && <span className="quiet">nothing remembered</span>}
    </div>
  )
}

function describeDensity(density: Density): string {
  const counts = Array.from({ length: density.edges.length - 1 }, (_, period) => ({
    name: toPeriodName(density, period),
    count: shownIn(density.shown, period),
  }))
  const fullest = counts.toSorted((a, b) => b.count - a.count).slice(0, 3)
  const words = fullest.filter(({ count }) => count > 0)
  return `Memories over the whole life. ${
    words.length === 0
      ? 'None shown.'
      : `Most in ${words.map(({ name, count }) => `${name} (${formatCount(count, 'memory', 'memories')})`).join(', ')}.`
  }`
}
