import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { createLocalIot, type LocalIot } from '@keg/local-iot'
import { serve, type Ready, type Transport } from './server-under-test.ts'

/** `@keg/local-iot` as a fleet meets it: a policy decides each packet, and a hundred rules look at each message. */
const transport = process.argv[2] as Transport
// What `startServer` wrote there.
const { rules = 100, republish = false } = JSON.parse(process.argv[3] ?? '{}') as { rules?: number; republish?: boolean }

const roleArn = 'arn:aws:iam::123456789012:role/rule'
const policyDocument = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 'iot:Connect', Resource: 'arn:aws:iot:us-east-1:123456789012:client/*' },
    { Effect: 'Allow', Action: ['iot:Publish', 'iot:Receive'], Resource: 'arn:aws:iot:us-east-1:123456789012:topic/bench/*' },
    { Effect: 'Allow', Action: 'iot:Subscribe', Resource: 'arn:aws:iot:us-east-1:123456789012:topicfilter/bench/*' },
  ],
})

const iot = await createLocalIot({
  invokeFunction: async () => ({
    isAuthenticated: true, principalId: 'bench', disconnectAfterInSeconds: 86_400, refreshAfterInSeconds: 86_400,
    policyDocuments: [policyDocument],
  }),
  quotas: 'off',
})
await installRules()
serve(await listen(iot))

async function installRules(): Promise<void> {
  const install = (ruleName: string, sql: string, topic: string) =>
    iot.call('CreateTopicRule', {
      ruleName, topicRulePayload: { sql, awsIotSqlVersion: '2016-03-23', actions: [{ republish: { roleArn, topic, qos: 1 } }] },
    })
  for (let index = 1; index < rules; index += 1)
    await install(`other_${index}`, `SELECT * FROM 'other/${index}/#' WHERE celsius > 8`, 'never')
  if (rules > 0) await install('matching', "SELECT * FROM 'bench/#' WHERE length(clientid()) > 100", 'never')
  if (republish) await install('republishing', "SELECT encode(*, 'base64') AS payload FROM 'bench/from/+'", 'bench/to')
}

async function listen({ endpoints, caFile, call }: LocalIot): Promise<Ready> {
  if (transport === 'ws') {
    const authorizerFunctionArn = 'arn:aws:lambda:us-east-1:123456789012:function:authorize'
    await call('CreateAuthorizer', { authorizerName: 'bench', authorizerFunctionArn, signingDisabled: true, status: 'ACTIVE' })
    return { transport, port: Number(new URL(endpoints.ws).port), username: 'bench?x-amz-customauthorizer-name=bench' }
  }
  const { certificateArn, certificateId, certificatePem, keyPair } = await call('CreateKeysAndCertificate', { setAsActive: true })
  await call('CreatePolicy', { policyName: 'bench', policyDocument })
  await call('AttachPolicy', { policyName: 'bench', target: certificateArn })
  if (transport === 'tls') {
    return {
      transport, port: Number(new URL(endpoints.mqtts).port),
      tls: { ca: readFileSync(caFile, 'utf8'), cert: certificatePem, key: keyPair.PrivateKey },
    }
  }
  const server = createServer({ noDelay: true }, (socket) => iot.handleConnection(socket, { certificateId }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has this address.
  return { transport, port: (server.address() as AddressInfo).port }
}
