import {
  AttachPolicyCommand, AttachThingPrincipalCommand, CreateKeysAndCertificateCommand, CreateThingCommand, IoTClient,
} from '@aws-sdk/client-iot'
import { connectAsync, type MqttClient } from 'mqtt'
import { readFile } from 'node:fs/promises'
import type { Ready } from './start-cloud.ts'

/** Makes a sensor known, as whoever mounts one does, and connects as it: over mutual TLS, with what the stack's policy lets it do. */
export async function connectSensor(cloud: Ready, thingName: string): Promise<MqttClient> {
  const iot = new IoTClient(cloud)
  await iot.send(new CreateThingCommand({ thingName, thingTypeName: 'soil-sensor', attributePayload: { attributes: { house: 'north' } } }))
  const { certificateArn: principal, certificatePem: cert = '', keyPair } = await iot.send(
    new CreateKeysAndCertificateCommand({ setAsActive: true }),
  )
  await iot.send(new AttachPolicyCommand({ policyName: cloud.outputs.Greenhouse['SensorPolicyName'], target: principal }))
  await iot.send(new AttachThingPrincipalCommand({ thingName, principal }))
  return connectAsync(cloud.iot.endpoints.mqtts, {
    clientId: thingName, protocolVersion: 5, cert, key: keyPair?.PrivateKey ?? '', ca: await readFile(cloud.iot.caFile),
  })
}

/** Connects as a gardener: by a password, which the stack's authorizer looks at. */
export async function connectGardener(cloud: Ready, password: string): Promise<MqttClient> {
  const username = `gardener?x-amz-customauthorizer-name=${cloud.outputs.Greenhouse['AuthorizerName']}`
  return connectAsync(cloud.iot.endpoints.wss, {
    clientId: 'gardener', protocolVersion: 5, username, password, ca: await readFile(cloud.iot.caFile), reconnectPeriod: 0,
  })
}
