import type { HttpAction, HttpAuthorization } from '../model/model.generated.ts'
import { invalidRequest } from '../errors/service-exception.ts'
import { action, LastingFailure, type ActionSetup } from './action.ts'
import { batched } from './http-batching.ts'
import { checkedUrl, checkUrl, type RequestOf, type SendRequest } from './http-request.ts'
import type { HttpRequest } from './requests.ts'
import { fields, isTemplate } from './templates.ts'

/** At most three tries, whatever other actions have (https-rule-action.html#https-rule-action-retry-logic). */
const RETRIES = 2

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/https-rule-action.html */
export const httpAction = action('http', (config, setup) => {
  checkUrls(config)
  const request = compileRequest(config, setup)
  const common = { resource: config.url, remote: true, retries: RETRIES }
  const send: SendRequest = async (one, { ruleName, message: { topic } }, ports) => {
    await ports.deliver('http', one, { ruleName, topic, resource: config.url })
  }
  if (config.enableBatching !== true)
    return { ...common, run: async (input, ports) => { await send(await request(input, ports), input, ports) } }
  if (setup.isErrorAction) throw invalidRequest('Batching is not allowed in an error action')
  return { ...common, ...batched(config.batchConfig, request, send) }
})

/** The confirmation URL is a prefix of the URL, and is there where the URL is a template. */
function checkUrls({ url, confirmationUrl }: HttpAction): void {
  checkUrl('url', url)
  checkUrl('confirmationUrl', confirmationUrl ?? url)
  if (confirmationUrl === undefined && isTemplate(url))
    throw invalidRequest('confirmationUrl is needed where url has a substitution template')
  if (confirmationUrl === undefined || isTemplate(confirmationUrl)) return
  if (!url.startsWith(confirmationUrl)) throw invalidRequest('url must begin with confirmationUrl')
}

/** The URL that a rule's action needs confirmed; `undefined` where it is known only by the message. */
export const confirmationUrlOf = ({ url, confirmationUrl = url }: HttpAction): string | undefined =>
  isTemplate(confirmationUrl) ? undefined : confirmationUrl

function compileRequest({ url, confirmationUrl = url, headers = [], auth }: HttpAction, setup: ActionSetup): RequestOf {
  const urls = fields({ url, confirmationUrl }, setup)
  const values = fields(Object.fromEntries(headers.map(({ key, value }) => [key.toLowerCase(), value])), setup)
  return async (input, { destinationStatus }) => {
    const rendered = await urls(input)
    checkDestination(rendered, destinationStatus(rendered.confirmationUrl))
    return {
      method: 'POST',
      url: checkedUrl(rendered.url),
      headers: {
        'content-type': input.output instanceof Uint8Array ? 'application/octet-stream' : 'application/json', ...(await values(input)),
      },
      body: input.payload,
      ...signing(auth),
    }
  }
}

const signing = (auth: HttpAuthorization | undefined): Pick<HttpRequest, 'sigv4'> =>
  auth?.sigv4 === undefined ? {} : { sigv4: { service: auth.sigv4.serviceName, region: auth.sigv4.signingRegion } }

function checkDestination({ url, confirmationUrl }: { url: string; confirmationUrl: string }, status: string | undefined): void {
  if (!url.startsWith(confirmationUrl)) throw new LastingFailure(`${url} does not begin with the confirmation URL ${confirmationUrl}.`)
  if (status === 'ENABLED') return
  throw new LastingFailure(
    status === undefined
      ? `There is no topic rule destination for ${confirmationUrl}: CreateTopicRuleDestination makes one.`
      : `The topic rule destination for ${confirmationUrl} is ${status}: confirm it, then set it to ENABLED.`,
  )
}
