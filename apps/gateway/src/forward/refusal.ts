import { UplinkError } from '@keg/uplink'

/**
 * Why a broker refuses a message that it will refuse the next time, too, in MQTT 5's reason codes (3.4.2.1). Others, as 0x97 (quota
 * exceeded) or 0x80 (unspecified), may pass.
 */
const FOR_GOOD: ReadonlyMap<number, string> = new Map([
  [0x87, 'not authorized'], [0x90, 'topic name invalid'], [0x95, 'packet too large'], [0x99, 'payload format invalid'],
])

/** Why a message was refused for good, as it seems; `undefined` where the line failed, or the broker may take it later. */
export function refusedForGood(error: unknown): string | undefined {
  if (!(error instanceof UplinkError) || error.code !== 'REFUSED') return undefined
  // The client itself does not send it, and no broker was asked.
  if (error.reasonCode === undefined) return error.message
  const why = FOR_GOOD.get(error.reasonCode)
  return why === undefined ? undefined : `${why} (0x${error.reasonCode.toString(16)})`
}
