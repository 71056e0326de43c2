import { IoTClient, ListActiveViolationsCommand, type ActiveViolation } from '@aws-sdk/client-iot'
import type { KegViolations, ThingViolation } from '../ports.ts'
import { badCursorOr } from './bad-cursor.ts'

/** What things violate of a security profile of AWS IoT Device Defender. */
export const iotViolations = (securityProfileName: string, client = new IoTClient()): KegViolations => ({
  active: async ({ limit: maxResults, cursor: nextToken }) => {
    const asked = new ListActiveViolationsCommand({ securityProfileName, maxResults, nextToken })
    const { activeViolations = [], nextToken: cursor } = await client.send(asked).catch((error: unknown) => {
      throw badCursorOr(error, nextToken)
    })
    return { items: activeViolations.map(violationOf), ...(cursor === undefined ? {} : { cursor }) }
  },
})

const violationOf = (
  { violationId = '', thingName = '', securityProfileName = '', behavior, lastViolationValue: value, ...more }: ActiveViolation,
): ThingViolation => ({
  violationId, thingName, profile: securityProfileName, behavior: behavior?.name ?? '', metric: behavior?.metric, value,
  startedAtMs: more.violationStartTime?.getTime() ?? 0, lastAtMs: more.lastViolationTime?.getTime(),
  verificationState: more.verificationState,
})
