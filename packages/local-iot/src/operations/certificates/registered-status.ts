import type { Certificate } from '../../state/iot-state.ts'
import { invalidRequest } from '../../errors/service-exception.ts'

/** The status that a certificate is registered with; absent = inactive. */
export function registeredStatus(status: string | undefined, setAsActive = false): Certificate['status'] {
  if (status === undefined) return setAsActive ? 'ACTIVE' : 'INACTIVE'
  if (status === 'ACTIVE' || status === 'INACTIVE' || status === 'REVOKED') return status
  throw invalidRequest(`Invalid status value ${status}`)
}
