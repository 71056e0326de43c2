import {
  DeleteCertificateCommand, DescribeCertificateCommand, DetachThingPrincipalCommand, IoTClient, paginateListPrincipalThings,
  paginateListThingPrincipals, UpdateCertificateCommand,
} from '@aws-sdk/client-iot'
import { DeleteConnectionCommand, IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'
import type { Certificate, CertificatePorts } from '../fleet/retirement.ts'

const CERTIFICATE = /^arn:[^/]*:cert\/([^/]+)$/

/** Certificates of kegs in the registry; principals of other kinds are none. */
export const iotCertificates = (iot = new IoTClient(), data = new IoTDataPlaneClient()): CertificatePorts => ({
  async certificatesOf(thingName) {
    const found: Certificate[] = []
    await unlessGone(async () => {
      for await (const { principals = [] } of paginateListThingPrincipals({ client: iot }, { thingName })) {
        for (const certificateArn of principals) {
          const certificateId = CERTIFICATE.exec(certificateArn)?.[1]
          if (certificateId !== undefined) found.push({ certificateId, certificateArn })
        }
      }
    })
    return found
  },
  async thingsOf({ certificateArn: principal }) {
    const names: string[] = []
    await unlessGone(async () => {
      for await (const { things = [] } of paginateListPrincipalThings({ client: iot }, { principal })) names.push(...things)
    })
    return names
  },
  async describe({ certificateId }) {
    let found: { isActive: boolean; createdAtMs: number } | undefined
    await unlessGone(async () => {
      const { certificateDescription: { status, creationDate } = {} } = await iot.send(new DescribeCertificateCommand({ certificateId }))
      found = { isActive: status === 'ACTIVE', createdAtMs: creationDate?.getTime() ?? 0 }
    })
    return found
  },
  // One that was revoked is good for nothing already, and stays revoked.
  deactivate: ({ certificateId }) => unless(
    ['ResourceNotFoundException', 'CertificateStateException'],
    () => iot.send(new UpdateCertificateCommand({ certificateId, newStatus: 'INACTIVE' })),
  ),
  detach: ({ certificateArn: principal }, thingName) =>
    unlessGone(() => iot.send(new DetachThingPrincipalCommand({ thingName, principal }))),
  // Its policies go with it.
  remove: ({ certificateId }) => unlessGone(() => iot.send(new DeleteCertificateCommand({ certificateId, forceDelete: true }))),
  // What waits for the keg in its session goes on to wait, and its will says nothing: it comes again at once.
  disconnect: (clientId) => unlessGone(() => data.send(new DeleteConnectionCommand({ clientId, preventWillMessage: true }))),
})

const unlessGone = (call: () => Promise<unknown>): Promise<void> => unless(['ResourceNotFoundException'], call)

async function unless(names: readonly string[], call: () => Promise<unknown>): Promise<void> {
  try {
    await call()
  } catch (error) {
    if (!(error instanceof Error) || !names.includes(error.name)) throw error
  }
}
