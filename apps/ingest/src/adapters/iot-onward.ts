import { IoTDataPlaneClient, IoTDataPlaneServiceException, PublishCommand } from '@aws-sdk/client-iot-data-plane'
import { OnwardRefused, type Onward } from '../flow/ingest-batch.ts'

/** Statuses that are about the message itself: not about credentials (401, 403), time (408) or load (429). */
const MESSAGE_STATUSES: ReadonlySet<number | undefined> = new Set([400, 404, 405, 413, 414, 415, 422])
/** What AWS also answers with 400, and takes the next time. */
const PASSES = /throttl|limit|too ?many|expired|token|signature|skew|timeout/i

/** Publishes over the AWS IoT data plane, at least once. */
export const iotOnward = (client = new IoTDataPlaneClient()): Onward => async (topic, payload) => {
  try {
    await client.send(new PublishCommand({ topic, qos: 1, payload }))
  } catch (error) {
    if (!isForGood(error)) throw error
    throw new OnwardRefused(`AWS IoT does not take it on its topic: ${error.name}: ${error.message}`, { cause: error })
  }
}

const isForGood = (error: unknown): error is IoTDataPlaneServiceException =>
  error instanceof IoTDataPlaneServiceException && MESSAGE_STATUSES.has(error.$metadata.httpStatusCode) && !PASSES.test(error.name)
