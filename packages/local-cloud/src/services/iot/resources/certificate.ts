import { isDeepStrictEqual } from 'node:util'
import { answered, type IotOperation } from '../iot.ts'
import { oneOf, required, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

/**
 * A certificate by a signing request, or one that somebody else has issued.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-certificate.html
 */
export const iotCertificate = resource('AWS::IoT::Certificate', {
  uses: { iot },
  properties: {
    Status: required(oneOf('ACTIVE', 'INACTIVE', 'REVOKED')),
    CertificateSigningRequest: text,
    CertificatePem: text,
    CACertificatePem: text,
    CertificateMode: oneOf('DEFAULT', 'SNI_ONLY'),
  },
  async create(properties, { services }) {
    const [operation, input] = request(properties)
    const certificate = await services.iot.call(operation, input)
    const certificateId = answered(certificate, 'certificateId')
    // None of the operations makes a certificate that is revoked.
    if (properties.Status === 'REVOKED') await services.iot.call('UpdateCertificate', { certificateId, newStatus: 'REVOKED' })
    return { ref: certificateId, attributes: { Id: certificateId, Arn: answered(certificate, 'certificateArn') } }
  },
  async update(
    { Status, ...properties }, { ref: certificateId, attributes = {}, properties: { Status: statusBefore, ...before } }, { services },
  ) {
    if (!isDeepStrictEqual(properties, before)) return replacement
    if (Status !== statusBefore) await services.iot.call('UpdateCertificate', { certificateId, newStatus: Status })
    return { ref: certificateId, attributes }
  },
  async remove({ ref: certificateId }, { services }) {
    await services.iot.call('UpdateCertificate', { certificateId, newStatus: 'INACTIVE' }).catch(unlessGone)
    await services.iot.call('DeleteCertificate', { certificateId, forceDelete: true }).catch(unlessGone)
  },
  // AWS IoT Core keeps it.
  restore: () => undefined,
})

interface Certificate {
  readonly Status: string
  readonly CertificateSigningRequest: string | undefined
  readonly CertificatePem: string | undefined
  readonly CACertificatePem: string | undefined
  readonly CertificateMode: string | undefined
}

function request(
  { Status, CertificateSigningRequest, CertificatePem, CACertificatePem, CertificateMode }: Certificate,
): [operation: IotOperation, input: object] {
  if (CertificateSigningRequest !== undefined)
    return ['CreateCertificateFromCsr', { certificateSigningRequest: CertificateSigningRequest, setAsActive: Status === 'ACTIVE' }]
  if (CertificatePem === undefined) throw new TypeError('One of CertificateSigningRequest and CertificatePem is needed')
  const registered = { certificatePem: CertificatePem, status: Status === 'ACTIVE' ? 'ACTIVE' : 'INACTIVE' }
  if (CertificateMode === 'SNI_ONLY') return ['RegisterCertificateWithoutCA', registered]
  return ['RegisterCertificate', { ...registered, ...(CACertificatePem === undefined ? {} : { caCertificatePem: CACertificatePem }) }]
}
