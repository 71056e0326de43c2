import { operation } from '../operation.ts'
import { endTransfer } from './end-transfer.ts'

export const cancelCertificateTransfer =
  operation('CancelCertificateTransfer', ({ certificateId }, { state }) => endTransfer(state, certificateId, () => ({ transfer: undefined })))
