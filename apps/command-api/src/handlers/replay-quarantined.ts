import { gateFromEnvironment } from '../adapters/people.ts'
import { nowMs } from '../adapters/clock.ts'
import { replayQueuesFromEnvironment } from '../adapters/replay-queues.ts'
import { changeLogFromEnvironment, storeFromEnvironment } from '@keg/store/environment'
import { replayQuarantined } from '../routes/replay-quarantined.ts'

export const handler = replayQuarantined({
  gate: gateFromEnvironment(), store: storeFromEnvironment(), queues: replayQueuesFromEnvironment(), log: changeLogFromEnvironment(), nowMs,
})
