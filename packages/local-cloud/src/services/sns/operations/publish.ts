import { isRecord, ServiceException } from '@keg/aws-service'
import { answerOfEngine, operation } from './operation.ts'

export const publish = operation('Publish', ({ Message, MessageStructure }, { sns, form }) =>
  answerOfEngine({ sns, form: MessageStructure === 'json' ? ofOneText(form, Message) : form }))

/**
 * A message with a text for each protocol, which the engine does not know, as one with the text for queues: those are all that it delivers
 * to.
 *
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
function ofOneText(form: URLSearchParams, message: string): URLSearchParams {
  const refused = (why: string) => new ServiceException('InvalidParameter', 400, `Invalid parameter: Message Structure - ${why}`)
  let texts: unknown
  try {
    texts = JSON.parse(message)
  } catch {
    throw refused('JSON message body failed to parse')
  }
  const { sqs, default: byDefault } = isRecord(texts) ? texts : {}
  if (typeof byDefault !== 'string') throw refused('No default entry in JSON message body')
  const ofOne = new URLSearchParams([...form].filter(([name]) => name !== 'MessageStructure' && name !== 'Message'))
  ofOne.set('Message', typeof sqs === 'string' ? sqs : byDefault)
  return ofOne
}
