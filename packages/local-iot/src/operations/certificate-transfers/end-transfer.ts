import { invalidRequest, ServiceException } from '../../errors/service-exception.ts'
import type { Certificate, CertificateTransfer, IotState } from '../../state/iot-state.ts'
import { findCertificate } from '../certificates/find-certificate.ts'

/**
 * Ends the transfer of a certificate: its status, and what its transfer knows then. Throws where none is pending.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/transfer-cert.html
 */
export function endTransfer(
  state: IotState, certificateId: string,
  end: (pending: CertificateTransfer, nowMs: number) => Partial<Pick<Certificate, 'status' | 'transfer' | 'ownedBy' | 'previousOwnedBy'>>,
): void {
  const certificate = findCertificate(state, certificateId)
  const { certificateId: id, status, transfer } = certificate
  if (transfer?.acceptedAtMs !== undefined && status !== 'PENDING_TRANSFER')
    throw new ServiceException('TransferAlreadyCompletedException', 410, `The transfer of the certificate is completed. (id=${id})`)
  if (transfer === undefined || status !== 'PENDING_TRANSFER')
    throw invalidRequest(`The certificate has no pending transfer: it is ${status}. (id=${id})`)
  const nowMs = state.clock.nowMs()
  state.certificates.set(id, { ...certificate, status: 'INACTIVE', modifiedAtMs: nowMs, ...end(transfer, nowMs) })
}
