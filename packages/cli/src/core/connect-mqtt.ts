import { randomUUID } from 'node:crypto'
import { Sha256 } from '@aws-crypto/sha256-js'
import { SignatureV4 } from '@smithy/signature-v4'
import mqtt, { type MqttClient } from 'mqtt'
import type { ReachedCore } from './reach-core.ts'

/**
 * Connects over a WebSocket that is signed with SigV4. The session token is no part of what is signed: AWS IoT wants it so.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/protocols.html#mqtt-ws
 */
export async function connectMqtt({ wss, ca, region, credentials }: ReachedCore): Promise<MqttClient> {
  const { sessionToken, ...keys } = await credentials()
  const { hostname, host, pathname } = new URL(wss)
  const signer = new SignatureV4({ credentials: keys, region, service: 'iotdevicegateway', sha256: Sha256 })
  // The host is signed without its port, as the device SDKs do.
  const signed = await signer.presign({ method: 'GET', protocol: 'wss:', hostname, path: pathname, headers: { host: hostname }, query: {} })
  const query = new URLSearchParams(Object.entries(signed.query ?? {}).map(([name, value]): [string, string] => [name, String(value)]))
  if (sessionToken !== undefined) query.set('X-Amz-Security-Token', sessionToken)
  return mqtt.connectAsync(`wss://${host}${pathname}?${query}`, {
    clientId: `keg-cli-${randomUUID()}`,
    protocolVersion: 5,
    // A signature is good for one connection.
    reconnectPeriod: 0,
    ...(ca === undefined ? {} : { ca }),
  })
}
