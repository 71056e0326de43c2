import { useState } from 'react'
import { setQuery } from '../shell/location.ts'
import { Chart } from './chart.tsx'
import { ChartTable } from './chart-table.tsx'
import type { ShownHistory } from './history-feed.ts'
import { Problem } from '../shell/problem.tsx'
import { RANGES, type RangeName } from './ranges.ts'
import { spanText } from '../shell/words.ts'

interface MeasurementsProps {
  readonly history: ShownHistory
  readonly range: RangeName
  readonly targetCelsius: number | undefined
  readonly intervalSec: number | undefined
}

// The keys of RANGES are what its type says.
const NAMES = Object.keys(RANGES) as readonly RangeName[]

/** What a keg measured, as a chart or a table, over a range that the address names. */
export function Measurements({ history, range, targetCelsius, intervalSec }: MeasurementsProps) {
  const [isTable, setIsTable] = useState(false)
  return (
    <section className="card" aria-labelledby="measurements">
      <div className="card-head">
        <h2 id="measurements">Measurements</h2>
        <div role="group" aria-label="range" className="choice">
          {NAMES.map((name) => (
            <button key={name} type="button" className="quiet" aria-pressed={name === range} onClick={() => setQuery({ range: name })}>
              {RANGES[name].label}
            </button>
          ))}
        </div>
        <button type="button" className="quiet" aria-pressed={isTable} onClick={() => setIsTable(!isTable)}>Table</button>
      </div>
      {history.problem && <Problem what="The history can’t be read" error={history.problem} />}
      {history.clockAheadMs !== undefined && (
        <p className="note">
          The keg’s clock is {spanText(Math.abs(history.clockAheadMs))} {history.clockAheadMs > 0 ? 'ahead' : 'behind'}; times here are its own.
        </p>
      )}
      <div className="measured" aria-busy={!history.isRead && history.problem === undefined}>
        {isTable
          ? <ChartTable points={history.points} range={range} />
          : <Chart history={history} range={range} targetCelsius={targetCelsius} intervalSec={intervalSec} />}
      </div>
    </section>
  )
}
