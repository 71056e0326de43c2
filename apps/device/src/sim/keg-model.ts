import type { Gauges } from '../hardware/gauges.ts'
import type { PourOrder } from '../hardware/hardware.ts'
import { createCooler } from './cooler.ts'
import { createTap, type TapHabits } from './tap.ts'

/** What a simulated keg is like. */
export interface KegModelOptions {
  readonly habits: TapHabits
  /** Numbers from 0 to 1. */
  readonly random: () => number
  /** What a full keg holds; 50,000 ml by default. */
  readonly capacityMl?: number
  /** The beer's first temperature, the cooler's first target, and the bar's temperature; 8, 6 and 21 °C by default. */
  readonly celsius?: number
  readonly targetCelsius?: number
  readonly ambientCelsius?: number
}

/** A keg of beer under CO₂, with its cooler and its tap. An empty keg is changed for a full one. */
export interface KegModel {
  readonly gauges: Gauges
  /** Beer that is left in this keg, and how many kegs were emptied before it. */
  readonly volumeMl: number
  readonly emptied: number
  /** The room that foam took in the glasses. It is gas, and no beer: the meter counts what flows. */
  readonly foamMl: number
  readonly tapOpen: boolean
  targetCelsius: number
  valve: 'open' | 'closed'
  pour(volumeMl: number): PourOrder
  cutOrders(): void
  /** Lets `elapsedMs` go by; answers the whole millilitres that flowed through the meter. */
  step(elapsedMs: number): number
  /** Closes the tap for good. */
  close(): void
}

/** Time goes by in steps of this length, whatever the caller's are: the same evening comes out of the same seed. */
const STEP_MS = 100
/**
 * The air around, and the CO₂ over beer of 5 °C: kilopascal, absolute and above it. Warmer beer gives off more, a regulator makes up for
 * what is lost.
 */
const AIR_KPA = 101
const SET_KPA = 110
const KPA_PER_CELSIUS = 4
const REGULATED_PER_SEC = 1
/** The room over the beer in a full keg. */
const HEADSPACE_ML = 2_000
/** How much foam a millilitre of beer makes, by how much warmer it is than this. */
const FOAM_FROM_CELSIUS = 7
const FOAM_PER_CELSIUS = 0.05
const CHANGE_MS = 30_000

/** A full keg. */
export function createKegModel(
  { habits, random, capacityMl = 50_000, celsius = 8, targetCelsius = 6, ambientCelsius = 21 }: KegModelOptions,
): KegModel {
  const cooler = createCooler({ celsius, targetCelsius, ambientCelsius })
  const tap = createTap(habits, random)
  let volumeMl = capacityMl
  let emptied = 0
  let emptyMs = 0
  let foamMl = 0
  let owedMs = 0
  let valve: KegModel['valve'] = 'open'
  const restingKpa = () => SET_KPA + KPA_PER_CELSIUS * (cooler.celsius - 5)
  let kilopascal = restingKpa()

  function flow(): number {
    // What drives the beer is the pressure; the flow goes with its root.
    const flowedMl = valve === 'closed' ? 0 : tap.step(STEP_MS, Math.sqrt(kilopascal / SET_KPA), volumeMl)
    volumeMl -= flowedMl
    foamMl += flowedMl * Math.max(0, cooler.celsius - FOAM_FROM_CELSIUS) * FOAM_PER_CELSIUS
    return flowedMl
  }
  function breathe(flowedMl: number): void {
    const roomMl = HEADSPACE_ML + capacityMl - volumeMl
    // Boyle: the same gas in more room.
    const expanded = (kilopascal + AIR_KPA) * ((roomMl - flowedMl) / roomMl) - AIR_KPA
    kilopascal = Math.max(0, expanded + (restingKpa() - expanded) * Math.min(1, REGULATED_PER_SEC * (STEP_MS / 1_000)))
  }
  function change(): void {
    emptyMs = volumeMl === 0 ? emptyMs + STEP_MS : 0
    if (emptyMs < CHANGE_MS) return
    emptied++
    volumeMl = capacityMl
    kilopascal = restingKpa()
  }

  return {
    gauges: {
      get celsius() {
        return cooler.celsius
      },
      get kilopascal() {
        return kilopascal
      },
      get cooling() {
        return cooler.cooling
      },
    },
    get volumeMl() {
      return volumeMl
    },
    get emptied() {
      return emptied
    },
    get foamMl() {
      return foamMl
    },
    get tapOpen() {
      return tap.open
    },
    get targetCelsius() {
      return cooler.targetCelsius
    },
    set targetCelsius(target) {
      cooler.targetCelsius = target
    },
    get valve() {
      return valve
    },
    set valve(now) {
      valve = now
      // Who stands at a tap that gives nothing leaves it.
      if (now === 'closed') tap.cut()
    },
    pour: tap.order,
    cutOrders: tap.cutOrders,
    step(elapsedMs) {
      let flowedMl = 0
      for (owedMs += elapsedMs; owedMs >= STEP_MS; owedMs -= STEP_MS) {
        cooler.step(STEP_MS)
        const ml = flow()
        breathe(ml)
        change()
        flowedMl += ml
      }
      return flowedMl
    },
    close: tap.close,
  }
}
