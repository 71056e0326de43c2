/** State that survives the process. `write` is atomic: after a power cut either the old value is there or the new one. */
export interface Durable<Value> {
  read(): Value | undefined
  write(value: Value): void
}

/** The flow meter: a counter of its own that only goes up, and that the program can read but not set. */
export interface FlowMeter {
  readonly totaliserMl: number
}

/** A simulated meter: `flow` is the beer that runs through it, written down before anybody may read it. */
export function createFlowMeter(memory: Durable<number>): FlowMeter & { flow(ml: number): void } {
  let totaliserMl = memory.read() ?? 0
  return {
    get totaliserMl() {
      return totaliserMl
    },
    flow(ml) {
      if (ml === 0) return
      memory.write(totaliserMl + ml)
      totaliserMl += ml
    },
  }
}
