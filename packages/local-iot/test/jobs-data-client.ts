import { readFileSync } from 'node:fs'
import { Agent } from 'node:https'
import { IoTJobsDataPlaneClient } from '@aws-sdk/client-iot-jobs-data-plane'
import type { LocalIot } from '../src/index.ts'

/** The SDK's client of the jobs data plane. */
export function jobsDataClient({ endpoints, caFile, region, credentials }: LocalIot): IoTJobsDataPlaneClient {
  const requestHandler = { httpsAgent: new Agent({ ca: readFileSync(caFile), keepAlive: true }) }
  return new IoTJobsDataPlaneClient({ endpoint: endpoints.https, region, credentials, requestHandler, maxAttempts: 1 })
}
