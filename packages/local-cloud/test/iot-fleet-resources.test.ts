import {
  DescribeCertificateProviderCommand, DescribeEventConfigurationsCommand, DescribeJobTemplateCommand, GetCommandCommand, GetPackageCommand,
  GetPackageVersionCommand, IoTClient, ListJobTemplatesCommand,
} from '@aws-sdk/client-iot'
import { CfnOutput, CustomResource, type Stack } from 'aws-cdk-lib'
import {
  CfnCertificateProvider, CfnCommand, CfnJobTemplate, CfnSoftwarePackage, CfnSoftwarePackageVersion, type CfnCommandProps,
  type CfnJobTemplateProps,
} from 'aws-cdk-lib/aws-iot'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')

interface Changes {
  readonly template?: Partial<CfnJobTemplateProps>
  readonly command?: Partial<CfnCommandProps>
  readonly words?: string
  readonly signer?: 'Signer' | 'OtherSigner'
}

function build(stack: Stack, { template, command, words = 'as it began', signer = 'Signer' }: Changes = {}): void {
  const fleetPackage = new CfnSoftwarePackage(stack, 'Package', { packageName: 'keg', description: words })
  const version = new CfnSoftwarePackageVersion(stack, 'Version', {
    packageName: fleetPackage.ref, versionName: '1.3.0', description: words, attributes: { board: 'rev-b' }, recipe: '{"kind":"firmware"}',
  })
  const firmware = new CfnJobTemplate(stack, 'Firmware', {
    jobTemplateId: 'firmware-1', description: 'firmware', document: '{"kind":"firmware"}',
    destinationPackageVersions: [version.attrPackageVersionArn],
    // CDK writes these as they are given.
    jobExecutionsRolloutConfig: {
      ExponentialRolloutRate: { BaseRatePerMinute: 10, IncrementFactor: 1.5, RateIncreaseCriteria: { NumberOfSucceededThings: 5 } },
      MaximumPerMinute: 100,
    },
    abortConfig: { CriteriaList: [{ Action: 'CANCEL', FailureType: 'FAILED', MinNumberOfExecutedThings: 2, ThresholdPercentage: 20 }] },
    timeoutConfig: { InProgressTimeoutInMinutes: 30 },
    jobExecutionsRetryConfig: { retryCriteriaList: [{ failureType: 'TIMED_OUT', numberOfRetries: 2 }] },
    ...template,
  })
  const reboot = new CfnCommand(stack, 'Reboot', {
    commandId: 'reboot', displayName: words, payload: { content: base64('{"kind":"reboot"}'), contentType: 'application/json' }, ...command,
  })
  new CfnCommand(stack, 'Pour', {
    commandId: 'pour', payloadTemplate: '{"volumeMl":"${aws:iot:commandexecution::parameter:volumeMl}"}',
    preprocessor: { awsJsonSubstitution: { outputFormat: 'JSON' } },
    mandatoryParameters: [{
      name: 'volumeMl', type: 'INTEGER', defaultValue: { i: 250 },
      valueConditions: [{ comparisonOperator: 'LESS_THAN_EQUALS', operand: { number: '500' } }],
    }],
  })
  // As EventConfigurations of @keg/cdk-constructs makes it; nobody is asked for the token.
  const enabled = { JOB_EXECUTION: { Enabled: true } }
  new CustomResource(stack, 'Events', {
    resourceType: 'Custom::KegIoTEventConfigurations', serviceToken: 'arn:aws:lambda:us-east-1:123456789012:function:none',
    properties: { Update: JSON.stringify({ service: 'IoT', parameters: { eventConfigurations: enabled } }), InstallLatestAwsSdk: false },
  })
  const signing = (id: string) => {
    const made = new LambdaFunction(stack, id, {
      functionName: id, runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: new InlineCode('exports.handler = () => ({})'),
    })
    made.addPermission('Iot', { principal: new ServicePrincipal('iot.amazonaws.com') })
    return made.functionArn
  }
  const [first, second] = [signing('Signer'), signing('OtherSigner')]
  const pki = new CfnCertificateProvider(stack, 'Pki', {
    certificateProviderName: 'pki', lambdaFunctionArn: signer === 'Signer' ? first : second,
    accountDefaultForOperations: ['CreateCertificateFromCsr'],
  })
  const outputs = {
    PkiName: pki.ref, PkiArn: pki.attrArn,
    TemplateId: firmware.ref, TemplateArn: firmware.attrArn, CommandId: reboot.ref, CommandArn: reboot.attrCommandArn,
    PackageName: fleetPackage.ref, PackageArn: fleetPackage.attrPackageArn, VersionRef: version.ref,
    VersionArn: version.attrPackageVersionArn, VersionStatus: version.attrStatus,
  }
  for (const [name, value] of Object.entries(outputs)) new CfnOutput(stack, name, { value })
}

