import { variable } from '@keg/store/variable'
import { nowSec } from '../adapters/clock.ts'
import { verifierFromEnvironment } from '../adapters/people.ts'
import { liveAuthorizer } from '../live/authorizer.ts'

export const handler = liveAuthorizer({ verify: verifierFromEnvironment(), nowSec, iotArn: variable('IOT_ARN') })
