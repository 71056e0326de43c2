import './known-language.ts'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { ChartColumns } from './chart-data.ts'
import type { RangeName } from './ranges.ts'

/** What a plot shows. */
export interface PlotData {
  readonly columns: ChartColumns
  readonly range: RangeName
  /** The stretch of time that is shown, whatever there is in it. */
  readonly startMs: number
  readonly endMs: number
  readonly targetCelsius: number | undefined
}

/** Three plots above each other, of one time. */
export interface Plot {
  show(data: PlotData): void
  destroy(): void
}

type PaneName = 'celsius' | 'kilopascal' | 'pouring'
interface Pane {
  readonly name: PaneName
  readonly heightPx: number
  readonly series: (color: Color) => readonly uPlot.Series[]
  readonly bands?: (color: Color) => readonly uPlot.Band[]
  readonly data: (data: PlotData) => uPlot.AlignedData
  readonly yRange: (min: number, max: number, mark?: number) => [number, number]
  /** A value that is marked over all the time; absent = none. */
  readonly mark?: (data: PlotData) => number | undefined
}
/** The color of a variable of the style sheet, as it is now. */
type Color = (variable: string) => string

const AXIS_PX = 44
const TIME_PX = 26
const drawn = (column: readonly (number | null)[]) => [...column]

const PANES: readonly Pane[] = [
  {
    name: 'celsius', heightPx: 190,
    series: (color) => [
      { label: 'highest', stroke: 'transparent', points: { show: false } }, { label: 'lowest', stroke: 'transparent', points: { show: false } },
      { label: 'mean', stroke: () => color('--beer-line'), width: 2 },
    ],
    bands: (color) => [{ series: [1, 2], fill: () => color('--beer-band') }],
    data: ({ columns: { timesSec, celsius } }) => [[...timesSec], drawn(celsius.max), drawn(celsius.min), drawn(celsius.mean)],
    yRange: (min, max, target = min) => [Math.floor(Math.min(min, target) - 0.5), Math.ceil(Math.max(max, target) + 0.5)],
    mark: ({ targetCelsius }) => targetCelsius,
  },
  {
    name: 'kilopascal', heightPx: 120,
    series: (color) => [{ label: 'pressure', stroke: () => color('--focus'), width: 2 }],
    data: ({ columns: { timesSec, kilopascal } }) => [[...timesSec], drawn(kilopascal)],
    yRange: (min, max) => [Math.max(0, Math.floor(min / 10 - 1) * 10), Math.ceil(max / 10 + 1) * 10],
  },
  {
    name: 'pouring', heightPx: 90,
    series: (color) => [{
      label: 'pouring', stroke: () => color('--beer-line'), fill: () => color('--beer-line'), points: { show: false },
      ...(uPlot.paths.bars === undefined ? {} : { paths: uPlot.paths.bars({ size: [0.9, 12] }) }),
    }],
    data: ({ columns: { timesSec, pouring } }) => [[...timesSec], drawn(pouring)],
    yRange: (_, max) => [0, Math.max(2, max)],
  },
]

/** Draws into the elements for the panes; `onPoint` gets the index of the point at the pointer, `undefined` where there is none. */
export function createPlot(hosts: Readonly<Record<PaneName, HTMLElement>>, onPoint: (index: number | undefined) => void): Plot {
  const now: { data?: PlotData } = {}
  const color = colorsOf(hosts.celsius)
  const sync = uPlot.sync(crypto.randomUUID())
  const plots = PANES.map((pane, at) => ({
    pane, host: hosts[pane.name],
    plot: new uPlot(optionsOf(pane, { color, now, sync, isLast: at === PANES.length - 1, onPoint }), [[]], hosts[pane.name]),
  }))
  const resize = new ResizeObserver(() => {
    for (const { pane, host, plot } of plots) plot.setSize({ width: host.clientWidth, height: pane.heightPx })
  })
  resize.observe(hosts.celsius)
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  const redraw = () => plots.forEach(({ plot }) => plot.redraw(false, true))
  scheme.addEventListener('change', redraw)
  return {
    show(data) {
      now.data = data
      for (const { pane, plot } of plots) plot.setData(pane.data(data))
    },
    destroy() {
      resize.disconnect()
      scheme.removeEventListener('change', redraw)
      for (const { plot } of plots) plot.destroy()
    },
  }
}

interface Around {
  readonly color: Color
  readonly now: { readonly data?: PlotData }
  readonly sync: uPlot.SyncPubSub
  readonly isLast: boolean
  readonly onPoint: (index: number | undefined) => void
}

function optionsOf(pane: Pane, { color, now, sync, isLast, onPoint }: Around): uPlot.Options {
  const grid = { stroke: () => color('--edge'), width: 1 }
  const marked = () => now.data && pane.mark?.(now.data)
  const axis = { stroke: () => color('--quiet'), grid, font: '12px system-ui, sans-serif' }
  return {
    width: 300, height: pane.heightPx, legend: { show: false }, series: [{}, ...pane.series(color)],
    // The same on each, so that a time is at one place on all of them.
    padding: [8, 10, isLast ? 0 : 8, 0],
    bands: [...pane.bands?.(color) ?? []],
    cursor: { sync: { key: sync.key }, drag: { x: false, y: false }, y: false },
    scales: {
      x: { range: () => [(now.data?.startMs ?? 0) / 1_000, (now.data?.endMs ?? 1) / 1_000] },
      y: { range: (_, min, max) => (min === null || max === null ? [0, 1] : pane.yRange(min, max, marked())) },
    },
    axes: [
      isLast
        ? { ...axis, size: TIME_PX, space: 70, values: (_, splits) => splits.map((sec) => axisText(sec, now.data?.range)) }
        : { ...axis, size: 0, values: () => [], ticks: { show: false } },
      { ...axis, size: AXIS_PX, space: 26, ticks: { show: false } },
    ],
    hooks: {
      setCursor: [({ cursor }) => onPoint(cursor.idx ?? undefined)],
      drawAxes: [(plot) => drawMark(plot, marked(), color('--good'))],
    },
  }
}

/** A dashed line over all the time. */
function drawMark({ ctx, bbox, valToPos, data }: uPlot, value: number | undefined, color: string): void {
  if (value === undefined || data[0].length === 0) return
  const y = Math.round(valToPos(value, 'y', true))
  ctx.save()
  ctx.strokeStyle = color
  ctx.lineWidth = devicePixelRatio
  ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio])
  ctx.beginPath()
  ctx.moveTo(bbox.left, y)
  ctx.lineTo(bbox.left + bbox.width, y)
  ctx.stroke()
  ctx.restore()
}

/** A time below the plots: of days the day, else the time of day. */
function axisText(sec: number, range: RangeName | undefined): string {
  const time = new Date(sec * 1_000)
  return range === '7d'
    ? `${time.getMonth() + 1}/${time.getDate()} ${String(time.getHours()).padStart(2, '0')}h`
    : `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`
}

/** Colors for a canvas, which knows nothing of variables: as the browser works them out for an element. */
function colorsOf(host: HTMLElement): Color {
  return (variable) => {
    const before = host.style.color
    host.style.color = `var(${variable})`
    const { color } = getComputedStyle(host)
    host.style.color = before
    return color
  }
}
