import deviceSdk from 'aws-iot-device-sdk-v2'
import type { iotidentity, mqtt5 } from 'aws-iot-device-sdk-v2'
import { DeviceError } from '../errors/device-error.ts'
import type { IdentityPort } from '../identity/identity-port.ts'
import { asked, REQUESTS } from './sdk-request.ts'

const { IotIdentityClientv2 } = deviceSdk.iotidentity

/** Provisioning by the SDK's own client; it subscribes to the answers only when it asks. */
export function sdkIdentity(connection: mqtt5.Mqtt5Client): IdentityPort {
  // Not before it is needed: a keg asks for certificates once in a year.
  let opened: iotidentity.IotIdentityClientv2 | undefined
  const client = () => (opened ??= IotIdentityClientv2.newFromMqtt5(connection, REQUESTS))
  return {
    async createFromCsr(certificateSigningRequest) {
      const answer = await asked('the certificate', client().createCertificateFromCsr({ certificateSigningRequest }))
      const { certificateId, certificatePem, certificateOwnershipToken: ownershipToken } = answer
      if (!certificateId || !certificatePem || !ownershipToken)
        throw new DeviceError('NO_ANSWER', 'the certificate: AWS IoT answered without a certificate, its id or its token')
      return { certificateId, certificatePem, ownershipToken }
    },
    async register(templateName, certificateOwnershipToken, parameters) {
      const request = { templateName, certificateOwnershipToken, parameters: { ...parameters } }
      return (await asked('the provisioning', client().registerThing(request))).thingName
    },
    close() {
      opened?.close()
      opened = undefined
    },
  }
}
