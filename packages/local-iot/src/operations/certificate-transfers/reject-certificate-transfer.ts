import { operation } from '../operation.ts'
import { endTransfer } from './end-transfer.ts'

export const rejectCertificateTransfer =
  operation('RejectCertificateTransfer', ({ certificateId, rejectReason }, { state }) =>
    endTransfer(state, certificateId, (transfer, nowMs) => ({ transfer: { ...transfer, rejectReason, rejectedAtMs: nowMs } })))
