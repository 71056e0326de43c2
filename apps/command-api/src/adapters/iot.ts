import { DescribeThingCommand, IoTClient } from '@aws-sdk/client-iot'
import { IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'
import { partialSettings, settingTimes } from '@keg/message-schemas/keg'
import { createShadowClient, ShadowError, type JsonObject, type ShadowTransport } from '@keg/shadow-client'
import { httpTransport } from '@keg/shadow-client/http'
import * as z from 'zod'
import type { KegRegistry, KegShadows } from '../ports.ts'
import { unlessGone } from './unless-gone.ts'

/** The kegs' shadows over the AWS IoT data plane. */
export function iotShadows(client = new IoTDataPlaneClient()): KegShadows {
  const transport = httpTransport(client)
  const shadowOf = (thingName: string) => createShadowClient({ thingName, transport, schema: partialSettings })
  return {
    read: async (thingName) => {
      // The shadow client leaves the metadata out.
      let document: JsonObject | undefined
      const request: ShadowTransport['request'] = async (...asked) => {
        const reply = await transport.request(...asked)
        document = reply.accepted
        return reply
      }
      const snapshot = await createShadowClient({ thingName, transport: { request }, schema: partialSettings }).get()
      if (!snapshot) return undefined
      const { version, desired, reported } = snapshot
      const times = metadata.safeParse(document)
      return {
        version, desired: partialSettings.parse(desired), reported: partialSettings.parse(reported),
        ...(times.success ? { desiredMetadata: times.data.metadata.desired } : {}),
      }
    },
    setDesired: async (kegId, desired, ifVersion) => {
      try {
        return await shadowOf(kegId).setDesired(desired, ifVersion === undefined ? {} : { ifVersion })
      } catch (error) {
        if (ifVersion !== undefined && isOfAnotherVersion(error)) return undefined
        throw error
      }
    },
  }
}

/** When each wish of a shadow was made, as far as it has any, and none is more than a value. */
const metadata = z.object({ metadata: z.object({ desired: settingTimes }) })

/** AWS does not document what it answers to a version of a shadow that is not there: 400 or 409. */
const isOfAnotherVersion = (error: unknown): boolean =>
  error instanceof ShadowError && (error.code === 'CONFLICT' || (error.code === 'REJECTED' && error.status === 400))

/** The registry of things. */
export function iotRegistry(client = new IoTClient()): KegRegistry {
  const find = (thingName: string) => unlessGone(client.send(new DescribeThingCommand({ thingName })))
  return {
    has: async (kegId) => (await find(kegId)) !== undefined,
    siteOf: async (kegId) => (await find(kegId))?.attributes?.['siteId'],
  }
}
