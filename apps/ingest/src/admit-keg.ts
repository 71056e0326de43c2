import { variable } from '@keg/store/variable'
import { nowMs } from './adapters/clock.ts'
import { dynamoDbAllowList } from './adapters/dynamodb-allow-list.ts'
import { iotCertificates } from './adapters/iot-certificates.ts'
import { iotShadows } from './adapters/iot-shadows.ts'
import { admit } from './fleet/admission.ts'
import { hookHandler } from './hook-handler.ts'

const ports = {
  list: dynamoDbAllowList(variable('SERIALS_TABLE')), shadows: iotShadows(), certificates: iotCertificates(), nowMs,
}

/**
 * The hook of kegs that come with a batch's claim: let in is a serial number that is on the list for that claim, by a certificate for it,
 * from the client `claim-<serial>`; one that has claimed may do so again for an hour, while it has never reported anything. Its former
 * certificates go. See {@link admit}.
 */
export const handler = hookHandler('admit-keg', (event) => admit(event, ports))
