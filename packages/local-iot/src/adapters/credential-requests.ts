import { assumeRoleWithCertificate, type AssumedRole } from '../operations/credentials/assume-role-with-certificate.ts'
import type { IotCore } from '../operations/iot-core.ts'
import type { HttpPeer } from './http-identity.ts'

const PATH = /^\/role-aliases\/([\w=,@-]+)\/credentials$/

/**
 * The answer of the credentials endpoint, on the port for certificates; `undefined` where the request is for another. Throws
 * ServiceException.
 */
export function assumedRole(core: IotCore, { method, headers, url }: Request, { tls }: HttpPeer): AssumedRole | undefined {
  const alias = PATH.exec(new URL(url).pathname)?.[1]
  if (tls === undefined || method !== 'GET' || alias === undefined) return undefined
  return assumeRoleWithCertificate(tls.certificateId ?? '', alias, headers, core)
}
