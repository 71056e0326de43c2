import {
  AddThingToThingGroupCommand, AttachPolicyCommand, AttachThingPrincipalCommand, CreateKeysAndCertificateCommand, CreateThingCommand,
  IoTClient,
} from '@aws-sdk/client-iot'
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

/** A thing that may connect: who it is, where its certificate is, and where it keeps its state. */
export interface ProvisionedThing {
  readonly certificateId: string
  readonly certificateFile: string
  readonly privateKeyFile: string
  readonly dataDir: string
}

/** A keg that may connect. */
export interface ProvisionedKeg extends ProvisionedThing {
  readonly kegId: string
  readonly siteId: string
}

/** What things are let in with. */
interface ProvisionOptions {
  readonly policyNames: readonly string[]
  /** The group of all kegs, which is counted and watched; absent = none. */
  readonly groupName?: string
  readonly dir: string
}

/**
 * Lets a keg in: thing, group, certificate, policies, and its settings as the desired state of its shadow. Keys are written for their owner
 * alone.
 */
export async function provision(aws: AwsAccess, { kegId, settings }: NewKeg, options: ProvisionOptions): Promise<ProvisionedKeg> {
  const thing = await provisionThing(aws, { thingName: kegId, siteId: settings.siteId }, options)
  await using shadow = createShadowClient({ thingName: kegId, transport: httpTransport(new IoTDataPlaneClient(aws)) })
  await shadow.setDesired(settings)
  return { kegId, siteId: settings.siteId, ...thing }
}

/** Lets a thing of a site in: itself, a certificate, and policies for it. */
export async function provisionThing(
  aws: AwsAccess,
  { thingName, siteId }: { thingName: string; siteId: string },
  options: ProvisionOptions,
): Promise<ProvisionedThing> {
  const iot = new IoTClient(aws)
  await iot.send(new CreateThingCommand({ thingName, attributePayload: { attributes: { siteId } } }))
  if (options.groupName !== undefined) await iot.send(new AddThingToThingGroupCommand({ thingName, thingGroupName: options.groupName }))
  const { certificateArn, certificateId = '', certificatePem = '', keyPair } = await iot.send(
    new CreateKeysAndCertificateCommand({ setAsActive: true }),
  )
  for (const policyName of options.policyNames) await iot.send(new AttachPolicyCommand({ policyName, target: certificateArn }))
  await iot.send(new AttachThingPrincipalCommand({ thingName, principal: certificateArn }))
  const dataDir = join(options.dir, thingName)
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const thing = { certificateId, dataDir, certificateFile: join(dataDir, 'certificate.pem'), privateKeyFile: join(dataDir, 'private.key') }
  await writeFile(thing.certificateFile, certificatePem, { mode: 0o600 })
  await writeFile(thing.privateKeyFile, keyPair?.PrivateKey ?? '', { mode: 0o600 })
  return thing
}
