import type { Slot } from './history.ts'
import { RANGES, type RangeName } from './ranges.ts'
import { Time } from '../shell/time.tsx'
import { celsiusText, timeText } from '../shell/words.ts'

/** What the chart shows, newest first, as a table. */
export function ChartTable({ points, range }: { readonly points: readonly Slot[]; readonly range: RangeName }) {
  return (
    <div className="sideways chart-table" tabIndex={0} role="region" aria-label="measurements as a table">
      <table>
        <caption>Measurements of the last {RANGES[range].label}, newest first</caption>
        <thead>
          <tr>
            <th scope="col">from</th><th scope="col">temperature</th><th scope="col">lowest to highest</th><th scope="col">pressure</th>
            <th scope="col">readings</th><th scope="col">pouring</th>
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map(({ fromMs, celsius, kilopascal, readings, pouring }) => (
            <tr key={fromMs}>
              <th scope="row"><Time atMs={fromMs}>{timeText(fromMs)}</Time></th>
              <td>{celsiusText(celsius.mean)}</td>
              <td>{celsius.min.toFixed(1)} to {celsiusText(celsius.max)}</td>
              <td>{kilopascal.mean.toFixed(0)} kPa</td>
              <td>{readings}</td>
              <td>{pouring}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
