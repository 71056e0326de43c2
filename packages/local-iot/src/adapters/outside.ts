import type { Clock } from '@keg/mqtt-broker'
import { createVerify } from 'node:crypto'
import { LastingFailure } from '../actions/action.ts'
import type { CoreOptions } from '../create-core.ts'
import type { LocalIotOptions } from '../local-iot.ts'
import { openAwsClients } from './aws-client.ts'
import { awsObjects } from './aws-objects.ts'
import { awsLambda } from './aws-lambda.ts'
import { awsLookups } from './aws-lookups.ts'
import { createDelivery } from './delivery.ts'
import type { HttpRequest } from '../actions/requests.ts'
import { rerouted, sendHttp } from './send-http.ts'

/** What the core asks of others: functions that were handed in, AWS services behind an endpoint, HTTP destinations. */
export type Outside = Pick<CoreOptions, 'invokeFunction' | 'verifySignature' | 'deliver' | 'unavailable' | 'lookups' | 'objects' | 'confirmDestination'> & { readonly close: () => void }

export function openOutside({ actions: functions = {}, lookups = {}, aws, origins = {}, invokeFunction, invokeFunctionAsync }: LocalIotOptions, region: string, clock: Clock): Outside {
  const clients = aws === undefined ? undefined : openAwsClients(aws, region)
  const send = (request: HttpRequest) => sendHttp(rerouted(request, origins))
  return {
    invokeFunction: invokeFunction ?? (clients?.has('lambda') === true ? (functionArn, event) => awsLambda(clients)({ functionArn, event, isEvent: false }) : nobody), verifySignature,
    ...createDelivery({ functions, aws, clients, invokeFunction, invokeFunctionAsync, sendHttp: send, nowMs: () => clock.nowMs() }),
    lookups: awsLookups(clients, lookups),
    objects: awsObjects(clients, aws, region, clock),
    confirmDestination: functions.http === undefined ? send : undefined,
    close: () => clients?.close(),
  }
}

const nobody = () => Promise.reject(new LastingFailure('neither `invokeFunction` nor an `aws` endpoint for lambda was given to createLocalIot'))

function verifySignature(token: string, signature: string, publicKeyPem: string): boolean {
  return createVerify('RSA-SHA256').update(token).verify(publicKeyPem, signature, 'base64')
}
