import type { Certificate, IotState } from '../../state/iot-state.ts'
import { operation } from '../operation.ts'
import { byCreation, page } from '../page.ts'

export const listCertificates = operation('ListCertificates', (input, { state }) =>
  certificatePage(state, state.certificates.values(), input))

export interface CertificatePageRequest {
  readonly marker?: string | undefined
  readonly pageSize?: number | undefined
  readonly ascendingOrder?: boolean | undefined
}

/** A page of certificates, the newest first unless the oldest are asked for. */
export function certificatePage(state: IotState, certificates: Iterable<Certificate>, request: CertificatePageRequest) {
  const { marker, pageSize = 25, ascendingOrder } = request
  const key = (certificate: Certificate) => byCreation(certificate, certificate.certificateId)
  const { items, nextToken } = page(certificates, key, marker, pageSize, !ascendingOrder)
  return {
    certificates: items.map(({ certificateId, status, mode = 'DEFAULT', createdAtMs }) => ({
      certificateArn: state.arn(`cert/${certificateId}`), certificateId, status, certificateMode: mode, creationDate: new Date(createdAtMs),
    })),
    nextMarker: nextToken,
  }
}
