import { variable } from '@keg/store/variable'
import { liveKey } from '../adapters/live-key.ts'
import { nowSec } from '../adapters/clock.ts'
import { postLive } from '../routes/post-live.ts'

export const handler = postLive({ key: liveKey, authorizerName: variable('LIVE_AUTHORIZER'), nowSec })
