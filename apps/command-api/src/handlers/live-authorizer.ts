import { variable } from '@keg/store/variable'
import { liveKey } from '../adapters/live-key.ts'
import { nowSec } from '../adapters/clock.ts'
import { liveAuthorizer } from '../live/authorizer.ts'

export const handler = liveAuthorizer({ key: liveKey, nowSec, iotArn: variable('IOT_ARN') })
