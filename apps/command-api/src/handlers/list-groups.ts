import { variable } from '@keg/store/variable'
import { iotGroups } from '../adapters/iot-groups.ts'
import { gateFromEnvironment } from '../adapters/people.ts'
import { listGroups } from '../routes/list-groups.ts'

export const handler = listGroups({ gate: gateFromEnvironment(), groups: iotGroups(variable('KEG_GROUP')) })
