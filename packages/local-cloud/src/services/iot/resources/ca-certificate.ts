import { isDeepStrictEqual } from 'node:util'
import { answered } from '../iot.ts'
import { flag, object, oneOf, required, text } from '../../../ground/property.ts'
import { memberNames } from '../member-names.ts'
import { present } from '../../../ground/present.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-cacertificate.html */
export const iotCaCertificate = resource('AWS::IoT::CACertificate', {
  uses: { iot },
  properties: {
    CACertificatePem: required(text),
    Status: required(oneOf('ACTIVE', 'INACTIVE')),
    VerificationCertificatePem: text,
    CertificateMode: oneOf('DEFAULT', 'SNI_ONLY'),
    AutoRegistrationStatus: oneOf('ENABLE', 'DISABLE'),
    RegistrationConfig: object({ RoleArn: text, TemplateBody: text, TemplateName: text }),
    RemoveAutoRegistration: flag,
    Tags: tags,
  },
  async create(properties, { services }) {
    const {
      CACertificatePem: caCertificate, VerificationCertificatePem: verificationCertificate, CertificateMode: certificateMode,
    } = properties
    const certificate = await services.iot.call('RegisterCACertificate', present({
      caCertificate, verificationCertificate, certificateMode, setAsActive: properties.Status === 'ACTIVE',
      allowAutoRegistration: properties.AutoRegistrationStatus === 'ENABLE', registrationConfig: memberNames(properties.RegistrationConfig),
    }))
    const certificateId = answered(certificate, 'certificateId')
    return { ref: certificateId, attributes: { Id: certificateId, Arn: answered(certificate, 'certificateArn') } }
  },
  async update(
    { Status, AutoRegistrationStatus, RegistrationConfig, RemoveAutoRegistration, Tags: _tags, ...fixed },
    { ref: certificateId, attributes = {}, properties: before },
    { services },
  ) {
    if (Object.entries(fixed).some(([name, value]) => !isDeepStrictEqual(value, Reflect.get(before, name)))) return replacement
    await services.iot.call('UpdateCACertificate', present({
      certificateId, newStatus: Status, newAutoRegistrationStatus: AutoRegistrationStatus ?? 'DISABLE',
      registrationConfig: memberNames(RegistrationConfig),
      // A config that is taken out of the template.
      removeAutoRegistration: RemoveAutoRegistration === true
        || (RegistrationConfig === undefined && before.RegistrationConfig !== undefined)
        ? true
        : undefined,
    }))
    return { ref: certificateId, attributes }
  },
  // Only one that is inactive can be deleted.
  async remove({ ref: certificateId }, { services }) {
    await services.iot.call('UpdateCACertificate', { certificateId, newStatus: 'INACTIVE' }).catch(unlessGone)
    await services.iot.call('DeleteCACertificate', { certificateId }).catch(unlessGone)
  },
  // AWS IoT Core keeps it.
  restore: () => undefined,
})
