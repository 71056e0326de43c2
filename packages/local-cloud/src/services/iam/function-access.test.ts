import { expect, it } from 'vitest'
import { accessTableOf } from '../access-tables.ts'
import { FunctionAccess } from './function-access.ts'
import { Identities } from './identities.ts'

const arn = (service: string, resource: string) => `arn:aws:${service}:us-east-1:123456789012:${resource}`
const [commandArn, targetArn] = [arn('iot', 'command/reboot'), arn('iot', 'thing/k-1')]

/** Whether a function whose role allows these actions may make a call of AWS IoT, by default of its jobs. */
function called(
  actions: readonly string[], method: string, path: string, body?: object, service = 'iot-jobs-data',
): Promise<void> {
  const identities = new Identities(() => ({ accessKeyId: 'KEY', secretAccessKey: 'secret' }))
  const roleArn = 'arn:aws:iam::123456789012:role/calls'
  identities.createRole('calls', roleArn)
  identities.addPolicy('Policy', 'calls', JSON.stringify({
    Version: '2012-10-17', Statement: actions.map((Action) => ({ Effect: 'Allow', Action, Resource: '*' })),
  }))
  identities.credentials(roleArn, 'calling')
  const access = new FunctionAccess({
    mode: 'enforce', identities, naming: { arn, secretArn: () => undefined }, tableOf: accessTableOf, accountId: '123456789012',
    region: 'us-east-1', constructPath: (name) => name, log: () => undefined,
  })
  const request = new Request(`http://127.0.0.1${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  return access.check({ accessKeyId: 'KEY', region: 'us-east-1', service }, request)
}

it.each<[string, string, string, object | undefined]>([
  ['iotjobsdata:GetPendingJobExecutions', 'GET', '/things/k-1/jobs', undefined],
  ['iotjobsdata:UpdateJobExecution', 'POST', '/things/k-1/jobs/rotate-1', { status: 'SUCCEEDED' }],
  ['iot:StartCommandExecution', 'POST', '/command-executions', { commandArn, targetArn }],
])('a function needs %s for it', async (action, method, path, body) => {
  await expect(called([action], method, path, body)).resolves.toBeUndefined()
  // The control plane has some of the paths, too.
  await expect(called(['iot:ListJobExecutionsForThing'], method, path, body)).rejects.toMatchObject({
    name: 'AccessDeniedException', statusCode: 403, message: expect.stringContaining(`is not authorized to perform: ${action} on resource`),
  })
})

it('a function needs a permission for the profile that the body of a mitigation names', async () => {
  const task = { target: { securityProfileName: 'kegs', behaviorName: 'own-topics' }, actions: ['isolate'] }
  const [action, path] = ['iot:StartDetectMitigationActionsTask', '/detect/mitigationactions/tasks/t-1']
  await expect(called([action], 'PUT', path, task, 'iot')).resolves.toBeUndefined()
  await expect(called(['iot:ListThings'], 'PUT', path, task, 'iot')).rejects.toThrow(
    `is not authorized to perform: ${action} on resource: ${arn('iot', 'securityprofile/kegs')}`,
  )
})
