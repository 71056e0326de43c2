import {
  GetThingShadowCommand, IoTDataPlaneClient, ResourceNotFoundException, UpdateThingShadowCommand,
} from '@aws-sdk/client-iot-data-plane'
import { partialSettings } from '@keg/message-schemas/keg'
import * as z from 'zod'
import type { AdmissionPorts } from '../fleet/admission.ts'

const document = z.object({
  state: z.object({ desired: partialSettings.catch({}).optional(), reported: z.record(z.string(), z.unknown()).optional() }),
})

/** Shadows of kegs; one that is not there yet wishes nothing, and its keg has reported nothing. */
export const iotShadows = (client = new IoTDataPlaneClient()): AdmissionPorts['shadows'] => ({
  async read(thingName) {
    try {
      const { payload } = await client.send(new GetThingShadowCommand({ thingName }))
      const { desired = {}, reported = {} } = document.parse(JSON.parse(new TextDecoder().decode(payload))).state
      return { desired, hasReported: Object.keys(reported).length > 0 }
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return { desired: {}, hasReported: false }
      throw error
    }
  },
  async wish(thingName, desired) {
    const payload = new TextEncoder().encode(JSON.stringify({ state: { desired } }))
    await client.send(new UpdateThingShadowCommand({ thingName, payload }))
  },
})
