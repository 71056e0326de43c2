import { deviceSdkLine } from '@keg/uplink/device-sdk'
import { followConfig, readConfig } from '../adapters/config-file.ts'
import type { GatewayConfig } from '../config/config.ts'
import { unusable, type Host } from '../host/host.ts'

/** What a gateway by itself is started with. */
export interface StandaloneOptions {
  readonly configFile: string | undefined
  readonly adminTokenFile: string | undefined
  readonly log: (line: string) => void
}

/** How long AWS is to keep what comes for a gateway that is away: the most that it can be asked for. It may keep less, by its quota. */
const SESSION_SEC = 604_800

/**
 * A gateway by itself: configured by a file, with a connection of its own to AWS IoT Core. Of a file that changes it takes the kegs at
 * once, the rest at the next start.
 */
export function standalone({ configFile, adminTokenFile, log }: StandaloneOptions): Host {
  let config: GatewayConfig | undefined
  const configured = () => config ?? unread()
  return {
    acknowledgedBy: 'puback',
    async configuration() {
      if (configFile === undefined) throw unusable('--config FILE is missing')
      try {
        config = readConfig(configFile)
      } catch (error) {
        throw unusable(error instanceof Error ? error.message : String(error), error)
      }
      return { ...config, adminTokenFile }
    },
    newLine() {
      const { gatewayId, cloud } = configured()
      return deviceSdkLine({
        host: cloud.endpoint.host, port: cloud.endpoint.port, caFile: cloud.caFile, clientId: gatewayId, stallSec: cloud.stallSec,
        sessionExpirySec: SESSION_SEC, identity: { certificateFile: cloud.certificateFile, privateKeyFile: cloud.privateKeyFile },
      })
    },
    follow: (handler) => followConfig(configFile ?? '', {
      running: configured(), log, take: (kegs) => handler({ kind: 'kegs', kegs }),
      refuse: (problem) => handler({ kind: 'refused', problem }),
    }),
    serving: async () => undefined,
    close: async () => undefined,
  }
}

const unread = (): never => {
  throw new Error('The configuration was not read yet.')
}
