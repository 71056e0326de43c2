/** How the beer warms and cools: degrees Celsius per second, and how far it may drift before the cooler switches. */
const AMBIENT_CELSIUS = 21
const WARMING_PER_SEC = 0.002
const COOLING_PER_SEC = 0.4
const HYSTERESIS_CELSIUS = 0.25

/** The beer's temperature and the cooler that holds it at `targetCelsius`. */
export interface Cooler {
  readonly celsius: number
  readonly cooling: boolean
  targetCelsius: number
  /** Lets `elapsedMs` go by. */
  step(elapsedMs: number): void
}

/** How a cooler begins: the beer's temperature and the bar's, in degrees Celsius. */
export interface CoolerOptions {
  readonly celsius: number
  readonly targetCelsius: number
  readonly ambientCelsius?: number
}

/** A cooler whose beer starts at `celsius`. It can only cool: a higher target is reached as the beer warms by itself. */
export function createCooler({ celsius, targetCelsius, ambientCelsius = AMBIENT_CELSIUS }: CoolerOptions): Cooler {
  let cooling = false
  return {
    targetCelsius,
    get celsius() {
      return celsius
    },
    get cooling() {
      return cooling
    },
    step(elapsedMs) {
      const elapsedSec = elapsedMs / 1_000
      if (celsius > this.targetCelsius + HYSTERESIS_CELSIUS) cooling = true
      if (celsius <= this.targetCelsius) cooling = false
      // Newton's law, which comes to the ambient temperature and never passes it, however long the step.
      const warmed = ambientCelsius + (celsius - ambientCelsius) * Math.exp(-WARMING_PER_SEC * elapsedSec)
      celsius = cooling ? Math.max(this.targetCelsius, celsius - COOLING_PER_SEC * elapsedSec) : warmed
    },
  }
}
