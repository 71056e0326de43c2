import { isRecord } from '@keg/aws-service'
import type { Clock } from '@keg/mqtt-broker'
import { denied } from './ask-hook.ts'
import { within } from './within.ts'

/** What the function of a certificate provider is told: provisioning-cert-provider.html#provisioning-cert-provider-lambda-input */
export interface SigningEvent {
  readonly certificateSigningRequest: string
  /** Of the connection that asks: the id of its certificate. */
  readonly principalId: string
  readonly clientId: string | undefined
}

/**
 * The certificate that the provider's function answers, PEM. Throws AccessDeniedException where the function fails, takes too long or
 * answers none; its `cause` says why, of which the device is not told.
 */
export async function askProvider(
  event: SigningEvent, invoke: (event: SigningEvent) => Promise<unknown>, read: (certificatePem: string) => unknown, clock: Clock,
): Promise<string> {
  const answer = await within(clock, invoke(event)).catch((error: unknown) => {
    throw denied(`the certificate provider failed: ${error instanceof Error ? error.message : String(error)}`)
  })
  const certificatePem = isRecord(answer) ? answer['certificatePem'] : undefined
  if (typeof certificatePem !== 'string') throw denied('the certificate provider answered no certificatePem')
  try {
    read(certificatePem)
  } catch {
    throw denied('the certificate provider answered a certificatePem that is no certificate')
  }
  return certificatePem
}
