import { ServiceException } from '@keg/aws-service'
import { answerOfEngine, operation } from './operation.ts'

export const subscribe = operation('Subscribe', async ({ TopicArn, Protocol, Endpoint = '', Attributes = {} }, state) => {
  const { pushed, confirmations } = state.sns
  if (!pushed.has(Protocol)) return answerOfEngine(state)
  if (Protocol.startsWith('http')) {
    confirmations.begin({ topicArn: TopicArn, protocol: Protocol, endpoint: Endpoint, attributes: Attributes })
    return { SubscriptionArn: 'pending confirmation' }
  }
  try {
    return { SubscriptionArn: await pushed.subscribe({ topicArn: TopicArn, protocol: Protocol, endpoint: Endpoint }, Attributes) }
  } catch (error) {
    if (error instanceof ServiceException && error.name === 'ResourceNotFoundException') {
      throw new ServiceException('InvalidParameter', 400, `Invalid parameter: Endpoint ${Endpoint} does not exist`)
    }
    throw error
  }
})
