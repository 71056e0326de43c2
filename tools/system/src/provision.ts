import { AttachPolicyCommand, AttachThingPrincipalCommand, CreateKeysAndCertificateCommand, CreateThingCommand, IoTClient } from '@aws-sdk/client-iot'
import { IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'
import type { PartialSettings } from '@keg/message-schemas/keg'
import { createShadowClient } from '@keg/shadow-client'
import { httpTransport } from '@keg/shadow-client/http'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What the SDK needs to reach the registry, here or on AWS. */
export interface AwsAccess {
  readonly endpoint: string
  readonly region: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
}

/** A keg to be let in, and what is wished of it first. */
export interface NewKeg {
  readonly kegId: string
  readonly settings: PartialSettings & { readonly siteId: string }
}

/** A keg that may connect: where its certificate is, and where it keeps its state. */
export interface ProvisionedKeg {
  readonly kegId: string
  readonly certificateFile: string
  readonly privateKeyFile: string
  readonly dataDir: string
}

/** Lets a keg in: thing, certificate, policy, and its settings as the desired state of its shadow. Keys are written for their owner alone. */
export async function provision(aws: AwsAccess, { kegId, settings }: NewKeg, options: { policyName: string; dir: string }): Promise<ProvisionedKeg> {
  const iot = new IoTClient(aws)
  await iot.send(new CreateThingCommand({ thingName: kegId, attributePayload: { attributes: { siteId: settings.siteId } } }))
  const { certificateArn, certificatePem = '', keyPair } = await iot.send(new CreateKeysAndCertificateCommand({ setAsActive: true }))
  await iot.send(new AttachPolicyCommand({ policyName: options.policyName, target: certificateArn }))
  await iot.send(new AttachThingPrincipalCommand({ thingName: kegId, principal: certificateArn }))
  await using shadow = createShadowClient({ thingName: kegId, transport: httpTransport(new IoTDataPlaneClient(aws)) })
  await shadow.setDesired(settings)
  const dataDir = join(options.dir, kegId)
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const keg = { kegId, dataDir, certificateFile: join(dataDir, 'certificate.pem'), privateKeyFile: join(dataDir, 'private.key') }
  await writeFile(keg.certificateFile, certificatePem, { mode: 0o600 })
  await writeFile(keg.privateKeyFile, keyPair?.PrivateKey ?? '', { mode: 0o600 })
  return keg
}
