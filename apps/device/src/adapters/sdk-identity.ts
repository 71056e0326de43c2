import deviceSdk from 'aws-iot-device-sdk-v2'
import type { iotidentity, mqtt5 } from 'aws-iot-device-sdk-v2'
import { DeviceError } from '../errors/device-error.ts'
import type { IdentityPort } from '../identity/identity-port.ts'
import { asked, overStandingLine, REQUESTS } from './sdk-request.ts'

const { iotidentity: { IotIdentityClientv2 }, mqtt5: { DisconnectReasonCode } } = deviceSdk

/** Provisioning by the SDK's own client; it subscribes to the answers only when it asks. */
export function sdkIdentity(connection: mqtt5.Mqtt5Client): IdentityPort {
  // Not before it is needed: a keg asks for certificates once in a year.
  let opened: iotidentity.IotIdentityClientv2 | undefined
  const client = () => (opened ??= IotIdentityClientv2.newFromMqtt5(connection, REQUESTS))
  /** Asks; a line that was cut meanwhile is told from one that stood. */
  async function ask<Answer>(what: string, begin: () => Promise<Answer>): Promise<Answer> {
    let stood = true
    const cut = ({ disconnect }: Partial<mqtt5.DisconnectionEvent>) => {
      // A broker may end the connection of who asks for what its policy does not allow.
      if (disconnect?.reasonCode !== DisconnectReasonCode.NotAuthorized) stood = false
    }
    connection.on('disconnection', cut)
    connection.on('connectionFailure', cut)
    try {
      return await asked(what, begin())
    } catch (error) {
      throw stood ? overStandingLine(what, error) : error
    } finally {
      connection.removeListener('disconnection', cut)
      connection.removeListener('connectionFailure', cut)
    }
  }
  return {
    async createFromCsr(certificateSigningRequest) {
      const answer = await ask('the certificate', () => client().createCertificateFromCsr({ certificateSigningRequest }))
      const { certificateId, certificatePem, certificateOwnershipToken: ownershipToken } = answer
      if (!certificateId || !certificatePem || !ownershipToken)
        throw new DeviceError('NO_ANSWER', 'the certificate: AWS IoT answered without a certificate, its id or its token')
      return { certificateId, certificatePem, ownershipToken }
    },
    async register(templateName, certificateOwnershipToken, parameters) {
      const request = { templateName, certificateOwnershipToken, parameters: { ...parameters } }
      return (await ask('the provisioning', () => client().registerThing(request))).thingName
    },
    close() {
      opened?.close()
      opened = undefined
    },
  }
}
