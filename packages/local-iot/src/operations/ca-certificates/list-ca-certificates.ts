import { operation } from '../operation.ts'
import { byCreation, page } from '../page.ts'

export const listCACertificates = operation('ListCACertificates', ({ marker, pageSize = 25, ascendingOrder, templateName }, { state }) => {
  const all = [...state.caCertificates.values()].filter(({ registrationConfig }) =>
    templateName === undefined || registrationConfig?.templateName === templateName)
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
