import { useComputedColorScheme } from '@mantine/core'
import { BarChart } from 'echarts/charts'
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { toEchartsTheme } from '../styles/echarts-theme.ts'
import { darkTokens, lightTokens } from '../styles/tokens.ts'

use([BarChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer])

type Props = {
  option: EChartsCoreOption
  height: number
  /** What the picture shows, for those who do not see it. */
  label: string
  onSelect?: (dataIndex: number) => void
}

/** An ECharts picture in the page's colours, redrawn when they or its size change. */
export function EChart({ option, height, label, onSelect }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const scheme = useComputedColorScheme('light')
  useEffect(() => {
    if (!place.current) return
    const theme = toEchartsTheme(scheme === 'dark' ? darkTokens : lightTokens)
    const chart = init(place.current, theme, { renderer: 'svg' })
    chart.setOption({ animation: false, ...option })
    if (onSelect) chart.on('click', ({ dataIndex }) => onSelect(dataIndex))
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(place.current)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [option, scheme, onSelect])
  return <div ref={place} role="img" aria-label={label} style={{ height }} />
}
