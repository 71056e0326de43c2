import { usePageLocation } from '../shell/location.ts'
import type { LiveKeg } from '../live/live-store.ts'
import { Measurements } from './measurements.tsx'
import { newestValues } from './newest-values.ts'
import { rangeNamed } from './ranges.ts'
import { useHistory } from './use-history.ts'
import { Vitals } from './vitals.tsx'

interface MeasuredProps {
  readonly kegId: string
  readonly live: LiveKeg | undefined
  readonly targetCelsius: number | undefined
  readonly intervalSec: number | undefined
}

/** What a keg measures, and has measured: drawn by itself, as it is what changes all the time. */
export function Measured({ kegId, live, ...settings }: MeasuredProps) {
  const range = rangeNamed(usePageLocation().query.get('range'))
  const history = useHistory(kegId, range)
  return (
    <>
      <Vitals values={newestValues(live, history)} {...settings} />
      <Measurements history={history} range={range} {...settings} />
    </>
  )
}
