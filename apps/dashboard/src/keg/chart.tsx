import { useEffect, useMemo, useRef, useState } from 'react'
import { chartColumns, chartSummary } from './chart-data.ts'
import type { ShownHistory } from './history-feed.ts'
import { createPlot, type Plot } from './plot.ts'
import { RANGES, windowStart, type RangeName } from './ranges.ts'
import { celsiusText, timeText } from '../shell/words.ts'

interface ChartProps {
  readonly history: ShownHistory
  readonly range: RangeName
  readonly targetCelsius: number | undefined
  /** How often an idle keg measures; absent = not known. */
  readonly intervalSec: number | undefined
}

/** A keg that is silent for this many of its intervals, and for no shorter than that, leaves a gap. */
const SILENT_INTERVALS = 2.5
const SILENT_MS = 150_000

/** What a keg measured, as lines and bars; its `aria-label` says it in words. */
export function Chart({ history: { points, endMs }, range, targetCelsius, intervalSec = 0 }: ChartProps) {
  const [celsius, kilopascal, pouring] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)]
  const plot = useRef<Plot>(undefined)
  const [pointed, setPointed] = useState<number>()
  const { slotMs } = RANGES[range]
  const silentMs = Math.max(SILENT_MS, 3 * slotMs, SILENT_INTERVALS * intervalSec * 1_000)
  const columns = useMemo(() => chartColumns(points, { silentMs, endMs }), [points, silentMs, endMs])

  useEffect(() => {
    if (celsius.current === null || kilopascal.current === null || pouring.current === null) return undefined
    plot.current = createPlot({ celsius: celsius.current, kilopascal: kilopascal.current, pouring: pouring.current }, setPointed)
    return () => plot.current?.destroy()
  }, [celsius, kilopascal, pouring])
  useEffect(() => {
    plot.current?.show({ columns, range, startMs: windowStart(RANGES[range], endMs), endMs, targetCelsius })
  }, [columns, range, endMs, targetCelsius])

  return (
    <div className="chart">
      <p className="readout" aria-hidden="true">{readout(columns, pointed)}</p>
      <div role="img" aria-label={chartSummary(points, range, targetCelsius)}>
        <p className="pane-name">temperature, °C <span className="key key-target">target</span></p>
        <div ref={celsius} className="pane pane-celsius" />
        <p className="pane-name">pressure, kPa</p>
        <div ref={kilopascal} className="pane pane-kilopascal" />
        <p className="pane-name">readings while it poured</p>
        <div ref={pouring} className="pane pane-pouring" />
      </div>
    </div>
  )
}

/** The point at the pointer in words, else the newest. */
function readout({ timesSec, celsius, kilopascal, pouring }: ReturnType<typeof chartColumns>, pointed: number | undefined): string {
  const at = pointed === undefined || pointed >= timesSec.length ? timesSec.length - 1 : pointed
  const [time, mean, pressure] = [timesSec[at], celsius.mean[at], kilopascal[at]]
  if (time === undefined) return 'Nothing was measured.'
  if (typeof mean !== 'number' || typeof pressure !== 'number') return `${timeText(time * 1_000)}: silent`
  return `${timeText(time * 1_000)}: ${celsiusText(mean)}, ${pressure.toFixed(0)} kPa${(pouring[at] ?? 0) > 0 ? ', poured' : ''}`
}
