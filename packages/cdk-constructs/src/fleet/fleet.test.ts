import { Duration, type Stack } from 'aws-cdk-lib'
import { Match, type Template } from 'aws-cdk-lib/assertions'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  Command, CommandPayload, EventConfigurations, Fleet, HandlerFunction, IotEvent, JobDocument, JobFailure, JobTemplate, logsBucket,
  onThings, privateBucket, ProvisioningTemplate, readsCertificates, removesCertificates, retiresCertificates, RoleAlias, SoftwarePackage,
  THING_NAME, ThingPolicy, type CommandProps, type JobTemplateProps, type ProvisioningTemplateProps,
} from '../index.ts'
import { refusalsOf, synthesize, type Synthesized } from '../testing/synthesize.ts'

const entry = fileURLToPath(new URL('../testing/handler.ts', import.meta.url))
const bucketOf = (stack: Stack) => privateBucket(stack, 'Firmware', logsBucket(stack, 'Logs'), {})
const hookOf = (stack: Stack) => new LambdaFunction(stack, 'Hook', {
  runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: new InlineCode('exports.handler = async () => ({})'),
})

/** One stack with everything. */
function build(stack: Stack): void {
  const bucket = bucketOf(stack)
  const version = new SoftwarePackage(stack, 'Package', { packageName: 'keg', description: 'what kegs run' })
    .addVersion('1.3.0', { attributes: { board: 'rev-b' } })
  new JobTemplate(stack, 'Update', {
    description: 'firmware', document: JobDocument.fromObject({ url: JobDocument.presignedUrl(bucket, 'firmware/1.3.0') }),
    presignedUrls: { buckets: [bucket], keys: 'firmware/*', expiresIn: Duration.minutes(10) }, destinationPackageVersions: [version],
    rollout: { basePerMinute: 10, factor: 1.5, after: { succeeded: 5 }, maximumPerMinute: 100 },
    abort: [{ failure: JobFailure.FAILED, thresholdPercentage: 20, minimumExecutions: 2 }], timeout: Duration.minutes(30),
    retries: [{ failure: 'TIMED_OUT', times: 2 }],
  })
  new JobTemplate(stack, 'FromS3', {
    jobTemplateId: 'from-s3', description: 'of S3', document: JobDocument.fromBucket(bucket, 'jobs/a.json'), rollout: { perMinute: 50 },
  })
  const reboot = new Command(stack, 'Reboot', { displayName: 'Reboot', payload: CommandPayload.fromObject({ kind: 'reboot' }) })
  new Command(stack, 'Pour', {
    commandId: 'pour',
    payload: CommandPayload.template({ volumeMl: CommandPayload.parameter('volumeMl') }, {
      parameters: [{ name: 'volumeMl', type: 'LONG', defaultValue: 250 }],
    }),
  })
  const role = new Role(stack, 'Starter', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
  reboot.grantStart(role, 'keg-1', 'keg-2')
  Command.fromCommandId(stack, 'There', 'there').grantStart(role, 'keg-3')
  const policy = new ThingPolicy(stack, 'Policy', { publish: [`keg/${THING_NAME}/pours`], jobs: true, commands: true })
  new Fleet(stack, 'Kegs', {
    templateName: 'kegs', policy, policies: [ThingPolicy.fromPolicyName(stack, 'More', 'more')], hook: { entry },
    thingType: { searchableAttributes: ['siteId'] }, thingGroup: {}, attributes: { batch: '${SerialNumber}' },
  })
  new EventConfigurations(stack, 'Events', { enabled: [IotEvent.JOB_EXECUTION] })
  new ProvisioningTemplate(stack, 'Renewal', {
    templateName: 'renewal', parameters: ['SerialNumber'], thingName: '${SerialNumber}', policy, claim: false,
    preProvisioningHook: hookOf(stack),
  })
}

let built: Synthesized
let template: Template
beforeAll(() => {
  built = synthesize(build)
  template = built.template
})

const idLike = (start: string) => Match.stringLikeRegexp(`^Stack${start}-?[0-9A-F]{8}-[0-9a-f]{8}$`)

it.each<[string, string, object]>([
  ['a job template', 'AWS::IoT::JobTemplate', {
    JobTemplateId: idLike('Update'), Description: 'firmware',
    Document: {
      'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp('presigned-url:https://s3'), Match.stringLikeRegexp('/firmware/1.3.0}"}$')])],
    },
    JobExecutionsRolloutConfig: {
      ExponentialRolloutRate: { BaseRatePerMinute: 10, IncrementFactor: 1.5, RateIncreaseCriteria: { NumberOfSucceededThings: 5 } },
      MaximumPerMinute: 100,
    },
    AbortConfig: { CriteriaList: [{ Action: 'CANCEL', FailureType: 'FAILED', MinNumberOfExecutedThings: 2, ThresholdPercentage: 20 }] },
    TimeoutConfig: { InProgressTimeoutInMinutes: 30 },
    JobExecutionsRetryConfig: { RetryCriteriaList: [{ FailureType: 'TIMED_OUT', NumberOfRetries: 2 }] },
    PresignedUrlConfig: { RoleArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^UpdatePresignRole'), 'Arn'] }, ExpiresInSec: 600 },
    DestinationPackageVersions: [{ 'Fn::GetAtt': [Match.stringLikeRegexp('^Package'), 'PackageVersionArn'] }],
  }],
  ['a job template of S3', 'AWS::IoT::JobTemplate', {
    JobTemplateId: 'from-s3', Document: Match.absent(), DocumentSource: { 'Fn::Join': ['', Match.arrayWith(['/jobs/a.json'])] },
    JobExecutionsRolloutConfig: { MaximumPerMinute: 50 }, PresignedUrlConfig: Match.absent(), AbortConfig: Match.absent(),
  }],
  ['what URLs are made as', 'AWS::IAM::Policy', {
    PolicyDocument: { Statement: [{ Action: 's3:GetObject', Effect: 'Allow', Resource: { 'Fn::Join': ['', Match.arrayWith(['/firmware/*'])] } }] },
  }],
  ['a command', 'AWS::IoT::Command', {
    CommandId: idLike('Reboot'), DisplayName: 'Reboot', Namespace: 'AWS-IoT', MandatoryParameters: Match.absent(),
    Payload: { Content: Buffer.from('{"kind":"reboot"}').toString('base64'), ContentType: 'application/json' },
  }],
  ['a command with parameters', 'AWS::IoT::Command', {
    CommandId: 'pour', Payload: Match.absent(), PayloadTemplate: '{"volumeMl":"${aws:iot:commandexecution::parameter:volumeMl}"}',
    Preprocessor: { AwsJsonSubstitution: { OutputFormat: 'JSON' } },
    MandatoryParameters: [{ Name: 'volumeMl', Type: 'LONG', DefaultValue: { L: '250' } }],
  }],
  ['who may start commands', 'AWS::IAM::Policy', {
    PolicyDocument: { Statement: [
      { Action: 'iot:StartCommandExecution', Effect: 'Allow', Resource: [
        { 'Fn::GetAtt': [Match.stringLikeRegexp('^Reboot'), 'CommandArn'] }, { 'Fn::Join': ['', Match.arrayWith([':thing/keg-1'])] },
        { 'Fn::Join': ['', Match.arrayWith([':thing/keg-2'])] },
      ] },
      { Action: 'iot:StartCommandExecution', Effect: 'Allow', Resource: [
        { 'Fn::Join': ['', Match.arrayWith([':command/there'])] }, { 'Fn::Join': ['', Match.arrayWith([':thing/keg-3'])] },
      ] },
    ] },
  }],
  ['a package', 'AWS::IoT::SoftwarePackage', { PackageName: 'keg', Description: 'what kegs run' }],
  ['its version', 'AWS::IoT::SoftwarePackageVersion', { VersionName: '1.3.0', Attributes: { board: 'rev-b' } }],
  ['the hook of a fleet, with as much time as AWS IoT waits', 'AWS::Lambda::Function', { Timeout: 5, Environment: Match.anyValue() }],
  ['the permission of the hook', 'AWS::Lambda::Permission', {
    Principal: 'iot.amazonaws.com', SourceArn: { 'Fn::Join': ['', Match.arrayWith([':provisioningtemplate/kegs'])] },
  }],
  ['what turns events on', 'Custom::KegIoTEventConfigurations', {
    Create: Match.stringLikeRegexp('"action":"updateEventConfigurations".*"eventConfigurations":{"JOB_EXECUTION":{"Enabled":true}}'),
  }],
  ['who may turn events on', 'AWS::IAM::Policy', {
    PolicyDocument: { Statement: [{ Action: 'iot:UpdateEventConfigurations', Effect: 'Allow', Resource: '*' }] },
  }],
  ['the type of a fleet', 'AWS::IoT::ThingType', { ThingTypeProperties: { SearchableAttributes: ['siteId'] } }],
  ['the alias of a fleet', 'AWS::IoT::RoleAlias', {}],
])('%s', (_what, type, properties) => {
  template.hasResourceProperties(type, properties)
})

it('a fleet provisions with all its policies, into its group and of its type', () => {
  const body = bodyOf('kegs')
  expect(body.Resources).toMatchObject({
    policy: { Type: 'AWS::IoT::Policy', Properties: { PolicyName: 'REF' } },
    policy2: { Type: 'AWS::IoT::Policy', Properties: { PolicyName: 'more' } },
    thing: { Properties: {
      ThingName: { Ref: 'SerialNumber' }, ThingTypeName: 'REF', ThingGroups: ['REF'], AttributePayload: { batch: { Ref: 'SerialNumber' } },
    } },
  })
})

it('a template that renews certificates has no claim, and says so to whoever asks for one', () => {
  const claims = Object.keys(template.findResources('AWS::IoT::Policy')).filter((id) => id.includes('Claim'))
  expect(claims).toEqual([expect.stringMatching(/^Kegs/)])
  expect(() => synthesize((stack) => {
    const policy = new ThingPolicy(stack, 'Policy', {})
    return new ProvisioningTemplate(stack, 'Renewal', { parameters: ['N'], thingName: '${N}', policy, claim: false }).claimPolicy
  })).toThrow('Stack/Renewal has no claim policy')
})

function bodyOf(templateName: string) {
  const [resource] = Object.values(template.findResources('AWS::IoT::ProvisioningTemplate', { Properties: { TemplateName: templateName } }))
  const parts: unknown[] = resource?.['Properties'].TemplateBody['Fn::Join'][1]
  return JSON.parse(parts.map((part) => (typeof part === 'string' ? part : 'REF')).join(''))
}

it('lets a thing do its own jobs and commands, and say nothing that AWS IoT says', () => {
  const [, policy] = Object.entries(template.findResources('AWS::IoT::Policy')).find(([id]) => id.startsWith('Policy')) ?? []
  const statements: { Action: string; Resource: unknown }[] = policy?.['Properties'].PolicyDocument.Statement
  const topics = (action: string) =>
    [...JSON.stringify(statements.find(({ Action }) => Action === action)).matchAll(/\/(\$aws\/[^"]*)"/g)].map(([, topic = '']) =>
      topic.replace(THING_NAME, 'ME'))
  expect(topics('iot:Publish')).toEqual([
    '$aws/things/ME/jobs/*get', '$aws/things/ME/jobs/start-next', '$aws/things/ME/jobs/*/update',
    '$aws/commands/things/ME/executions/*/response/json', '$aws/commands/things/ME/executions/*/response/cbor',
  ])
  const heard = ['$aws/things/ME/jobs/*', '$aws/commands/things/ME/executions/*']
  expect([topics('iot:Subscribe'), topics('iot:Receive')]).toEqual([heard, heard])
})

it('has no finding of cdk-nag, and no warning', () => {
  const { findings, warnings } = synthesize((stack) => {
    const bucket = bucketOf(stack)
    const document = JobDocument.fromObject({ url: JobDocument.presignedUrl(bucket, 'a') })
    new JobTemplate(stack, 'Job', { description: 'a', document, presignedUrls: { buckets: [bucket] } })
    const policy = new ThingPolicy(stack, 'Policy', { jobs: true, commands: true })
    new Fleet(stack, 'Kegs', { policy, hook: { entry }, roleAlias: false })
    new EventConfigurations(stack, 'Events', { enabled: [IotEvent.JOB] })
    new HandlerFunction(stack, 'Retire', { entry, grants: [readsCertificates, retiresCertificates] })
    new HandlerFunction(stack, 'Renew', { entry, grants: [removesCertificates, onThings('iotjobsdata:GetPendingJobExecutions')] })
  })
  expect([findings(), warnings]).toEqual([[], []])
})

describe('a name', () => {
  const idsOf = (target: number, commandId?: string) => {
    const { template: one } = synthesize((stack) => {
      new JobTemplate(stack, 'Job', { description: 'a', document: JobDocument.fromObject({ target }) })
      new Command(stack, 'Command', { payload: CommandPayload.fromObject({ target }), ...(commandId === undefined ? {} : { commandId }) })
    })
    return ['JobTemplate', 'Command'].map((type) => Object.values(one.findResources(`AWS::IoT::${type}`))[0]?.['Properties'][`${type}Id`])
  }

  it('is another one where the content is, since AWS changes neither in place', () => {
    expect(idsOf(1)).toEqual(idsOf(1))
    for (const [index, id] of idsOf(2).entries()) expect(id).not.toBe(idsOf(1)[index])
    expect(idsOf(2, 'mine')[1]).toBe('mine')
  })
})

describe('refuses at synthesis', () => {
  const job = (props: Partial<JobTemplateProps>) => (stack: Stack) =>
    new JobTemplate(stack, 'It', { description: 'a', document: JobDocument.fromObject({}), ...props })
  const text = (json: string) => job({ document: JobDocument.fromText(json) })
  const exponential = { basePerMinute: 1, factor: 2, after: { notified: 1 } }
  const criterion = { failure: JobFailure.ALL, thresholdPercentage: 10, minimumExecutions: 1 }
  const command = (props: Partial<CommandProps>) => (stack: Stack) =>
    new Command(stack, 'It', { payload: CommandPayload.fromObject({}), ...props })
  const filled = (payload: object, ...names: string[]) => command({
    payload: CommandPayload.template(payload, { parameters: names.map((name) => ({ name, type: 'STRING' })) }),
  })
  const provision = (props: Partial<ProvisioningTemplateProps>) => (stack: Stack) => new ProvisioningTemplate(stack, 'It', {
    parameters: ['N'], thingName: '${N}', policy: ThingPolicy.fromPolicyName(stack, 'P', 'p'), ...props,
  })

  it.each<[string, (stack: Stack) => unknown, string]>([
    ['an id', job({ jobTemplateId: 'a b' }), 'jobTemplateId: "a b" is not what AWS IoT takes'],
    ['no description', job({ description: '' }), 'description: "" is not what AWS IoT takes; take one line of 1 to 2,028'],
    ['a document that is no JSON', text('reboot'), 'document: it is no JSON object'],
    ['a document that is no object', text('[1]'), 'document: it is no JSON object'],
    ['a long document', text(`{"a":"${'x'.repeat(32_768)}"}`), 'document: it has 32776 characters; AWS IoT takes 32768 at most'],
    ['a URL without a role', text('{"url":"${aws:iot:s3-presigned-url:https://s3.eu-central-1.amazonaws.com/b/k}"}'), 'presignedUrls: AWS IoT makes the URLs in the document by a role'],
    ['a URL of nothing', text('{"url":"${aws:iot:s3-presigned-url:firmware}"}'), 'names no object of S3'],
    ['a rate', job({ rollout: { perMinute: 1_001 } }), 'rollout.perMinute: 1001 devices is not what AWS IoT takes; take 1 to 1000'],
    ['a base rate', job({ rollout: { ...exponential, basePerMinute: 0 } }), 'rollout.basePerMinute: 0 devices'],
    ['a factor', job({ rollout: { ...exponential, factor: 1.25 } }), 'rollout.factor: 1.25 is not what AWS IoT takes; take 1.1 to 5'],
    ['a factor that slows down', job({ rollout: { ...exponential, factor: 1 } }), 'rollout.factor: 1 is'],
    ['a step', job({ rollout: { ...exponential, after: { succeeded: 0 } } }), 'rollout.after.succeeded: 0 devices'],
    ['a threshold', job({ abort: [{ ...criterion, thresholdPercentage: 0 }] }), 'abort[0].thresholdPercentage: 0 %'],
    ['a threshold of three digits', job({ abort: [criterion, { ...criterion, thresholdPercentage: 1.234 }] }), 'abort[1].thresholdPercentage: 1.234 %'],
    ['a minimum', job({ abort: [{ ...criterion, minimumExecutions: 0 }] }), 'abort[0].minimumExecutions: 0 executions'],
    ['a timeout', job({ timeout: Duration.days(8) }), 'timeout: 11520 min is not what AWS IoT takes; take 1 to 10080 min'],
    ['half a minute', job({ timeout: Duration.seconds(90) }), 'timeout: 1.5 min'],
    ['retries of what does not time out', job({ retries: [{ failure: 'TIMED_OUT', times: 1 }] }), 'nothing times out without a timeout'],
    ['many retries', job({ retries: [{ failure: 'FAILED', times: 6 }, { failure: 'TIMED_OUT', times: 5 }] }), '11 times are more than'],
    ['ALL beside others', job({ retries: [{ failure: 'ALL', times: 1 }, { failure: 'FAILED', times: 1 }] }), 'one for ALL, not ALL, FAILED'],
    ['short URLs', (stack) => job({ presignedUrls: { buckets: [bucketOf(stack)], expiresIn: Duration.seconds(30) } })(stack), 'presignedUrls.expiresIn: 30 s'],
    ['a command\'s id', command({ commandId: 'x'.repeat(65) }), 'commandId:'],
    ['an empty payload', command({ payload: CommandPayload.fromText('') }), 'payload: it is empty'],
    ['a media type', command({ payload: CommandPayload.fromText('a', 'text') }), 'payload: "text" is no media type'],
    ['a long payload', command({ payload: CommandPayload.fromText('x'.repeat(32_769)) }), 'payload: it has 32769 bytes'],
    ['a template of nothing', filled({ a: 1 }, 'b'), 'payload: a template without a parameter'],
    ['a parameter that is none', filled({ a: CommandPayload.parameter('c') }, 'b'), 'payload: c is no parameter'],
    ['a parameter twice', filled({ a: CommandPayload.parameter('b') }, 'b', 'b'), 'payload.parameters: a name is there twice: b, b'],
    ['a parameter\'s name', filled({ a: CommandPayload.parameter('b') }, 'b', 'ü'), 'payload.parameters: "ü" is not what'],
    ['a package\'s name', (stack) => new SoftwarePackage(stack, 'It', { packageName: 'a/b' }), 'packageName: "a/b" is not what'],
    ['a version\'s name', (stack) => new SoftwarePackage(stack, 'It').addVersion('1 3'), 'versionName: "1 3" is not what'],
    ['large attributes', (stack) => new SoftwarePackage(stack, 'It').addVersion('1', { attributes: { a: 'x'.repeat(3_072) } }), 'attributes: 3073 bytes are more'],
    ['eleven policies', (stack) => {
      const policies = Array.from({ length: 10 }, (_, index) => ThingPolicy.fromPolicyName(stack, `P${index}`, 'p'))
      return provision({ policies })(stack)
    }, 'policies: a certificate has at most 10'],
  ])('%s', (_what, construct, message) => {
    expect(refusalsOf((stack) => void construct(stack)).join('\n')).toContain(message)
  })

  it('nothing of what is right', () => {
    expect(refusalsOf(build)).toEqual([])
    expect(refusalsOf((stack) => new Fleet(stack, 'Kegs', { policy: new ThingPolicy(stack, 'P', {}), hook: hookOf(stack), roleAlias: {} })))
      .toEqual([])
    expect(refusalsOf((stack) => void RoleAlias.fromRoleAliasName(stack, 'A', 'a'))).toEqual([])
  })
})
