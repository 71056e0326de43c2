import { deviceSdkLine } from '@keg/uplink/device-sdk'
import type { DeviceConfig, KegEntry } from '../config.ts'
import type { ClaimLine } from '../claim/claim-certificate.ts'
import { DeviceError } from '../errors/device-error.ts'
import { sdkIdentity } from './sdk-identity.ts'

const CONNECT_MS = 30_000

/** Connects by a keg's claim certificate, over MQTT whatever the keg's own transport is. */
export async function claimLine(
  { endpoint: { host, port }, caFile }: DeviceConfig, { kegId }: KegEntry, claim: NonNullable<KegEntry['claim']>, signal: AbortSignal,
): Promise<ClaimLine> {
  const { certificateFile, privateKeyFile } = claim
  const line = deviceSdkLine({
    host, port, caFile, clientId: `claim-${kegId}`, identity: { certificateFile, privateKeyFile }, sessionExpirySec: 0,
  })
  const connected = Promise.withResolvers<undefined>()
  let last = 'no answer'
  line.onState((state, reason) => {
    last = reason
    if (state === 'connected') connected.resolve(undefined)
  })
  const ends = AbortSignal.any([signal, AbortSignal.timeout(CONNECT_MS)])
  const giveUp = () => connected.reject(new DeviceError('NO_ANSWER', `no connection to ${host}:${port} by the claim certificate: ${last}`))
  ends.addEventListener('abort', giveUp)
  line.start()
  try {
    await connected.promise
  } catch (error) {
    await line.close()
    throw error
  } finally {
    ends.removeEventListener('abort', giveUp)
  }
  return { identity: sdkIdentity(line.client), close: line.close }
}
