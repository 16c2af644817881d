// A chart: drawn when its engine is there, as wide as its place, still for who wants no motion, and told in words to who does not see it. The table behind it stands beside it.
import type { EChartsCoreOption } from 'echarts/core'
import { useEffect, useRef, type ReactNode } from 'react'
import { fonts, tokens } from '../theme.ts'

export interface ChartProps {
  /** What it shows, in one sentence. */
  readonly description: string
  readonly height: number
  readonly option: EChartsCoreOption
  /** A point was chosen: its place among the data. */
  readonly onChoose?: (dataIndex: number) => void
}

const still = globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches

export function Chart({ description, height, option, onChoose }: ChartProps): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const choose = useRef(onChoose)
  useEffect(() => {
    choose.current = onChoose
  })
  useEffect(() => {
    let close: (() => void) | undefined
    let gone = false
    void import('./engine.ts').then(({ init }) => {
      const element = place.current
      if (gone || !element) return
      const chart = init(element)
      chart.setOption({
        animation: !still,
        textStyle: { fontFamily: fonts, color: tokens.ink, fontSize: 12 },
        aria: { enabled: true, label: { description } },
        ...option,
      })
      chart.on('click', ({ dataIndex }) => choose.current?.(dataIndex))
      const observer = new ResizeObserver(() => chart.resize())
      observer.observe(element)
      close = () => {
        observer.disconnect()
        chart.dispose()
      }
    })
    return () => {
      gone = true
      close?.()
    }
  }, [description, option])
  return <div ref={place} role="img" aria-label={description} className="gk-chart" style={{ height }} />
}
