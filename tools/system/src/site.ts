import { startDevices, type Broker, type Devices, type Simulation } from './devices.ts'
import type { RunningGateway } from './gateways.ts'
import type { ProvisionedKeg } from './provision.ts'

/** What {@link startSite} takes. */
export interface SiteOptions {
  readonly kegs: readonly ProvisionedKeg[]
  readonly simulation: Simulation
  /** Where the kegs find a broker; behind a gateway it is the gateway's. */
  readonly broker: Broker
  /** Starts the gateway that the kegs are behind, where it was before; absent = they are behind none. */
  readonly startGateway?: ((port?: number) => Promise<RunningGateway>) | undefined
  readonly dir: string
  readonly log: (line: string) => void
}

/**
 * Kegs that run in one program, and the gateway that they are behind, if they are. Both can be killed, and started again with the files
 * that they had.
 */
export interface Site {
  readonly kegs: readonly ProvisionedKeg[]
  readonly gateway: RunningGateway | undefined
  /** The device program that runs now. */
  readonly devices: Devices
  restartDevices(): Promise<void>
  restartGateway(): Promise<void>
  /** Ends both at once. */
  kill(): Promise<void>
}

/** Starts the gateway of a site, then its kegs. */
export async function startSite({ kegs, simulation, broker: direct, startGateway, dir, log }: SiteOptions): Promise<Site> {
  let gateway = await startGateway?.()
  const broker = gateway?.broker ?? direct
  const start = () => startDevices({ ...broker, kegs, dir, simulation, log })
  let devices = await start()
  return {
    kegs,
    get gateway() {
      return gateway
    },
    get devices() {
      return devices
    },
    restartDevices: async () => {
      devices = await start()
    },
    restartGateway: async () => {
      gateway = await startGateway?.(broker.endpoint.port)
    },
    kill: async () => {
      await devices.kill()
      await gateway?.program.kill()
    },
  }
}