let running: TestCloud
let iot: IoTClient
beforeAll(async () => {
  running = await run((stack) => build(stack))
  iot = new IoTClient(running.client)
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

it('answers for each resource what the template reference says', () => {
  const arn = (resource: string) => `arn:aws:iot:us-east-1:123456789012:${resource}`
  expect(running.outputs).toMatchObject({
    TemplateId: 'firmware-1', TemplateArn: arn('jobtemplate/firmware-1'), CommandId: 'reboot', CommandArn: arn('command/reboot'),
    PackageName: 'keg', PackageArn: arn('package/keg'), VersionRef: 'keg|1.3.0', VersionArn: arn('package/keg/version/1.3.0'),
    VersionStatus: 'DRAFT', PkiName: 'pki', PkiArn: arn('certificateprovider:pki'),
  })
})

it('creates a job template with all that its template says', async () => {
  expect(await iot.send(new DescribeJobTemplateCommand({ jobTemplateId: 'firmware-1' }))).toMatchObject({
    jobTemplateArn: running.outputs['TemplateArn'], description: 'firmware', document: '{"kind":"firmware"}',
    destinationPackageVersions: [running.outputs['VersionArn']],
    jobExecutionsRolloutConfig: {
      exponentialRate: { baseRatePerMinute: 10, incrementFactor: 1.5, rateIncreaseCriteria: { numberOfSucceededThings: 5 } },
      maximumPerMinute: 100,
    },
    abortConfig: { criteriaList: [{ action: 'CANCEL', failureType: 'FAILED', minNumberOfExecutedThings: 2, thresholdPercentage: 20 }] },
    timeoutConfig: { inProgressTimeoutInMinutes: 30 },
    jobExecutionsRetryConfig: { criteriaList: [{ failureType: 'TIMED_OUT', numberOfRetries: 2 }] },
  })
})

it('creates commands, of a payload and of a template with parameters', async () => {
  const { payload, displayName } = await iot.send(new GetCommandCommand({ commandId: 'reboot' }))
  expect({ ...payload, content: Buffer.from(payload?.content ?? '').toString(), displayName }).toEqual({
    content: '{"kind":"reboot"}', contentType: 'application/json', displayName: 'as it began',
  })
  expect(await iot.send(new GetCommandCommand({ commandId: 'pour' }))).toMatchObject({
    mandatoryParameters: [{
      name: 'volumeMl', type: 'INTEGER', defaultValue: { I: 250 },
      valueConditions: [{ comparisonOperator: 'LESS_THAN_EQUALS', operand: { number: '500' } }],
    }],
  })
})

it('creates a certificate provider whose function may be invoked', async () => {
  expect(await iot.send(new DescribeCertificateProviderCommand({ certificateProviderName: 'pki' }))).toMatchObject({
    lambdaFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:Signer', accountDefaultForOperations: ['CreateCertificateFromCsr'],
  })
  expect(running.log.filter(({ message }) => message.includes('Signer') && message.includes('Permission'))).toEqual([])
})

it('has events published that the account has had off', async () => {
  const { eventConfigurations } = await iot.send(new DescribeEventConfigurationsCommand({}))
  expect(eventConfigurations).toMatchObject({ JOB_EXECUTION: { Enabled: true }, JOB: { Enabled: false } })
})

describe('an update', () => {
  it('makes a new job template, under another id, and takes the former away', async () => {
    const template = { jobTemplateId: 'firmware-2', document: '{"kind":"firmware","version":"2"}' }
    expect(await running.update((stack) => build(stack, { template }))).toContain('replaced Test/Firmware')
    expect((await iot.send(new ListJobTemplatesCommand({}))).jobTemplates).toMatchObject([{ jobTemplateId: 'firmware-2' }])
    expect(running.outputs).toMatchObject({ TemplateId: 'firmware-2' })
    await running.update((stack) => build(stack))
  })

  it('changes the words of a command, a package and a version in place, and deprecates a command', async () => {
    await running.update((stack) => build(stack, { words: 'as it is', command: { deprecated: true } }))
    expect(await iot.send(new GetCommandCommand({ commandId: 'reboot' }))).toMatchObject({ displayName: 'as it is', deprecated: true })
    expect(await iot.send(new GetPackageCommand({ packageName: 'keg' }))).toMatchObject({ description: 'as it is' })
    expect(await iot.send(new GetPackageVersionCommand({ packageName: 'keg', versionName: '1.3.0' }))).toMatchObject({
      description: 'as it is', attributes: { board: 'rev-b' }, recipe: '{"kind":"firmware"}',
    })
    await running.update((stack) => build(stack, { words: 'once more' }))
    expect(await iot.send(new GetCommandCommand({ commandId: 'reboot' }))).toMatchObject({ displayName: 'once more', deprecated: false })
  })

  it('gives a certificate provider another function in place', async () => {
    expect(await running.update((stack) => build(stack, { signer: 'OtherSigner' }))).toContain('updated Test/Pki')
    expect(await iot.send(new DescribeCertificateProviderCommand({ certificateProviderName: 'pki' }))).toMatchObject({
      lambdaFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:OtherSigner',
    })
  })

  it('refuses what AWS IoT has no operation for: another payload under the same id', async () => {
    const command = { payload: { content: base64('{"kind":"halt"}'), contentType: 'application/json' } }
    await expect(running.update((stack) => build(stack, { command }))).rejects.toThrow(/Payload can't be changed.*another CommandId/)
  })
})

it.each<[string, Changes, RegExp]>([
  ['maintenance windows', { template: { maintenanceWindows: [{ startTime: 'cron(0 2 * * ? *)', durationInMinutes: 60 }] } }, /MaintenanceWindows/],
  ['a payload that is no base64', { command: { payload: { content: '{"kind":"reboot"}' } } }, /Payload\.Content: takes bytes as base64/],
  ['a document that is no JSON', { template: { document: 'reboot' } }, /job document is no JSON/],
])('refuses %s at the start', async (_what, changes, message) => {
  await expect(run((stack) => build(stack, changes))).rejects.toThrow(message)
})
