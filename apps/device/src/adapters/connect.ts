import { deviceSdkTransport } from '@keg/shadow-client/device-sdk'
import { deviceSdkLine, type DeviceSdkLineOptions } from '@keg/uplink/device-sdk'
import type { DeviceConfig, KegEntry } from '../config.ts'
import { messageOf } from '../errors/device-error.ts'
import type { CertificateFiles } from '../identity/identity-files.ts'
import type { DeviceTransport } from '../supervisor/device-transport.ts'
import { httpsTransport } from './https-transport.ts'
import { sdkIdentity } from './sdk-identity.ts'
import { sdkJobs } from './sdk-jobs.ts'

/**
 * Prepares a keg's connection as its configuration says, by another certificate where one is named; `log` gets what the broker refuses.
 */
export function connect(
  config: DeviceConfig, entry: KegEntry, log: (line: string) => void, files: CertificateFiles = entry,
): DeviceTransport {
  const { endpoint: { host, port }, caFile, stallSec, transport, https, websocket } = config
  const onProblem = (filter: string, error: unknown) =>
    log(`${entry.kegId}: subscribe to ${filter}: ${messageOf(error)}`)
  const common = { host, port, caFile, clientId: entry.kegId, stallSec, onProblem }
  const { certificateFile, privateKeyFile } = files
  switch (transport) {
    case 'mqtt': {
      const { line, ...overIt } = overMqtt({ ...common, identity: { certificateFile, privateKeyFile } })
      return { line, ...overIt, identity: sdkIdentity(line.client) }
    }
    case 'websocket': {
      if (websocket?.credentials === undefined) throw new TypeError('"websocket" needs credentials')
      const { sessionToken, ...credentials } = websocket.credentials
      const identity = { region: websocket.region, ...credentials, ...(sessionToken !== undefined && { sessionToken }) }
      return overMqtt({ ...common, port: websocket.port, identity })
    }
    case 'https':
      if (https === undefined) throw new TypeError('"https" is missing')
      return httpsTransport({ host, port: https.port, caFile, certificateFile, privateKeyFile }, https.pollSec * 1_000)
  }
}

function overMqtt(options: DeviceSdkLineOptions) {
  const line = deviceSdkLine(options)
  return { line, shadow: deviceSdkTransport(line.client), jobs: sdkJobs(line.client, options.clientId) }
}
