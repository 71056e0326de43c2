import { createDiskWatch } from '@keg/uplink'
import type { DeviceConfig, KegEntry } from '../config.ts'
import { kegFiles } from '../device-state.ts'
import type { Machine } from '../machine/machine.ts'
import { createReporter } from '../machine/reporter.ts'
import type { ProgramPorts } from '../program.ts'
import { calmEvening } from '../sim/tap.ts'
import { createSimulatedHardware } from '../sim/simulated-hardware.ts'
import { lastPours } from './last-pours.ts'
import { builtIn } from './built-in.ts'
import type { Connect } from './device-transport.ts'
import { supervisorFiles } from './supervisor-files.ts'
import { createSupervisor, type FirmwarePorts, type LastEnd, type RotationPorts } from './supervisor.ts'

/** What a device is handed besides its configuration. */
export interface DevicePorts extends ProgramPorts {
  readonly random: () => number
  readonly connect: Connect
  /** Absent: it runs the built-in program alone. */
  readonly firmware?: FirmwarePorts
  /** Absent: nobody's firmware is known to have ended the last process. */
  readonly lastEnd?: LastEnd | undefined
  /** Absent: its certificate is not renewed. */
  readonly rotation?: RotationPorts
  /** Absent: nothing is reported of it. */
  readonly machine?: Machine
}

/** A keg that is running: simulated hardware, and a program that is connected to the broker. */
export interface Device {
  /** Lets `elapsedMs` go by. */
  tick(nowMs: number, elapsedMs: number): void
  /**
   * Closes the tap and resolves once every pour is acknowledged or refused, or after `patienceMs`; then disconnects. Without a connection,
   * or a site, it waits for one a few seconds. Answers how many pours are left.
   */
  stop(nowMs: () => number, patienceMs: number): Promise<number>
}

/** How long a new certificate has to prove itself, and a firmware unless it is said. */
const HEALTH_SEC = 30

/** For so many pauses the end of a connection that is not there is waited for. */
const PAUSES_WHEN_AWAY = 5

/** Starts one keg of the configuration. */
export function startDevice(config: DeviceConfig, { kegId, dataDir }: KegEntry, ports: DevicePorts): Device {
  const { random, pause, connect, firmware, rotation, lastEnd, machine, ...programPorts } = ports
  const { tap = calmEvening, capacityMl, ambientCelsius, speed } = config.simulation
  const log = (line: string) => ports.log(`${kegId}: ${line}`)
  const files = kegFiles(dataDir)
  const hardware = createSimulatedHardware(files.meter, {
    habits: tap, random, ...(capacityMl !== undefined && { capacityMl }), ...(ambientCelsius !== undefined && { ambientCelsius }),
  })
  const pauses = async (count: number) => {
    for (let done = 0; done < count; done++) await pause()
  }
  const meterDisk = createDiskWatch('meter', log)
  const supervisor = createSupervisor({
    kegId, connect, builtIn, firmware, rotation, lastEnd, log, files: supervisorFiles(dataDir),
    healthMs: (config.firmware?.healthSec ?? HEALTH_SEC) * 1_000,
    program: { ...programPorts, pause, kegId, hardware, files },
  })

  const reporter = config.metrics && machine && createReporter({ kegId, machine, everyMs: config.metrics.everySec * 1_000, log })

  return {
    tick(nowMs, elapsedMs) {
      meterDisk.trying(() => hardware.step(elapsedMs * speed))
      supervisor.tick(nowMs, elapsedMs)
      const { running } = supervisor
      if (running?.connected === true) reporter?.tick(nowMs, running.publish)
    },
    async stop(nowMs, patienceMs) {
      hardware.close()
      await supervisor.settle()
      const left = await lastPours({ supervisor, pause, log, patienceMs }, (program) =>
        meterDisk.trying(() => hardware.step(0)) && (program?.tick(nowMs(), 0) ?? true) && (program?.reported ?? true))
      // One that connects yet, or is refused, may take long to end; nothing is lost by it.
      const away = supervisor.running?.connected !== true
      await Promise.race([supervisor.close(), ...(away ? [pauses(PAUSES_WHEN_AWAY)] : [])])
      return left
    },
  }
}
