import { fontFamily, type Tokens } from './tokens.ts'

/** The tokens in the words of ECharts. */
export function toEchartsTheme(tokens: Tokens) {
  const axis = {
    axisLine: { lineStyle: { color: tokens.hairlineStrong } },
    axisTick: { show: false },
    axisLabel: { color: tokens.textSecondary, fontSize: 12 },
    splitLine: { lineStyle: { color: tokens.hairline } },
  }
  return {
    color: [...tokens.cohorts],
    backgroundColor: 'transparent',
    textStyle: { fontFamily, color: tokens.text },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    bar: { itemStyle: { color: tokens.textSecondary } },
    tooltip: {
      backgroundColor: tokens.surface,
      borderColor: tokens.hairlineStrong,
      textStyle: { color: tokens.text, fontSize: 12 },
    },
  }
}
