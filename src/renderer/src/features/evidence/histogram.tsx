import { useMemo } from 'react'
import type { DomainEstimates } from '../../../../shared/contract/evidence.ts'
import { EChart } from '../../components/echart.tsx'
import { decimalsFor, formatNumber, formatShare } from '../../lib/format.ts'

type Props = { bins: NonNullable<DomainEstimates['histogram']>; unit: string | null; about: string }

/** Weighted shares of the numbers given, from zero. */
export function Histogram({ bins, unit, about }: Props) {
  const option = useMemo(() => {
    const decimals = decimalsFor(Math.max(...bins.map(({ to }) => Math.abs(to)))) === 0 ? 0 : 1
    const text = (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : decimals)
    return {
      grid: { left: 40, right: 8, top: 8, bottom: 40 },
      tooltip: {
        trigger: 'item',
        formatter: ({ name, value }: { name: string; value: number }) =>
          `${name} ${unit ?? ''}: ${formatShare(value)}`,
      },
      xAxis: {
        type: 'category',
        data: bins.map(({ from, to }) => `${text(from)}–${text(to)}`),
        name: unit ?? '',
        nameLocation: 'middle',
        nameGap: 24,
      },
      yAxis: {
        type: 'value',
        min: 0,
        splitNumber: 3,
        axisLabel: { formatter: (value: number) => formatShare(value) },
      },
      series: [{ type: 'bar', barCategoryGap: '6%', data: bins.map(({ share }) => share) }],
    }
  }, [bins, unit])
  const label = bins
    .map(({ from, to, share }) => `${from} to ${to}: ${formatShare(share)}`)
    .join(', ')
  return <EChart option={option} height={168} label={`Distribution, ${about}: ${label}`} />
}
