import { operation } from '../operation.ts'
import { byCreation, page } from '../page.ts'

// No CA has a provisioning template yet: by `templateName` there are none.
export const listCACertificates = operation('ListCACertificates', ({ marker, pageSize = 25, ascendingOrder, templateName }, { state }) => {
  const all = templateName === undefined ? state.caCertificates.values() : []
  const { items, nextToken } = page(
    all, (certificate) => byCreation(certificate, certificate.certificateId), marker, pageSize, !ascendingOrder,
  )
  return {
    certificates: items.map(({ certificateId, status, createdAtMs }) => ({
      certificateArn: state.arn(`cacert/${certificateId}`), certificateId, status, creationDate: new Date(createdAtMs),
    })),
    nextMarker: nextToken,
  }
})
