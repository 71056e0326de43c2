import { variable } from '@keg/store/variable'
import { iotIndex } from '../adapters/iot-index.ts'
import { gateFromEnvironment } from '../adapters/people.ts'
import { searchKegs } from '../routes/search-kegs.ts'

export const handler = searchKegs({ gate: gateFromEnvironment(), index: iotIndex(), group: variable('KEG_GROUP') })
