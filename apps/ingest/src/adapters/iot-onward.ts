import { IoTDataPlaneClient, PublishCommand } from '@aws-sdk/client-iot-data-plane'
import type { Onward } from '../ingest-batch.ts'

/** Publishes over the AWS IoT data plane, at least once. */
export const iotOnward = (client = new IoTDataPlaneClient()): Onward => async (topic, payload) => void (await client.send(new PublishCommand({ topic, qos: 1, payload })))
