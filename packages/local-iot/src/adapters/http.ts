import { parseInput, serializeError, serializeOutput } from '@keg/aws-service'
import { callOperation } from '../operations/call.ts'
import type { IotCore } from '../operations/iot-core.ts'
import { jobsDataOperation } from '../operations/jobs-data-routes.ts'
import { model } from '../model/model.generated.ts'
import { matchRoute, type IotRoute } from '../operations/route.ts'
import { notEmulated, ServiceException } from '../errors/service-exception.ts'
import type { CustomAuthorizerPorts } from '../principals/custom-authorizer.ts'
import { assumedRole } from './credential-requests.ts'
import { checkAllowed, identify, type HttpPeer } from './http-identity.ts'
import { ownRequest } from './own-request.ts'
import { dataPlaneServices, readCredential, verifySignature, type SignedRequest } from './signature.ts'

export interface HttpOptions {
  readonly core: IotCore
  /** The secret of an access key, `undefined` for one that nobody has. */
  readonly secretOf: (accessKeyId: string) => string | undefined
  readonly onError: (operation: string, error: unknown) => void
  /** Told why a request is refused: by a device's policies, of which the device is not told, or for a key that nobody has. */
  readonly onRefused: (operation: string, why: string) => void
  readonly ports: CustomAuthorizerPorts
  readonly permissive: boolean
}

const UNKNOWN_KEY = 'UnrecognizedClientException'

/** Larger bodies are refused: no operation takes so much. */
export const MAX_BODY_BYTES = 1024 * 1024

/** Control and data plane as a fetch handler: REST-JSON as the AWS SDKs speak it. */
export function createHttpHandler(
  { core, ports, permissive, secretOf, onError, onRefused }: HttpOptions,
): (request: Request, peer: HttpPeer) => Promise<Response> {
  return async (request, peer) => {
    const requestId = core.state.newId()
    const url = new URL(request.url)
    let operation = `${request.method} ${url.pathname}`
    let metersAnswer = false
    try {
      const role = assumedRole(core, request, peer)
      if (role !== undefined) {
        return respond(200, new TextEncoder().encode(JSON.stringify(role)), {
          'content-type': 'application/json', 'x-amzn-requestid': requestId,
        })
      }
      const body = await readBody(request)
      const ours = ownRequest(request.method, url, peer)
      if (ours !== undefined) {
        checkSignature({ method: request.method, url, headers: request.headers, body }, secretOf, core.state)
        return respond(200, await ours(core, body), { 'content-type': 'application/json', 'x-amzn-requestid': requestId })
      }
      refuseJobs(request, url, peer)
      const route = findRoute(request.method, url)
      operation = route.name
      metersAnswer = isMessaging(route)
      const device = await identify(core.state, route, { url, headers: request.headers }, peer, { ports, permissive })
      if (device === undefined) authenticate(route, { method: request.method, url, headers: request.headers, body }, secretOf, core.state)
      const input = parseInput(model, route, url, request.headers, body)
      if (device !== undefined) checkAllowed(device, route.name, input, (why) => onRefused(route.name, why))
      const output = await callOperation(route.name, input, core)
      const answer = serializeOutput(model, route.name, output)
      if (metersAnswer) core.meter.answer(answer.body.length)
      return respond(200, answer.body, { 'content-type': answer.contentType, 'x-amzn-requestid': requestId })
    } catch (error) {
      const exception = error instanceof ServiceException ? error : internalFailure(error)
      if (exception.statusCode >= 500) onError(operation, error)
      if (exception.name === UNKNOWN_KEY) onRefused(operation, exception.message.replace(/\.$/, ''))
      const { body, headers } = serializeError(exception)
      if (metersAnswer) core.meter.answer(body.length)
      return respond(exception.statusCode, body, { ...headers, 'x-amzn-requestid': requestId })
    }
  }
}

/** AWS bills the bodies of answers over HTTPS as messages, those of refusals too; what concerns a shadow is billed as its operation. */
const isMessaging = ({ name, service }: IotRoute): boolean => service === 'iotdata' && !name.includes('Shadow')

async function readBody(request: Request): Promise<Uint8Array> {
  const body = new Uint8Array(await request.arrayBuffer())
  if (body.length > MAX_BODY_BYTES) {
    throw new ServiceException('RequestEntityTooLargeException', 413, `The request body has more than ${MAX_BODY_BYTES} bytes.`)
  }
  return body
}

/** Only who signs, or the port, says that a path is the jobs data plane's: on AWS it has a host of its own. */
function refuseJobs({ method, headers }: Request, url: URL, { tls }: HttpPeer): void {
  const name = tls !== undefined || /\/iot-jobs-data\/aws4_request/.test(headers.get('authorization') ?? '')
    ? jobsDataOperation(method, url)
    : undefined
  if (name !== undefined) throw notEmulated(`The operation ${name}`)
}

function findRoute(method: string, url: URL): IotRoute {
  const route = matchRoute(method, url)
  if (route === undefined) {
    throw new ServiceException('ResourceNotFoundException', 404, `AWS IoT has no operation at ${method} ${url.pathname}`)
  }
  return route
}

/** The control plane takes any signed request; what reaches devices is checked by its signature. */
function authenticate({ name, service }: IotRoute, request: SignedRequest, secretOf: HttpOptions['secretOf'], state: SignedFor): void {
  // Whoever got the confirmation request browses its `enableUrl`: the token is all that is asked for.
  if (name === 'ConfirmTopicRuleDestination') return
  if (service === 'iotdata') checkSignature(request, secretOf, state)
  else readCredential(request.headers)
}

/** Where and when a signature has to be for. */
type SignedFor = Pick<IotCore['state'], 'region' | 'clock'>

function checkSignature(request: SignedRequest, secretOf: HttpOptions['secretOf'], { region, clock }: SignedFor): void {
  const credential = readCredential(request.headers)
  const secret = secretOf(credential.accessKeyId)
  if (secret === undefined) {
    // AWS's sentence, and what to do about it here.
    throw new ServiceException(UNKNOWN_KEY, 403, `The security token included in the request is invalid: nobody here has the access key ${JSON.stringify(credential.accessKeyId.slice(0, 128))}. Sign with one of this core's: keg env prints it, and createLocalIot answers it as credentials.`)
  }
  verifySignature(request, credential, secret, { region, services: dataPlaneServices }, clock.nowMs())
}

const internalFailure = (error: unknown) =>
  new ServiceException('InternalFailureException', 500, `An unexpected error has occurred: ${String(error)}`)

// The body's bytes are a plain view, which the DOM's types ask to be spelled out.
const respond = (status: number, body: Uint8Array, headers: Record<string, string>) =>
  new Response(body as Uint8Array<ArrayBuffer>, { status, headers })
