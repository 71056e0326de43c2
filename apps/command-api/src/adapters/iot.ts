import { DescribeThingCommand, IoTClient, ResourceNotFoundException as NoSuchThing } from '@aws-sdk/client-iot'
import { GetThingShadowCommand, IoTDataPlaneClient, ResourceNotFoundException as NoSuchShadow, UpdateThingShadowCommand } from '@aws-sdk/client-iot-data-plane'
import { partialSettings } from '@keg/message-schemas/keg'
import * as z from 'zod'
import type { KegRegistry, KegShadows } from '../ports.ts'

const shadowDocument = z.object({
  version: z.int(),
  state: z.object({ desired: partialSettings.optional(), reported: partialSettings.optional() }).optional(),
})

/** The kegs' shadows over the AWS IoT data plane. */
export function iotShadows(client = new IoTDataPlaneClient()): KegShadows {
  return {
    read: async (thingName) => {
      const payload = await client.send(new GetThingShadowCommand({ thingName })).then(
        (answer) => answer.payload,
        orUndefined(NoSuchShadow),
      )
      if (!payload) return undefined
      const { version, state } = shadowDocument.parse(fromBytes(payload))
      return { version, ...definedOnly({ desired: state?.desired, reported: state?.reported }) }
    },
    setDesired: async (thingName, desired) => {
      const { payload } = await client.send(new UpdateThingShadowCommand({ thingName, payload: JSON.stringify({ state: { desired } }) }))
      return shadowDocument.parse(fromBytes(payload ?? new Uint8Array()))
    },
  }
}

/** The registry of things. */
export function iotRegistry(client = new IoTClient()): KegRegistry {
  return {
    has: async (thingName) => (await client.send(new DescribeThingCommand({ thingName })).catch(orUndefined(NoSuchThing))) !== undefined,
  }
}

const orUndefined =
  (Missing: new (...args: never[]) => Error) =>
  (error: unknown): undefined => {
    if (!(error instanceof Missing)) throw error
  }

const fromBytes = (payload: Uint8Array): unknown => JSON.parse(Buffer.from(payload).toString())

type DefinedOnly<T> = { [K in keyof T]?: Exclude<T[K], undefined> }
const definedOnly = <T extends object>(value: T) => Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as DefinedOnly<T>
