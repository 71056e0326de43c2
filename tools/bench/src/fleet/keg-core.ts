import { createLocalIot, type LocalIotOptions } from '@keg/local-iot'

const statement = { Effect: 'Allow', Action: 'iot:*', Resource: '*' }
const policyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })

/** A core with a certificate that may do everything, for as many clients as like. */
export async function kegCore(options: LocalIotOptions = {}) {
  const iot = await createLocalIot({ quotas: 'off', ...options })
  await iot.call('CreatePolicy', { policyName: 'anything', policyDocument })
  const { certificateArn, certificateId = '', certificatePem, keyPair } = await iot.call('CreateKeysAndCertificate', { setAsActive: true })
  await iot.call('AttachPolicy', { policyName: 'anything', target: certificateArn })
  return { iot, certificateId, cert: certificatePem ?? '', key: keyPair.PrivateKey ?? '' }
}
