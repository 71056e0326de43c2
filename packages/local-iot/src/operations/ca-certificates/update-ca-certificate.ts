import type { CaCertificate } from '../../state/iot-state.ts'
import { operation } from '../operation.ts'
import { notEmulated } from '../../errors/service-exception.ts'
import { findCaCertificate } from './find-ca-certificate.ts'

export const updateCACertificate = operation('UpdateCACertificate', (input, { state }) => {
  if (input.registrationConfig !== undefined) throw notEmulated('Just-in-time provisioning by a registrationConfig')
  const certificate = findCaCertificate(state, input.certificateId)
  const autoRegistrationStatus = input.removeAutoRegistration
    ? 'DISABLE'
    : (input.newAutoRegistrationStatus ?? certificate.autoRegistrationStatus)
  state.caCertificates.set(certificate.certificateId, {
    ...certificate,
    // Both are among these values: checked against the model.
    status: (input.newStatus ?? certificate.status) as CaCertificate['status'],
    autoRegistrationStatus: autoRegistrationStatus as CaCertificate['autoRegistrationStatus'],
    modifiedAtMs: state.clock.nowMs(),
  })
})
