import { serviceName } from '../../ground/service-name.ts'
import type { MessageMoves } from './message-moves.ts'
import type { Sqs } from './sqs.ts'

/** SQS. */
export const sqs = serviceName<Sqs & { readonly moves: MessageMoves }>('sqs')

/** How names of queues begin that only this cloud uses. */
export const OWN_QUEUE_PREFIX = 'keg-subscription-'
