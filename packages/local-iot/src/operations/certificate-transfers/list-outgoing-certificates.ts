import { operation } from '../operation.ts'
import { byCreation, page } from '../page.ts'

export const listOutgoingCertificates =
  operation('ListOutgoingCertificates', ({ pageSize = 25, marker, ascendingOrder }, { state }) => {
    const pending = [...state.certificates.values()].filter(({ status }) => status === 'PENDING_TRANSFER')
    const { items, nextToken } = page(pending, (one) => byCreation(one, one.certificateId), marker, pageSize, !ascendingOrder)
    return {
      outgoingCertificates: items.map(({ certificateId, createdAtMs, transfer }) => ({
        certificateArn: state.arn(`cert/${certificateId}`), certificateId, creationDate: new Date(createdAtMs), transferredTo: transfer?.to,
        transferMessage: transfer?.message, transferDate: transfer && new Date(transfer.transferredAtMs),
      })),
      nextMarker: nextToken,
    }
  })
