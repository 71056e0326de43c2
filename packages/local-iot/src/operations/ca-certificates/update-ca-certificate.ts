import type { CaCertificate } from '../../state/iot-state.ts'
import { operation } from '../operation.ts'
import { checkRegistrationConfig } from './registration-config.ts'
import { findCaCertificate } from './find-ca-certificate.ts'

export const updateCACertificate = operation('UpdateCACertificate', (input, { state }) => {
  const certificate = findCaCertificate(state, input.certificateId)
  checkRegistrationConfig(state, input.registrationConfig)
  const autoRegistrationStatus = input.removeAutoRegistration
    ? 'DISABLE'
    : (input.newAutoRegistrationStatus ?? certificate.autoRegistrationStatus)
  state.caCertificates.set(certificate.certificateId, {
    ...certificate,
    // Both are among these values: checked against the model.
    status: (input.newStatus ?? certificate.status) as CaCertificate['status'],
    autoRegistrationStatus: autoRegistrationStatus as CaCertificate['autoRegistrationStatus'],
    registrationConfig: input.removeAutoRegistration ? undefined : (input.registrationConfig ?? certificate.registrationConfig),
    modifiedAtMs: state.clock.nowMs(),
  })
})
