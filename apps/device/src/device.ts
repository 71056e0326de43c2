import { createDiskWatch } from '@keg/uplink'
import type { DeviceConfig, KegEntry } from './config.ts'
import { kegFiles } from './device-state.ts'
import { startProgram, type Program, type ProgramPorts, type Transport } from './program.ts'
import { calmEvening } from './sim/tap.ts'
import { createSimulatedHardware } from './sim/simulated-hardware.ts'

/** What a device is handed besides its configuration. */
export interface DevicePorts extends ProgramPorts {
  readonly random: () => number
  /** Prepares a new connection. */
  readonly connect: () => Transport
}

/** A keg that is running: simulated hardware, and a program that is connected to the broker. */
export interface Device {
  /** Lets `elapsedMs` go by. */
  tick(nowMs: number, elapsedMs: number): void
  /**
   * Closes the tap and resolves once every pour is acknowledged, or after `patienceMs`; then disconnects. Answers how many pours are left.
   */
  stop(nowMs: () => number, patienceMs: number): Promise<number>
}

/** Starts one keg of the configuration. */
export function startDevice({ simulation }: DeviceConfig, { kegId, dataDir }: KegEntry, ports: DevicePorts): Device {
  const { random, log, pause } = ports
  const { tap = calmEvening, capacityMl, ambientCelsius, speed } = simulation
  const files = kegFiles(dataDir)
  const hardware = createSimulatedHardware(files.meter, {
    habits: tap, random, ...(capacityMl !== undefined && { capacityMl }), ...(ambientCelsius !== undefined && { ambientCelsius }),
  })
  const meterDisk = createDiskWatch('meter', (line) => log(`${kegId}: ${line}`))
  const boot = () => startProgram({ ...ports, kegId, hardware, files, transport: ports.connect(), reboot })
  let stopping = false
  let rebooting: Promise<void> | undefined
  let program: Program | undefined = boot()

  /** The hardware runs on meanwhile, and a guest at the tap with it: what flows is reported after the start. */
  function reboot(): void {
    if (stopping || rebooting !== undefined) return
    const ending = program
    hardware.cutOrders()
    program = undefined
    rebooting = (ending?.close() ?? Promise.resolve())
      .then(() => {
        program = boot()
        log(`${kegId}: rebooted`)
      })
      .catch((error: unknown) => log(`${kegId}: could not start again: ${String(error)}`))
      .finally(() => (rebooting = undefined))
  }

  return {
    tick(nowMs, elapsedMs) {
      meterDisk.trying(() => hardware.step(elapsedMs * speed))
      program?.tick(nowMs, elapsedMs)
    },
    async stop(nowMs, patienceMs) {
      stopping = true
      hardware.close()
      const signal = AbortSignal.timeout(patienceMs)
      await rebooting
      const written = () => meterDisk.trying(() => hardware.step(0)) && (program?.tick(nowMs(), 0) ?? true) && (program?.reported ?? true)
      while (!written() && !signal.aborted) await pause()
      // What was not reported is one pour more, at the next start.
      const left = ((await program?.settle(signal)) ?? 0) + (program?.reported === false ? 1 : 0)
      await program?.close()
      return left
    },
  }
}
