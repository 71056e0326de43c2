import { deviceSdkLine } from '@keg/uplink/device-sdk'
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { gatewayConfig, type GatewayConfig } from '../config.ts'
import { ConfigError, parseConfig, type Host } from './host.ts'

/** A gateway by itself: configured by a file, with a connection of its own to AWS IoT Core. */
export function standalone(configFile: string | undefined): Host {
  let config: GatewayConfig | undefined
  return {
    acknowledgedBy: 'puback',
    async configuration() {
      if (configFile === undefined) throw new ConfigError('--config FILE is missing')
      return (config = parseConfig(gatewayConfig, readJson(configFile), z.prettifyError))
    },
    newLine() {
      if (config === undefined) throw new Error('There is no line before the configuration is read.')
      const { gatewayId, cloud } = config
      return deviceSdkLine({
        host: cloud.endpoint.host, port: cloud.endpoint.port, caFile: cloud.caFile, clientId: gatewayId, stallSec: cloud.stallSec,
        identity: { certificateFile: cloud.certificateFile, privateKeyFile: cloud.privateKeyFile },
      })
    },
    // It is read at the start alone.
    onChange: () => undefined,
    serving: async () => undefined,
    close: async () => undefined,
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}
