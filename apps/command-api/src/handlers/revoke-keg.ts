import { changeLogFromEnvironment } from '@keg/store/environment'
import { variable } from '@keg/store/variable'
import { nowMs } from '../adapters/clock.ts'
import { gateFromEnvironment } from '../adapters/people.ts'
import { kegRevocations } from '../adapters/revocations.ts'
import { revokeKeg } from '../routes/revoke-keg.ts'

export const handler = revokeKeg({
  gate: gateFromEnvironment(), revocations: kegRevocations({ serials: variable('SERIALS_TABLE'), group: variable('KEG_GROUP') }),
  log: changeLogFromEnvironment(), nowMs,
})
