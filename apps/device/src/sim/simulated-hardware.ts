import type { Durable } from '@keg/uplink'
import { createFlowMeter } from '../hardware/flow-meter.ts'
import type { Hardware } from '../hardware/hardware.ts'
import { createKegModel, type KegModelOptions } from './keg-model.ts'

/** Hardware that is simulated, and the world around it. It goes on while the program restarts, as a real keg would. */
export interface SimulatedHardware extends Hardware {
  /** Lets `elapsedMs` of the world's time go by. Throws where the disk fails; the meter catches up at the next step. */
  step(elapsedMs: number): void
  /** Closes the tap for good. */
  close(): void
}

/** A keg and its meter, whose counter is in `memory`. */
export function createSimulatedHardware(memory: Durable<number>, options: KegModelOptions): SimulatedHardware {
  const model = createKegModel(options)
  const meter = createFlowMeter(memory)
  return {
    meter,
    gauges: model.gauges,
    get tapOpen() {
      return model.tapOpen
    },
    get targetCelsius() {
      return model.targetCelsius
    },
    set targetCelsius(target) {
      model.targetCelsius = target
    },
    get valve() {
      return model.valve
    },
    set valve(valve) {
      model.valve = valve
    },
    pour: model.pour,
    cutOrders: model.cutOrders,
    step: (elapsedMs) => meter.flow(model.step(elapsedMs)),
    close: model.close,
  }
}
