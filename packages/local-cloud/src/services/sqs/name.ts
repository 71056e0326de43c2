import { serviceName } from '../../ground/service-name.ts'
import type { MessageMoves } from './message-moves.ts'
import type { Sqs } from './sqs.ts'

export const sqs = serviceName<Sqs & { readonly moves: MessageMoves }>('sqs')

/** The prefix of queues that this cloud makes for itself. */
export const OWN_QUEUE_PREFIX = 'keg-subscription-'
