import { useMemo } from 'react'
import { useNow } from '../../lib/use-now.ts'
import { densityOf, periodsOf, type Density } from './density.ts'
import type { Life } from './life.ts'
import { periodHeight } from './period-list.tsx'
import type { RowLayout } from './row-layout.ts'
import { toIsoDate } from './time-words.ts'

export type Span = { start: number; end: number }

const halfYearMs = 183 * 86_400_000
const mostPeriods = 72

/** From the first memory until now, or the last one where that lies ahead; never without length. */
export function useSpan({ start, end }: Life): Span {
  const today = toIsoDate(useNow().getTime())
  return useMemo(() => {
    const last = Math.max(end, Date.parse(today))
    return { start: last - start < halfYearMs ? last - halfYearMs : start, end: last }
  }, [start, end, today])
}

type Context = { life: Life; span: Span; shown: Int32Array; asOf: number }

/** The life by periods, laid out as rows are, so that overview and scrolling need not know. */
export function useYears({ life, span, shown, asOf }: Context): {
  density: Density
  layout: RowLayout
} {
  const periods = useMemo(() => periodsOf(span, mostPeriods), [span])
  const density = useMemo(
    () => densityOf(life, periods, { shown, asOf }),
    [life, periods, shown, asOf],
  )
  const layout = useMemo(
    () => ({
      times: periods.edges.slice(0, -1),
      tops: periods.edges.map((_, row) => row * periodHeight),
      rowHeight: periodHeight,
      notableMs: Infinity,
    }),
    [periods],
  )
  return { density, layout }
}
