import type { Certificate, IotState } from '../../state/iot-state.ts'
import { invalidRequest, notFound } from '../../errors/service-exception.ts'

export function findCertificate({ certificates }: IotState, certificateId: string): Certificate {
  const certificate = certificates.get(certificateId.toLowerCase())
  if (certificate === undefined) throw notFound(`Certificate ${certificateId} does not exist.`)
  return certificate
}

/** Throws where the principal is no certificate of this account. */
export function checkPrincipal(state: IotState, principal: string): void {
  const prefix = state.arn('cert/')
  if (!principal.startsWith(prefix)) throw invalidRequest(`Invalid principal ${principal}`)
  findCertificate(state, principal.slice(prefix.length))
}
