import { confirmSubscription } from './confirm-subscription.ts'
import * as ofTheEngine from './of-the-engine.ts'
import { publish } from './publish.ts'
import { subscribe } from './subscribe.ts'
import { unsubscribe } from './unsubscribe.ts'

export const operations = [confirmSubscription, publish, subscribe, unsubscribe, ...Object.values(ofTheEngine)]
