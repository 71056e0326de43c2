import { defineService } from '../../ground/service.ts'
import { connectEmulator } from './emulator.ts'
import { startFauxqs } from './fauxqs.ts'
import { queuesTopicsBuckets } from './name.ts'

export const service = defineService(queuesTopicsBuckets, {
  start: ({ region, accountId, options: { awsEndpoint, dataDir } }) =>
    awsEndpoint === undefined ? startFauxqs(region, dataDir) : connectEmulator(awsEndpoint, { region, accountId }),
  close: (engine) => engine.close(),
})
