import { ServiceError } from '../../gateway/service-error.ts'
import type { FunctionSubscriptions } from './function-subscriptions.ts'
import type { Sns } from './sns.ts'

const XML_NAMESPACE = 'http://sns.amazonaws.com/doc/2010-03-31/'

/** SNS as SDK clients speak to it: functions are subscribed here, all else is the engine's. Throws `ServiceError`. */
export async function snsApi(sns: Sns, functions: FunctionSubscriptions, request: Request): Promise<Response> {
  const form = new URLSearchParams(await request.clone().text())
  const action = form.get('Action')
  const subscriptionArn = form.get('SubscriptionArn') ?? ''
  const subscription = action === 'Unsubscribe' ? functions.find(subscriptionArn) : undefined
  if (subscription !== undefined) {
    await functions.unsubscribe(subscription)
    return answer('Unsubscribe', '')
  }
  if (action === 'Subscribe' && form.get('Protocol') === 'lambda') {
    const arn = await subscribed(form, functions)
    return answer('Subscribe', `<SubscribeResult><SubscriptionArn>${arn}</SubscriptionArn></SubscribeResult>`)
  }
  const answered = await sns.fetch(request)
  return new Response(withFunctions(await answered.text(), functions), { status: answered.status, headers: answered.headers })
}

async function subscribed(form: URLSearchParams, functions: FunctionSubscriptions): Promise<string> {
  const endpoint = form.get('Endpoint') ?? ''
  const attributes = [...form].flatMap(([name, key]) => {
    const index = /^Attributes\.entry\.(\d+)\.key$/.exec(name)?.[1]
    return index === undefined ? [] : [[key, form.get(`Attributes.entry.${index}.value`) ?? ''] as const]
  })
  try {
    return await functions.subscribe(form.get('TopicArn') ?? '', endpoint, Object.fromEntries(attributes))
  } catch (error) {
    if (error instanceof ServiceError && error.name === 'ResourceNotFoundException') throw new ServiceError('InvalidParameter', 400, `Invalid parameter: Lambda endpoint ${endpoint} does not exist`)
    throw error
  }
}

function answer(action: string, result: string): Response {
  return new Response(`<${action}Response xmlns="${XML_NAMESPACE}">${result}<ResponseMetadata/></${action}Response>`, { headers: { 'content-type': 'text/xml' } })
}

/** Where the engine names a queue that is only here for a function, the function is named. */
function withFunctions(xml: string, functions: FunctionSubscriptions): string {
  const endpoint = /sqs(<\/Protocol>\s*<Endpoint>|<\/value><\/entry>\s*<entry><key>Endpoint<\/key><value>)(arn:aws:sqs:[^<]*)/g
  return xml.replaceAll(endpoint, (whole, between: string, queueArn: string) => {
    const functionArn = functions.functionOf(queueArn)
    return functionArn === undefined ? whole : `lambda${between}${functionArn}`
  })
}
