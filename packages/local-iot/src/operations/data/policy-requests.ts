import type { OperationName } from '../operation.ts'
import type { OperationTypes } from '../../model/model.generated.ts'
import type { RequestContext } from '../../policy/policy-context.ts'

/** What a policy is asked: `['iot:Publish', 'topic/keg/a']`, and what else of the request its conditions see. */
export type PolicyRequest = readonly [action: string, resource: string, request?: RequestContext]

type Requests = { readonly [Name in OperationName]?: (input: OperationTypes[Name]['input']) => readonly PolicyRequest[] }

const shadow = ({ thingName, shadowName }: { readonly thingName: string; readonly shadowName?: string | undefined }) =>
  `thing/${thingName}${shadowName === undefined ? '' : `/${shadowName}`}`

/**
 * What an AWS IoT policy must allow for an operation over HTTPS; operations that are not here are for IAM alone.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-actions.html
 */
const requests: Requests = {
  Publish: ({ topic, retain }) => [
    ['iot:Publish', `topic/${topic}`], ...(retain === true ? [['iot:RetainPublish', `topic/${topic}`] as const] : []),
  ],
  GetThingShadow: (input) => [['iot:GetThingShadow', shadow(input)]],
  UpdateThingShadow: (input) => [['iot:UpdateThingShadow', shadow(input)]],
  DeleteThingShadow: (input) => [['iot:DeleteThingShadow', shadow(input)]],
  ListNamedShadowsForThing: ({ thingName }) => [['iot:ListNamedShadowsForThing', `thing/${thingName}`]],
  GetRetainedMessage: ({ topic }) => [['iot:GetRetainedMessage', `topic/${topic}`]],
  ListRetainedMessages: () => [['iot:ListRetainedMessages', '*']],
  GetConnection: ({ clientId, includeSocketInformation = false }) => [
    ['iot:GetConnection', `client/${clientId}`, { includeSocketInformation }],
  ],
  DeleteConnection: ({ clientId }) => [['iot:DeleteConnection', `client/${clientId}`]],
  ListSubscriptions: ({ clientId }) => [['iot:ListSubscriptions', `client/${clientId}`]],
  SendDirectMessage: ({ clientId, topic }) => [['iot:SendDirectMessage', `client/${clientId}`, { topic }]],
}

/** `undefined` for an operation that a device can not call. */
export function policyRequests(operation: string, input: unknown): readonly PolicyRequest[] | undefined {
  if (!Object.hasOwn(requests, operation)) return undefined
  // The input was parsed for this very operation.
  return requests[operation as OperationName]?.(input as never)
}
