import {
  DescribeCertificateCommand, paginateListPrincipalThings, paginateListThingPrincipals, UpdateCertificateCommand, type IoTClient,
} from '@aws-sdk/client-iot'
import { DeleteConnectionCommand, type IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'

/** The ids of a thing's certificates; `undefined` where there is no such thing. */
export async function certificatesOf(thingName: string, iot: IoTClient): Promise<readonly string[] | undefined> {
  const ids: string[] = []
  const isThere = await found(async () => {
    for await (const { principals = [] } of paginateListThingPrincipals({ client: iot }, { thingName }))
      ids.push(...principals.flatMap((principal) => /:cert\/([^/]+)$/.exec(principal)?.[1] ?? []))
  })
  return isThere ? ids : undefined
}

/** The things that have a certificate. Rejects where there is no such certificate. */
export async function thingsOf(certificateId: string, iot: IoTClient): Promise<readonly string[]> {
  const { certificateDescription } = await iot.send(new DescribeCertificateCommand({ certificateId }))
  const names: string[] = []
  const asked = { principal: certificateDescription?.certificateArn }
  for await (const { things = [] } of paginateListPrincipalThings({ client: iot }, asked)) names.push(...things)
  return names
}

/** Revokes a certificate for good; one that is revoked stays so. */
export async function revokeCertificate(certificateId: string, iot: IoTClient): Promise<void> {
  await iot.send(new UpdateCertificateCommand({ certificateId, newStatus: 'REVOKED' }))
}

/** Ends the connection of a client at once. Answers whether there was one: a core of this machine has ended it already. */
export const endConnection = (clientId: string, data: IoTDataPlaneClient): Promise<boolean> =>
  found(() => data.send(new DeleteConnectionCommand({ clientId })))

async function found(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return false
    throw error
  }
}
