import { batch, batchAcks, command, gatewayStatus, liveRequest, siteSummary, state, stateRequest, telemetry } from '@keg/message-schemas/keg'

/** Whose messages a gateway carries. */
export interface AccessScope {
  readonly siteId: string
  readonly gatewayId: string
  readonly batchRule: string
}

/** Which operations on which topics a component may do, as Greengrass writes it. */
export type AccessControl = Readonly<Record<string, Readonly<Record<string, AccessPolicy>>>>

export interface AccessPolicy {
  readonly policyDescription: string
  readonly operations: readonly string[]
  readonly resources: readonly string[]
}

/**
 * What a gateway needs of the nucleus's MQTT proxy, and no more: the topics of its site and its own.
 *
 * @see https://docs.aws.amazon.com/greengrass/v2/developerguide/ipc-iot-core-mqtt.html#ipc-iot-core-mqtt-authorization
 */
export function componentAccess({ siteId, gatewayId, batchRule }: AccessScope): AccessControl {
  const ofGateway = { siteId, gatewayId }
  return {
    'aws.greengrass.ipc.mqttproxy': {
      'keg-gateway:publish': {
        policyDescription: 'Batches, readings, questions for settings, and how it is',
        operations: ['aws.greengrass#PublishToIoTCore'],
        resources: [
          batch.topic.format({ ruleName: batchRule, ...ofGateway }), telemetry.topic.filter({ siteId }),
          siteSummary.topic.format({ siteId }), stateRequest.topic.filter({ siteId }), gatewayStatus.topic.format(ofGateway),
        ],
      },
      'keg-gateway:subscribe': {
        policyDescription: 'Booked batches, settings, commands, and requests for live readings',
        operations: ['aws.greengrass#SubscribeToIoTCore'],
        resources: [
          batchAcks.topic.format(ofGateway), state.topic.filter({ siteId }), command.topic.filter({ siteId }),
          liveRequest.topic.format(ofGateway),
        ],
      },
    },
  }
}
