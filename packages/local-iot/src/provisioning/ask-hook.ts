import { isRecord, ServiceException } from '@keg/aws-service'
import type { Clock } from '@keg/mqtt-broker'
import { within } from './within.ts'

/** What a pre-provisioning hook is told: pre-provisioning-hook.html#pre-provisioning-hook-input */
export interface HookEvent {
  readonly claimCertificateId: string | undefined
  readonly certificateId: string
  readonly certificatePem: string
  readonly templateArn: string
  readonly clientId: string | undefined
  readonly parameters: Readonly<Record<string, string>>
}

/**
 * The parameters that the hook adds. Throws AccessDeniedException where it does not allow the device, fails or takes too long; its `cause`
 * says why, of which the device is not told.
 */
export async function askHook(
  event: HookEvent, invoke: (event: HookEvent) => Promise<unknown>, clock: Clock,
): Promise<Readonly<Record<string, string>>> {
  const answer = await within(clock, invoke(event)).catch((error: unknown) => {
    throw denied(`the pre-provisioning hook failed: ${error instanceof Error ? error.message : String(error)}`)
  })
  if (!isRecord(answer)) throw denied('the pre-provisioning hook answered no object')
  const { allowProvisioning, parameterOverrides = {} } = answer
  if (allowProvisioning !== true) throw denied(`the pre-provisioning hook answered allowProvisioning: ${String(allowProvisioning)}`)
  const overrides = textMap(parameterOverrides)
  if (overrides === undefined) throw denied('the pre-provisioning hook answered parameterOverrides that are no object of texts')
  return overrides
}

/** The value where it is an object of texts. */
export const textMap = (value: unknown): Readonly<Record<string, string>> | undefined =>
  isRecord(value) && Object.values(value).every((one) => typeof one === 'string') ? (value as Readonly<Record<string, string>>) : undefined

/** What AWS answers for whatever is not allowed; why is for the log. */
export function denied(why: string): ServiceException {
  return Object.assign(new ServiceException('AccessDeniedException', 403, 'Access Denied'), { cause: why })
}
