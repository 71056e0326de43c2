import { LastingFailure, type Deliver } from '../actions/action.ts'
import type { ActionFunctions, ActionOrigin, HttpRequest } from '../actions/requests.ts'
import type { AwsClients, AwsEndpoint } from './aws-client.ts'
import { isAwsKind, sendToAws } from './aws-services.ts'
import { failureOf } from './failure-class.ts'
import { sendHttp } from './send-http.ts'
import { signRequest } from './sign-request.ts'

export interface DeliveryOptions {
  readonly functions: ActionFunctions
  readonly aws: AwsEndpoint | undefined
  /** Of `aws`. */
  readonly clients: AwsClients | undefined
  readonly invokeFunction: (functionArn: string, event: unknown) => Promise<unknown>
  readonly nowMs: () => number
}

/** Hands each request to the function for its kind, else to the service that AWS would ask. */
export function createDelivery({ functions, aws, clients, invokeFunction, nowMs }: DeliveryOptions): Deliver {
  const send = async (kind: keyof ActionFunctions, request: unknown, { resource }: ActionOrigin) => {
    if (kind === 'lambda') return invokeFunction(resource, request)
    // The request is the one of its kind, here and below; TypeScript does not follow a union of kinds.
    if (isHttpKind(kind)) return sendHttp(signed(request as HttpRequest, aws, nowMs()))
    if (!isAwsKind(kind)) throw new LastingFailure(`The rule action ${kind} is not emulated by Keg; see KNOWN-GAPS.md of @keg/local-iot.`)
    if (clients === undefined) {
      throw new LastingFailure(`no \`aws\` endpoint and no function \`actions.${kind}\` was given to createLocalIot, so there is nothing to send to`)
    }
    return sendToAws(clients, kind, request as never)
  }
  return async (kind, request, origin) => {
    const handedIn = functions[kind]
    try {
      return await (handedIn === undefined ? send(kind, request, origin) : handedIn(request, origin))
    } catch (error) {
      throw failureOf(error)
    }
  }
}

const isHttpKind = (kind: string): boolean => ['http', 'openSearch', 'elasticsearch', 'salesforce'].includes(kind)

function signed(request: HttpRequest, aws: AwsEndpoint | undefined, nowMs: number): HttpRequest {
  if (request.sigv4 === undefined) return request
  if (aws === undefined) throw new LastingFailure('no `aws` credentials were given to createLocalIot, so the request can not be signed')
  return signRequest(request, request.sigv4, aws.credentials, nowMs)
}
