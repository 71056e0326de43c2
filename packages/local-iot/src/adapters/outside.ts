import type { Clock } from '@keg/mqtt-broker'
import { createVerify } from 'node:crypto'
import { LastingFailure } from '../actions/action.ts'
import type { CoreOptions } from '../core/create-core.ts'
import type { LocalIotOptions } from '../core/local-iot.ts'
import type { AwsServiceName } from '../actions/aws-service-name.ts'
import { openAwsClients } from './aws-client.ts'
import { awsLambda } from './aws-lambda.ts'
import { awsLookups } from './aws-lookups.ts'
import { createDelivery } from './delivery.ts'
import type { HttpRequest } from '../actions/requests.ts'
import { s3Objects } from './s3-objects.ts'
import { rerouted, sendHttp } from './send-http.ts'

type Asked =
  | 'invokeFunction' | 'verifySignature' | 'deliver' | 'unavailable' | 'putMetrics' | 'lookups' | 'objects' | 'notify' | 'confirmDestination'

/** What the core asks of others: functions that were handed in, AWS services, HTTP destinations. */
export interface Outside extends Pick<CoreOptions, Asked> {
  readonly close: () => void
}

export function openOutside(options: LocalIotOptions, region: string, clock: Clock): Outside {
  const { actions: functions = {}, lookups = {}, aws, origins = {}, invokeFunction, invokeFunctionAsync } = options
  const clients = aws === undefined ? undefined : openAwsClients(aws, region)
  const callAws = options.callAws ?? clients?.call
  const hasService = (service: AwsServiceName) => options.callAws !== undefined || clients?.has(service) === true
  const invokedByLambda: Outside['invokeFunction'] | undefined = callAws === undefined || !hasService('lambda') ? undefined
    : (functionArn, event) => awsLambda(callAws)({ functionArn, event, isEvent: false })
  const send = (request: HttpRequest) => sendHttp(rerouted(request, origins))
  return {
    invokeFunction: invokeFunction ?? invokedByLambda ?? nobody,
    verifySignature,
    ...createDelivery({
      functions, aws, callAws, hasService, invokeFunction, invokeFunctionAsync, sendHttp: send, nowMs: () => clock.nowMs(),
    }),
    putMetrics: callAws !== undefined && hasService('cloudwatch')
      ? (input) => callAws({ service: 'cloudwatch', operation: 'PutMetricData', input: { ...input } }, {})
      : undefined,
    lookups: awsLookups(callAws, lookups),
    objects: callAws !== undefined && hasService('s3') ? s3Objects(callAws, { aws, region, clock }) : undefined,
    notify: async ({ topicArn, roleArn }, message) => {
      const request = { TopicArn: topicArn, Message: message }
      if (functions.sns !== undefined) return void (await functions.sns(request, { ruleName: '', topic: '', resource: topicArn }))
      if (callAws === undefined || !hasService('sns')) throw new LastingFailure('neither `actions.sns` nor an `aws` endpoint for sns was given to createLocalIot')
      await callAws({ service: 'sns', operation: 'Publish', input: request }, { roleArn })
    },
    confirmDestination: functions.http === undefined ? send : undefined,
    close: () => clients?.close(),
  }
}

const nobody = () =>
  Promise.reject(new LastingFailure('neither `invokeFunction` nor an `aws` endpoint for lambda was given to createLocalIot'))

function verifySignature(token: string, signature: string, publicKeyPem: string): boolean {
  return createVerify('RSA-SHA256').update(token).verify(publicKeyPem, signature, 'base64')
}
