import { operation } from '../operation.ts'
import { endTransfer } from './end-transfer.ts'

export const acceptCertificateTransfer =
  operation('AcceptCertificateTransfer', ({ certificateId, setAsActive }, { state }) =>
    endTransfer(state, certificateId, (transfer, nowMs) => ({
      status: setAsActive ? 'ACTIVE' : 'INACTIVE', transfer: { ...transfer, acceptedAtMs: nowMs }, ownedBy: transfer.to,
      previousOwnedBy: state.accountId,
    })))
