import { DescribeThingCommand, IoTClient, ResourceNotFoundException } from '@aws-sdk/client-iot'
import { IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'
import { partialSettings } from '@keg/message-schemas/keg'
import { createShadowClient } from '@keg/shadow-client'
import { httpTransport } from '@keg/shadow-client/http'
import type { KegRegistry, KegShadows } from '../ports.ts'

/** The kegs' shadows over the AWS IoT data plane. */
export function iotShadows(client = new IoTDataPlaneClient()): KegShadows {
  const transport = httpTransport(client)
  const shadowOf = (thingName: string) => createShadowClient({ thingName, transport, schema: partialSettings })
  return {
    read: async (kegId) => {
      const snapshot = await shadowOf(kegId).get()
      if (!snapshot) return undefined
      const { version, desired, reported } = snapshot
      return { version, desired: partialSettings.parse(desired), reported: partialSettings.parse(reported) }
    },
    setDesired: (kegId, desired) => shadowOf(kegId).setDesired(desired),
  }
}

/** The registry of things. */
export function iotRegistry(client = new IoTClient()): KegRegistry {
  return {
    has: async (thingName) => {
      try {
        await client.send(new DescribeThingCommand({ thingName }))
        return true
      } catch (error) {
        if (error instanceof ResourceNotFoundException) return false
        throw error
      }
    },
  }
}
