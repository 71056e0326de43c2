import 'reflect-metadata'
import { PemConverter, Pkcs10CertificateRequestGenerator } from '@peculiar/x509'
import { connectAsync, type MqttClient } from 'mqtt'
import { readFileSync } from 'node:fs'
import { row, type Row } from '../row.ts'
import { kegCore } from './keg-core.ts'

const { subtle } = globalThis.crypto
const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const KEGS = 200
const AT_ONCE = 8
const GOAL_PER_SEC = 20
const MS_PER_SEC = 1_000
const roleArn = 'arn:aws:iam::123456789012:role/provisioning'

const templateBody = JSON.stringify({
  Parameters: { 'SerialNumber': { Type: 'String' }, 'AWS::IoT::Certificate::Id': { Type: 'String' } },
  Resources: {
    thing: { Type: 'AWS::IoT::Thing', Properties: { ThingName: { Ref: 'SerialNumber' } } },
    certificate: { Type: 'AWS::IoT::Certificate', Properties: { CertificateId: { Ref: 'AWS::IoT::Certificate::Id' }, Status: 'ACTIVE' } },
    policy: { Type: 'AWS::IoT::Policy', Properties: { PolicyName: 'anything' } },
  },
})

/** From a claim to the first connection of a keg's own: two connections over mutual TLS, a request, a hook, a certificate. */
export async function provisioningRow(): Promise<Row> {
  const { iot, cert, key } = await kegCore({ invokeFunction: async () => ({ allowProvisioning: true }) })
  const targetArn = 'arn:aws:lambda:us-east-1:123456789012:function:admit'
  await iot.call('CreateProvisioningTemplate', {
    templateName: 'kegs', templateBody, provisioningRoleArn: roleArn, enabled: true, preProvisioningHook: { targetArn },
  })
  const place = { url: iot.endpoints.mqtts, ca: readFileSync(iot.caFile, 'utf8') }
  const left = Array.from({ length: KEGS }, (_, index) => `keg-${index}`).values()
  const startMs = performance.now()
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (const serial of left) await come(serial, place, { cert, key })
  }))
  const perSec = (KEGS / (performance.now() - startMs)) * MS_PER_SEC
  await iot.close()
  return row('fleet/provisioned-per-second', 'kegs', perSec, GOAL_PER_SEC, '>= 1')
}

async function come(serial: string, { url, ca }: { url: string; ca: string }, claim: { cert: string; key: string }): Promise<void> {
  const keys = await subtle.generateKey(EC, true, ['sign', 'verify'])
  const request = await Pkcs10CertificateRequestGenerator.create({ name: `CN=${serial}`, keys, signingAlgorithm: EC })
  const client = await connectAsync(url, { ...claim, ca, clientId: `claim-${serial}`, reconnectPeriod: 0, protocolVersion: 5 })
  const { certificatePem = '', certificateOwnershipToken } = await ask(client, '$aws/certificates/create-from-csr/json', {
    certificateSigningRequest: request.toString('pem'),
  })
  await ask(client, '$aws/provisioning-templates/kegs/provision/json', { certificateOwnershipToken, parameters: { SerialNumber: serial } })
  await client.endAsync()
  const key = PemConverter.encode(await subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')
  await (await connectAsync(url, { ca, cert: certificatePem, key, clientId: serial, reconnectPeriod: 0, protocolVersion: 5 })).endAsync()
}

/** Answers come without a subscription. */
function ask(client: MqttClient, topic: string, body: object): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    client.on('message', (answered, payload) => {
      if (answered === `${topic}/accepted`) resolve(JSON.parse(payload.toString()))
      if (answered === `${topic}/rejected`) reject(new Error(payload.toString()))
    })
    client.publish(topic, JSON.stringify(body), { qos: 1 })
  })
}
