import { IoTDataPlaneClient, PublishCommand } from '@aws-sdk/client-iot-data-plane'
import { batchAcks } from '@keg/message-schemas/keg'
import type { BatchAcks } from '../flow/book-batch.ts'

/** Tells gateways over the AWS IoT data plane, at least once. */
export const iotBatchAcks = (client = new IoTDataPlaneClient()): BatchAcks => ({
  booked: async ({ siteId, gatewayId, batchId }) => {
    await client.send(new PublishCommand({
      topic: batchAcks.topic.format({ siteId, gatewayId }), qos: 1, payload: batchAcks.encode({ v: 1, batchIds: [batchId] }),
    }))
  },
})
