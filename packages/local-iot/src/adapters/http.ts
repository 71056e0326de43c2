import { parseInput, serializeError, serializeOutput, type SerializedOutput } from '@keg/aws-service'
import type { IotCore } from '../operations/iot-core.ts'
import { ServiceException } from '../errors/service-exception.ts'
import type { CustomAuthorizerPorts } from '../principals/custom-authorizer.ts'
import { assumedRole } from './credential-requests.ts'
import { checkAllowed, identify, type HttpPeer } from './http-identity.ts'
import { planeOf, type HttpPlane, type HttpRoute } from './http-planes.ts'
import { ownRequest, reportAt } from './own-request.ts'
import { dataPlaneServices, jobsDataServices, readCredential, verifySignature, type SignedRequest } from './signature.ts'

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
      const report = reportAt(request.method, url, core)
      if (report !== undefined) return respond(200, report, { 'content-type': 'application/jsonlines', 'x-amzn-requestid': requestId })
      const body = await readBody(request)
      const signed = { method: request.method, url, headers: request.headers, body }
      const ours = ownRequest(request.method, url, peer)
      if (ours !== undefined) {
        checkSignature(signed, secretOf, core.state)
        return respond(200, await ours(core, body), { 'content-type': 'application/json', 'x-amzn-requestid': requestId })
      }
      const plane = await planeOf(request, url, peer)
      const route = findRoute(plane, request.method, url)
      operation = route.name
      metersAnswer = isMessaging(route)
      const device = await identify(core.state, route, { url, headers: request.headers }, peer, { ports, permissive })
      if (device === undefined) authenticate(route, signed, secretOf, core.state)
      const input = parseInput(plane.model, route, url, request.headers, body)
      if (device !== undefined)
        checkAllowed(device, route.name, plane.policyRequests(route.name, input), (why) => onRefused(route.name, why))
      const output = await plane.call(route.name, input, core)
      const answer = serializeOutput(plane.model, route.name, output)
      if (metersAnswer) core.meter.answer(answer.body.length)
      return answered(answer, requestId)
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
const isMessaging = ({ name, service }: HttpRoute): boolean => service === 'iotdata' && !name.includes('Shadow')

async function readBody(request: Request): Promise<Uint8Array> {
  const body = new Uint8Array(await request.arrayBuffer())
  if (body.length > MAX_BODY_BYTES) {
    throw new ServiceException('RequestEntityTooLargeException', 413, `The request body has more than ${MAX_BODY_BYTES} bytes.`)
  }
  return body
}

function findRoute(plane: HttpPlane, method: string, url: URL): HttpRoute {
  const route = plane.match(method, url)
  if (route === undefined) {
    throw new ServiceException('ResourceNotFoundException', 404, `AWS IoT has no operation at ${method} ${url.pathname}`)
  }
  return route
}

/** The control plane takes any signed request; what reaches devices is checked by its signature. */
function authenticate({ name, service }: HttpRoute, request: SignedRequest, secretOf: HttpOptions['secretOf'], state: SignedFor): void {
  // Whoever got the confirmation request browses its `enableUrl`: the token is all that is asked for.
  if (name === 'ConfirmTopicRuleDestination') return
  if (service === 'iotdata') checkSignature(request, secretOf, state)
  else if (service === 'iot-jobs-data') checkSignature(request, secretOf, state, jobsDataServices)
  else readCredential(request.headers)
}

/** Where and when a signature has to be for. */
type SignedFor = Pick<IotCore['state'], 'region' | 'clock'>

function checkSignature(
  request: SignedRequest, secretOf: HttpOptions['secretOf'], { region, clock }: SignedFor, services: readonly string[] = dataPlaneServices,
): void {
  const credential = readCredential(request.headers)
  const secret = secretOf(credential.accessKeyId)
  if (secret === undefined) {
    // AWS's sentence, and what to do about it here.
    throw new ServiceException(UNKNOWN_KEY, 403, `The security token included in the request is invalid: nobody here has the access key ${JSON.stringify(credential.accessKeyId.slice(0, 128))}. Sign with one of this core's: keg env prints it, and createLocalIot answers it as credentials.`)
  }
  verifySignature(request, credential, secret, { region, services }, clock.nowMs())
}

const internalFailure = (error: unknown) =>
  new ServiceException('InternalFailureException', 500, `An unexpected error has occurred: ${String(error)}`)

const answered = ({ statusCode, body, contentType }: SerializedOutput, requestId: string) =>
  respond(statusCode, body, { 'content-type': contentType, 'x-amzn-requestid': requestId })

// The body's bytes are a plain view, which the DOM's types ask to be spelled out.
const respond = (status: number, body: Uint8Array, headers: Record<string, string>) =>
  new Response(status === 204 ? null : (body as Uint8Array<ArrayBuffer>), { status, headers })
