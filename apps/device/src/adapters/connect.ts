import { deviceSdkTransport } from '@keg/shadow-client/device-sdk'
import { deviceSdkLine, type DeviceSdkLineOptions } from '@keg/uplink/device-sdk'
import type { DeviceConfig, KegEntry } from '../config.ts'
import type { Transport } from '../program.ts'
import { httpsTransport } from './https-transport.ts'

/** Prepares a keg's connection as its configuration says; `log` gets what the broker refuses. */
export function connect(config: DeviceConfig, entry: KegEntry, log: (line: string) => void): Transport {
  const { endpoint: { host, port }, caFile, stallSec, transport, https, websocket } = config
  const onProblem = (filter: string, error: unknown) =>
    log(`${entry.kegId}: subscribe to ${filter}: ${error instanceof Error ? error.message : String(error)}`)
  const common = { host, port, caFile, clientId: entry.kegId, stallSec, onProblem }
  switch (transport) {
    case 'mqtt':
      return overMqtt({ ...common, identity: entry })
    case 'websocket': {
      if (websocket?.credentials === undefined) throw new TypeError('"websocket" needs credentials')
      const { sessionToken, ...credentials } = websocket.credentials
      const identity = { region: websocket.region, ...credentials, ...(sessionToken !== undefined && { sessionToken }) }
      return overMqtt({ ...common, port: websocket.port, identity })
    }
    case 'https':
      if (https === undefined) throw new TypeError('"https" is missing')
      return httpsTransport({ host, port: https.port, caFile, ...entry }, https.pollSec * 1_000)
  }
}

function overMqtt(options: DeviceSdkLineOptions): Transport {
  const line = deviceSdkLine(options)
  return { line, shadow: deviceSdkTransport(line.client) }
}
