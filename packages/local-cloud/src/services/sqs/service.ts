import { jsonProtocol, serveEach, ServiceException } from '@keg/aws-service'
import { defineService } from '../../ground/service.ts'
import { queuesTopicsBuckets } from '../queues-topics-buckets/name.ts'
import { sqsAccess } from './access.ts'
import { createSqs } from './create-sqs.ts'
import { MessageMoves } from './message-moves.ts'
import { model } from './model.generated.ts'
import { sqs } from './name.ts'
import { operations } from './operations/index.ts'
import { sqsQueue } from './resources/queue.ts'
import { sqsQueuePolicy } from './resources/queue-policy.ts'

const protocols = [jsonProtocol('AmazonSQS')]

export const service = defineService(sqs, {
  uses: { engine: queuesTopicsBuckets },
  start(ground, { engine }) {
    const queues = createSqs(engine, ground)
    return { ...queues, moves: new MessageMoves(queues, ground) }
  },
  serve: ({ moves, ...queues }) =>
    serveEach({ name: 'SQS', model, protocols, operations, invalid }, ({ signal: hungUp }) => ({ sqs: queues, moves, hungUp })),
  access: sqsAccess,
  resources: [sqsQueue, sqsQueuePolicy],
  close: ({ moves }) => moves.close(),
})

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html */
function invalid(message: string): ServiceException {
  const [, field] = /Value null at '([^']+)'/.exec(message) ?? []
  if (field === undefined)
    return new ServiceException(message.includes('enum value set') ? 'InvalidAttributeName' : 'InvalidParameterValue', 400, message)
  return new ServiceException(
    'MissingParameter', 400, `The request must contain the parameter ${field.charAt(0).toUpperCase()}${field.slice(1)}.`,
  )
}
