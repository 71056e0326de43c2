import { IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'
import { createShadowClient, ShadowError } from '@keg/shadow-client'
import { httpTransport } from '@keg/shadow-client/http'
import { WishRefused, type KegWishes } from '../writers/ports.ts'

/** What is wished of kegs, in their shadows over the AWS IoT data plane. */
export function iotWishes(client = new IoTDataPlaneClient()): KegWishes {
  const transport = httpTransport(client)
  const shadowOf = (thingName: string) => createShadowClient({ thingName, transport })
  return {
    read: async (kegId) => {
      const snapshot = await shadowOf(kegId).get().catch(refusedForGood)
      return snapshot && { version: snapshot.version, desired: snapshot.desired ?? {}, reported: snapshot.reported ?? {} }
    },
    wishAt: async (kegId, desired, version) => {
      try {
        await shadowOf(kegId).setDesired(desired, version === undefined ? {} : { ifVersion: version })
        return true
      } catch (error) {
        if (error instanceof ShadowError && error.code === 'CONFLICT') return false
        return refusedForGood(error)
      }
    },
  }
}

/** Throws {@link WishRefused} for what the service refuses each time, and what it is given for all else. */
function refusedForGood(error: unknown): never {
  if (!(error instanceof ShadowError)) throw error
  const { code, status = 0, message } = error
  if (code === 'TOO_LARGE' || (code === 'REJECTED' && status >= 400 && status < 500)) throw new WishRefused(message, { cause: error })
  throw error
}
