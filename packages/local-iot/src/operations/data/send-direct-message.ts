import { operation } from '../operation.ts'
import { invalidRequest, ServiceException } from '../../errors/service-exception.ts'
import { checkClientId, noConnection } from './get-connection.ts'
import { messageProperties } from './message-properties.ts'
import { checkMessage } from './publish.ts'

const DEFAULT_TIMEOUT_SEC = 5
const MAX_TIMEOUT_SEC = 15

export const sendDirectMessage = operation('SendDirectMessage', async (input, { state, broker }) => {
  const { clientId, topic, payload = new Uint8Array(), confirmation = false, timeout = DEFAULT_TIMEOUT_SEC } = input
  checkClientId(clientId)
  checkMessage(topic, payload)
  // direct-messaging.html: not even Basic Ingest.
  if (topic.startsWith('$')) throw invalidRequest('The topic of a direct message must not begin with $')
  if (confirmation && !(timeout >= 1 && timeout <= MAX_TIMEOUT_SEC))
    throw invalidRequest(`The timeout is between 1 and ${MAX_TIMEOUT_SEC} seconds`)
  const message = { topic, payload, qos: confirmation ? 1 : 0, retain: false, properties: messageProperties(input) } as const
  const outcome = await broker.sendDirect(clientId, message, confirmation ? timeout * 1000 : undefined)
  switch (outcome) {
    case 'sent':
    case 'confirmed':
      return { message: 'OK', traceId: state.newId() }
    case 'notConnected': throw noConnection(clientId)
    case 'notAllowed':
      throw new ServiceException('ForbiddenException', 403, `Client ${clientId} is not authorized to receive on topic ${topic}`)
    case 'busy': throw new ServiceException('ThrottlingException', 429, `Client ${clientId} takes no further message now`)
    case 'unconfirmed':
      throw new ServiceException('GatewayTimeoutException', 504, `Client ${clientId} did not acknowledge the message in time`)
  }
})
