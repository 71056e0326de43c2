import { certificateInvalid, readCertificate } from '../certificates/read-certificate.ts'
import type { IotCore } from '../iot-core.ts'
import type { RegisterCACertificateRequest } from '../../model/model.generated.ts'
import { checkRegistrationConfig } from './registration-config.ts'
import { operation } from '../operation.ts'
import { alreadyExists, invalidRequest, limitExceeded, ServiceException } from '../../errors/service-exception.ts'
import { tagCreated } from '../tags/tags.ts'

/** The most CA certificates of one subject: API_RegisterCACertificate.html */
const MAX_WITH_SUBJECT = 10

export const registerCACertificate = operation('RegisterCACertificate', (input, core) => {
  const { state } = core
  const { fingerprint, isCa, subjectText, notBeforeMs, notAfterMs } = readCertificate(core, input.caCertificate)
  if (!isCa) throw certificateInvalid('The certificate is not a CA certificate')
  checkOwnership(core, input)
  checkRegistrationConfig(state, input.registrationConfig)
  const certificateArn = state.arn(`cacert/${fingerprint}`)
  if (state.caCertificates.has(fingerprint)) {
    throw alreadyExists('The CA certificate is already registered', { resourceId: fingerprint, resourceArn: certificateArn })
  }
  if ([...state.caCertificates.values()].filter(({ subject }) => subject === subjectText).length >= MAX_WITH_SUBJECT) {
    throw limitExceeded(`${MAX_WITH_SUBJECT} CA certificates with this subject are registered, the most there can be`)
  }
  tagCreated(state, certificateArn, input.tags)
  const nowMs = state.clock.nowMs()
  state.caCertificates.set(fingerprint, {
    certificateId: fingerprint, generationId: state.newId(), certificatePem: input.caCertificate, subject: subjectText, notBeforeMs,
    notAfterMs, status: input.setAsActive ? 'ACTIVE' : 'INACTIVE',
    autoRegistrationStatus: input.allowAutoRegistration ? 'ENABLE' : 'DISABLE', registrationConfig: input.registrationConfig,
    mode: input.certificateMode === 'SNI_ONLY' ? 'SNI_ONLY' : 'DEFAULT', createdAtMs: nowMs, modifiedAtMs: nowMs,
  })
  return { certificateArn, certificateId: fingerprint }
})

/** In DEFAULT mode the verification certificate shows that the caller has the CA's key: it signed the registration code. */
function checkOwnership(core: IotCore, { caCertificate, verificationCertificate, certificateMode }: RegisterCACertificateRequest): void {
  if (certificateMode === 'SNI_ONLY') {
    if (verificationCertificate !== undefined) throw invalidRequest('verificationCertificate must be empty if certificateMode is SNI_ONLY')
    return
  }
  if (verificationCertificate === undefined) throw invalidRequest('verificationCertificate is required unless certificateMode is SNI_ONLY')
  const { subject } = readCertificate(core, verificationCertificate)
  if (!core.authority.isIssuedBy(verificationCertificate, caCertificate)) {
    throw certificateInvalid('The verification certificate is not signed by the CA certificate')
  }
  const code = core.state.settings.get('registrationCode')
  if (code === undefined || subject['CommonName']?.[0] !== code) {
    throw new ServiceException(
      'RegistrationCodeValidationException', 400, 'The verification certificate\'s common name is not the registration code',
    )
  }
}
