import { X509Certificate } from 'node:crypto'
import * as z from 'zod'

/**
 * What AWS IoT tells a pre-provisioning hook.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/pre-provisioning-hook.html
 */
export const hookEvent = z.object({
  /** The certificate that the device is connected with: a claim's, or its own. */
  claimCertificateId: z.string(),
  /** The one that it asks for. */
  certificateId: z.string(),
  certificatePem: z.string(),
  clientId: z.string(),
  parameters: z.record(z.string(), z.string()),
})
export type HookEvent = z.output<typeof hookEvent>

/** What a hook answers. Whoever is not allowed is told no reason. */
export type HookAnswer = { readonly allowProvisioning: false } | {
  readonly allowProvisioning: true
  readonly parameterOverrides: Readonly<Record<string, string>>
}

/** What a hook decides; the reason of a refusal is for the log, and holds nothing secret. */
export type Decision = { readonly allow: true; readonly parameters: Readonly<Record<string, string>> } | {
  readonly allow: false
  readonly reason: string
}

export const refused = (reason: string): Decision => ({ allow: false, reason })

/** Serial numbers are names of things, and levels of topics. @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThing.html */
const SERIAL = /^[a-zA-Z0-9:_-]{1,128}$/

/** The serial number in a request, which its certificate has to be for, too; else why it is not. */
export function serialOf({ parameters, certificatePem }: HookEvent): { readonly serial: string } | { readonly reason: string } {
  const serial = parameters['SerialNumber']
  if (serial === undefined || !SERIAL.test(serial)) return { reason: 'there is no SerialNumber that a keg can have' }
  return commonNameOf(certificatePem) === serial ? { serial } : { reason: 'the certificate is for another serial number' }
}

/** The one common name of a certificate; `undefined` where there is none, or several. */
function commonNameOf(pem: string): string | undefined {
  try {
    const name: unknown = new X509Certificate(pem).toLegacyObject().subject.CN
    return typeof name === 'string' ? name : undefined
  } catch {
    return undefined
  }
}
