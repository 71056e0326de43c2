import type { FlowMeter } from './flow-meter.ts'
import type { Gauges } from './gauges.ts'

/** A pour that was ordered. */
export interface PourOrder {
  /** How it ended: all of it flowed, or the tap was closed before. Absent while it waits or flows. */
  readonly outcome: 'poured' | 'cut' | undefined
}

/** What a keg's program works with: it reads the instruments, sets the cooler and the valve, and may open the tap. */
export interface Hardware {
  readonly meter: FlowMeter
  readonly gauges: Gauges
  readonly tapOpen: boolean
  targetCelsius: number
  /** Closed, no beer flows, whoever is at the tap. */
  valve: 'open' | 'closed'
  /** Opens the tap for a volume, once nobody else is at it. */
  pour(volumeMl: number): PourOrder
  /** Ends what was ordered: whoever ordered it is gone. */
  cutOrders(): void
}
