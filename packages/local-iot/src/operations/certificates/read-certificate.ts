import { LocalIotError } from '../../errors/local-iot-error.ts'
import type { CertificateContent, IotCore } from '../iot-core.ts'
import { ServiceException } from '../../errors/service-exception.ts'

export const certificateInvalid = (message: string) => new ServiceException('CertificateValidationException', 400, message)

/** What a certificate holds that somebody wants to register. Throws where it cannot be read or is over. */
export function readCertificate({ authority, state }: Pick<IotCore, 'authority' | 'state'>, certificatePem: string): CertificateContent {
  const content = read(authority, certificatePem)
  if (content.notAfterMs < state.clock.nowMs()) throw certificateInvalid('The certificate has expired')
  return content
}

function read(authority: IotCore['authority'], certificatePem: string): CertificateContent {
  try {
    return authority.read(certificatePem)
  } catch (error) {
    if (error instanceof LocalIotError) throw certificateInvalid(error.message)
    throw error
  }
}
