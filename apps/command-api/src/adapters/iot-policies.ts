import { DescribeCertificateCommand, GetEffectivePoliciesCommand, IoTClient, ListThingPrincipalsCommand } from '@aws-sdk/client-iot'
import type { KegPolicies } from '../ports.ts'
import { unlessGone } from './unless-gone.ts'

const CERTIFICATE = /:cert\/([\da-f]+)$/

/** Policies of things, by AWS IoT's own judgement; principals that are no certificates are none of a keg's. */
export const iotPolicies = (client = new IoTClient()): KegPolicies => ({
  certificatesOf: async (thingName, limit) => {
    const answer = await unlessGone(client.send(new ListThingPrincipalsCommand({ thingName, maxResults: limit })))
    if (answer === undefined) return undefined
    const certificates = (answer.principals ?? []).flatMap((certificateArn) => {
      const certificateId = CERTIFICATE.exec(certificateArn)?.[1]
      return certificateId === undefined ? [] : [{ certificateId, certificateArn }]
    })
    // AWS IoT tells of policies over one that lets nobody in, too.
    const active = await Promise.all(certificates.map(async ({ certificateId }) =>
      (await unlessGone(client.send(new DescribeCertificateCommand({ certificateId }))))?.certificateDescription?.status === 'ACTIVE'))
    return certificates.filter((_, index) => active[index])
  },
  effective: async (thingName, { certificateArn: principal }) => {
    // Gone since it was listed: nothing is in effect over it any more.
    const { effectivePolicies = [] } = await unlessGone(client.send(new GetEffectivePoliciesCommand({ thingName, principal }))) ?? {}
    return effectivePolicies.map(({ policyName = '', policyArn = '', policyDocument = '{}' }) =>
      // AWS IoT keeps no policy that is no JSON object.
      ({ policyName, policyArn, document: JSON.parse(policyDocument) as Record<string, unknown> }))
  },
})
