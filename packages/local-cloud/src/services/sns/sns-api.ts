import { ServiceException } from '@keg/aws-service'
import { isRecord } from '../../assembly/template.ts'
import type { Confirmations } from './confirmations.ts'
import type { PushedSubscriptions } from './pushed-subscriptions.ts'
import type { Sns } from './sns.ts'

const XML_NAMESPACE = 'http://sns.amazonaws.com/doc/2010-03-31/'

/** Subscribers that the engine does not tell, and those that are still to confirm. */
export interface SnsSubscribers {
  readonly pushed: PushedSubscriptions
  readonly confirmations: Confirmations
}

/** SNS as SDK clients speak to it. Subscriptions that the engine can't deliver to are kept here; the engine does all else. Throws `ServiceException`. */
export async function snsApi(sns: Sns, { pushed, confirmations }: SnsSubscribers, request: Request): Promise<Response> {
  // Whoever visits the address to confirm by, or the one to unsubscribe by, sends a query; whatever else does is no client of SNS.
  const form = request.method === 'GET' ? new URL(request.url).searchParams : new URLSearchParams(await request.clone().text())
  const action = form.get('Action')
  if (request.method === 'GET' && action !== 'ConfirmSubscription' && action !== 'Unsubscribe') throw new ServiceException('InvalidAction', 400, `SNS takes ${action ?? 'requests'} by POST`)
  const subscriptionArn = form.get('SubscriptionArn') ?? ''
  const subscription = action === 'Unsubscribe' ? pushed.find(subscriptionArn) : undefined
  if (subscription !== undefined) {
    await pushed.unsubscribe(subscription)
    return answer('Unsubscribe', '')
  }
  if (action === 'Subscribe' && pushed.has(form.get('Protocol') ?? '')) return subscriptionAnswer('Subscribe', await subscribed(form, { pushed, confirmations }))
  if (action === 'ConfirmSubscription') return subscriptionAnswer('ConfirmSubscription', await confirmations.confirm(form.get('Token') ?? ''))
  const answered = await sns.fetch(action === 'Publish' && form.get('MessageStructure') === 'json' ? ofOneText(request, form) : request)
  return new Response(withEndpoints(await answered.text(), pushed), { status: answered.status, headers: answered.headers })
}

/**
 * A message with a text for each protocol, which the engine does not know, as one with the text for queues: those are all that it delivers to.
 *
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
function ofOneText(request: Request, form: URLSearchParams): Request {
  const refused = (why: string) => new ServiceException('InvalidParameter', 400, `Invalid parameter: Message Structure - ${why}`)
  let texts: unknown
  try {
    texts = JSON.parse(form.get('Message') ?? '')
  } catch {
    throw refused('JSON message body failed to parse')
  }
  const { sqs, default: byDefault } = isRecord(texts) ? texts : {}
  if (typeof byDefault !== 'string') throw refused('No default entry in JSON message body')
  const body = new URLSearchParams([...form].filter(([name]) => name !== 'MessageStructure' && name !== 'Message'))
  body.set('Message', typeof sqs === 'string' ? sqs : byDefault)
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  return new Request(request.url, { method: 'POST', headers, body })
}

async function subscribed(form: URLSearchParams, { pushed, confirmations }: SnsSubscribers): Promise<string> {
  const [topicArn, protocol, endpoint] = [form.get('TopicArn') ?? '', form.get('Protocol') ?? '', form.get('Endpoint') ?? '']
  const attributes = Object.fromEntries([...form].flatMap(([name, key]) => {
    const index = /^Attributes\.entry\.(\d+)\.key$/.exec(name)?.[1]
    return index === undefined ? [] : [[key, form.get(`Attributes.entry.${index}.value`) ?? ''] as const]
  }))
  if (protocol.startsWith('http')) {
    confirmations.begin({ topicArn, protocol, endpoint, attributes })
    return 'pending confirmation'
  }
  try {
    return await pushed.subscribe({ topicArn, protocol, endpoint }, attributes)
  } catch (error) {
    if (error instanceof ServiceException && error.name === 'ResourceNotFoundException') throw new ServiceException('InvalidParameter', 400, `Invalid parameter: Endpoint ${endpoint} does not exist`)
    throw error
  }
}

function subscriptionAnswer(action: string, arn: string): Response {
  return answer(action, `<${action}Result><SubscriptionArn>${arn}</SubscriptionArn></${action}Result>`)
}

function answer(action: string, result: string): Response {
  return new Response(`<${action}Response xmlns="${XML_NAMESPACE}">${result}<ResponseMetadata/></${action}Response>`, { headers: { 'content-type': 'text/xml' } })
}

/** Where the engine names a queue that is only here for a subscription, its endpoint is named. */
function withEndpoints(xml: string, pushed: PushedSubscriptions): string {
  const endpoint = /sqs(<\/Protocol>\s*<Endpoint>|<\/value><\/entry>\s*<entry><key>Endpoint<\/key><value>)(arn:aws:sqs:[^<]*)/g
  return xml.replaceAll(endpoint, (whole, between: string, queueArn: string) => {
    const behind = pushed.behind(queueArn)
    return behind === undefined ? whole : `${behind.protocol}${between}${behind.endpoint}`
  })
}
