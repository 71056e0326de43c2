import type { CaCertificate, IotState } from '../../state/iot-state.ts'
import { notFound } from '../../errors/service-exception.ts'

export function findCaCertificate({ caCertificates }: IotState, certificateId: string): CaCertificate {
  const certificate = caCertificates.get(certificateId.toLowerCase())
  if (certificate === undefined) throw notFound(`CA certificate ${certificateId} does not exist.`)
  return certificate
}
