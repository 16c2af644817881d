// How charts of figures look: the tokens of the house, direct labels, no legend.
import type { EChartsCoreOption } from 'echarts/core'
import { tokens } from '../theme.ts'

export interface Point {
  readonly title: string
  readonly value: number | null
}

const axisLine = { lineStyle: { color: tokens.line } }
const axisLabel = { color: tokens.muted }
const splitLine = { lineStyle: { color: tokens.line } }

export const trendOption = (points: readonly Point[], name: string): EChartsCoreOption => ({
  grid: { left: 8, right: 24, top: 28, bottom: 8, containLabel: true },
  tooltip: { trigger: 'axis' },
  xAxis: { type: 'category', data: points.map(({ title }) => title), axisLine, axisLabel, axisTick: { show: false } },
  yAxis: { type: 'value', minInterval: 1, axisLabel, splitLine },
  series: [
    {
      name,
      type: 'line',
      data: points.map(({ value }) => value),
      color: tokens.blue,
      lineStyle: { width: 2 },
      symbolSize: 7,
      label: { show: points.length <= 12, color: tokens.ink },
      areaStyle: { color: tokens.blueTint },
    },
  ],
})

/** The largest at the top; what it is and how much it is stands at each bar. */
export const barsOption = (points: readonly Point[], name: string, measure: string): EChartsCoreOption => ({
  grid: { left: 8, right: 72, top: 8, bottom: 8, containLabel: true },
  tooltip: {},
  xAxis: { type: 'value', axisLabel: { show: false }, splitLine: { show: false } },
  yAxis: {
    type: 'category',
    inverse: true,
    data: points.map(({ title }) => title),
    axisLine,
    axisTick: { show: false },
    axisLabel: { color: tokens.ink, width: 150, overflow: 'truncate' },
  },
  series: [
    {
      name,
      type: 'bar',
      data: points.map(({ value }) => value),
      color: tokens.blue,
      barMaxWidth: 22,
      label: { show: true, position: 'right', color: tokens.ink, formatter: `{c}${measure}` },
    },
  ],
})

export interface MapCell {
  readonly x: number
  readonly y: number
  readonly value: number
}

export function mapOption({ months, units, cells }: { months: readonly string[]; units: readonly string[]; cells: readonly MapCell[] }): EChartsCoreOption {
  return {
    grid: { left: 8, right: 8, top: 8, bottom: 8, containLabel: true },
    tooltip: {},
    xAxis: { type: 'category', data: [...months], axisLine, axisLabel, axisTick: { show: false }, position: 'top' },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...units],
      axisLine,
      axisTick: { show: false },
      axisLabel: { color: tokens.ink, width: 132, overflow: 'truncate' },
    },
    visualMap: {
      show: false,
      min: 0,
      max: Math.max(1, ...cells.map(({ value }) => value)),
      inRange: { color: [tokens.blueTint, '#8fb3de', tokens.blue] },
    },
    series: [
      {
        type: 'heatmap',
        data: cells.map(({ x, y, value }) => [x, y, value]),
        label: { show: months.length <= 12 },
        itemStyle: { borderColor: tokens.page, borderWidth: 2 },
      },
    ],
  }
}
