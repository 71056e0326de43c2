import { defineService } from '../../ground/service.ts'
import { iam } from '../iam/name.ts'
import { lambda } from '../lambda/name.ts'
import { iotAccess } from './access.ts'
import { iot } from './name.ts'
import { startIot } from './start-iot.ts'

/** How long functions in flight may take that may still publish. */
const DRAIN_MS = 5_000

export const service = defineService(iot, {
  uses: { iam },
  start: startIot,
  serve: (running) => (request) => running.fetch(request),
  access: iotAccess,
  // Every run starts this service, and few have all its types.
  resources: async () => (await import('./resources/index.ts')).resources,
  async stop(iotCore, { running }) {
    await running(lambda)?.eventSources.stop(DRAIN_MS)
    await iotCore.close()
  },
})
