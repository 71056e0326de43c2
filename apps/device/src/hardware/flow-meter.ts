import type { Durable } from '@keg/uplink'

/** The flow meter: a counter of its own that only goes up, and that the program can read but not set. */
export interface FlowMeter {
  readonly totaliserMl: number
}

/**
 * A simulated meter: `flow` is the beer that runs through it, written down before anybody may read it. What the disk did not take
 * is written with the next `flow`, of 0 ml too; until then `flow` throws the disk's error.
 */
export function createFlowMeter(memory: Durable<number>): FlowMeter & { flow(ml: number): void } {
  let totaliserMl = memory.read() ?? 0
  let unwrittenMl = 0
  return {
    get totaliserMl() {
      return totaliserMl
    },
    flow(ml) {
      unwrittenMl += ml
      if (unwrittenMl === 0) return
      memory.write(totaliserMl + unwrittenMl)
      totaliserMl += unwrittenMl
      unwrittenMl = 0
    },
  }
}
