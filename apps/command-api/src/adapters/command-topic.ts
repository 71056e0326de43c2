import { IoTDataPlaneClient, PublishCommand } from '@aws-sdk/client-iot-data-plane'
import { command } from '@keg/message-schemas/keg'
import type { CommandTopic } from '../ports.ts'
import { nowMs } from './clock.ts'

/** What takes a command back outlives it at whoever holds both for a keg that is away. */
const CANCEL_OUTLIVES_SEC = 60

/** Tells kegs over the AWS IoT data plane, at least once; who holds it for a keg that is away lets go of it as it expires. */
export const iotCommandTopic = (client = new IoTDataPlaneClient()): CommandTopic => ({
  send: async ({ siteId, kegId, commandId, createdAtMs, expiresAtMs }, order) => {
    const leftSec = Math.max(1, Math.ceil((expiresAtMs - nowMs()) / 1_000))
    await client.send(new PublishCommand({
      topic: command.topic.format({ siteId, kegId, commandId }), qos: 1,
      messageExpiry: order.kind === 'cancel' ? leftSec + CANCEL_OUTLIVES_SEC : leftSec,
      payload: command.encode({ v: 1, issuedAtMs: createdAtMs, expiresAtMs, order }),
    }))
  },
})
