import type { KegCommand } from '@keg/flows/routes'
import type { KegOrder } from '@keg/message-schemas/keg'

const STATUS: Readonly<Record<KegCommand['status'], string>> = {
  CREATED: 'the keg is told', IN_PROGRESS: 'the keg is at it', SUCCEEDED: 'done', FAILED: 'failed', REJECTED: 'refused by the keg',
  TIMED_OUT: 'timed out',
}

/** Reasons of AWS IoT Commands and of the keg that say more as a sentence. */
const REASONS: Readonly<Record<string, string>> = {
  CANCELLED: 'it was cancelled', VALVE_CLOSED: 'the valve is closed', TAP_CLOSED: 'somebody closed the tap', INTERRUPTED: 'the keg was interrupted',
  BUSY: 'another order pours', EXPIRED: 'the keg got it too late', TOO_MANY_COMMANDS: 'the keg has too many commands',
  $NO_RESPONSE_FROM_DEVICE: 'the keg has not answered, and may still',
}

/** What a keg is told to do, in words. */
export const orderText = (order: KegOrder): string => (order.kind === 'pour' ? `pour ${order.volumeMl} ml` : 'reboot')

/** How far a command has come, in words. */
export const statusText = (status: KegCommand['status']): string => STATUS[status]

/** Why, in words; as the keg said it where it is none of the reasons that are known. Absent = no reason was given. */
export function reasonText(reason: KegCommand['statusReason']): string | undefined {
  if (reason === undefined) return undefined
  const known = Object.hasOwn(REASONS, reason.reasonCode) ? REASONS[reason.reasonCode] : reason.reasonCode
  return reason.reasonDescription === undefined ? known : `${known} (${reason.reasonDescription})`
}
