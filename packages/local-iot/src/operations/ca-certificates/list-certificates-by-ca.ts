import { certificatePage } from '../certificates/list-certificates.ts'
import { operation } from '../operation.ts'

// The model lists no ResourceNotFoundException: a CA that is not there has signed none.
export const listCertificatesByCA = operation('ListCertificatesByCA', (input, { state }) => {
  const caCertificateId = input.caCertificateId.toLowerCase()
  return certificatePage(
    state, [...state.certificates.values()].filter((certificate) => certificate.caCertificateId === caCertificateId), input,
  )
})
