import { CfnParameter, Duration, Lazy, type Stack } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { Match, type Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import {
  BillingGroup, DeviceAuthorizer, DomainConfiguration, LifecycleEvents, ProvisioningTemplate, RoleAlias, Thing, ThingCertificate,
  ThingGroup, ThingPolicy, ThingType, toKinesis, toQueue, type DomainConfigurationProps,
} from '../index.ts'
import { Stream } from 'aws-cdk-lib/aws-kinesis'
import { synthesize, writtenUnchecked, type Synthesized } from '../testing/synthesize.ts'

const CSR = '-----BEGIN CERTIFICATE REQUEST-----\nMIHH\n-----END CERTIFICATE REQUEST-----'
const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'
const KEY = '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIBsecret\n-----END EC PRIVATE KEY-----'
const PUBLIC_KEY = '-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----'
const ACM = 'arn:aws:acm:us-east-1:123456789012:certificate/0001'

const handlerOf = (stack: Stack, id: string) => new LambdaFunction(stack, id, {
  runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: new InlineCode('exports.handler = async () => ({})'),
})
const foreign = (stack: Stack, id: string) =>
  LambdaFunction.fromFunctionArn(stack, id, 'arn:aws:lambda:us-east-1:999999999999:function:other')

/** One stack with everything. */
function build(stack: Stack): void {
  const type = new ThingType(stack, 'Type', {
    thingTypeName: 'keg', description: 'a keg', searchableAttributes: ['siteId'],
    propagatingAttributes: [
      { userPropertyKey: 'site', thingAttribute: 'siteId' }, { userPropertyKey: 'client', connectionAttribute: 'iot:ClientId' },
    ],
  })
  new ThingType(stack, 'Old', { thingTypeName: 'barrel', deprecated: true })
  const bars = new ThingGroup(stack, 'Bars', { thingGroupName: 'bars', description: 'all bars' })
  const berlin = new ThingGroup(stack, 'Berlin', { thingGroupName: 'berlin', parent: bars, attributes: { open: 'yes' } })
  new ThingGroup(stack, 'Warm', { thingGroupName: 'warm', queryString: 'shadow.reported.celsius > 8' })
  const billing = new BillingGroup(stack, 'Billing', { billingGroupName: 'kegs', description: 'all kegs' })
  const thing = new Thing(stack, 'Keg', { thingName: 'keg-1', attributes: { siteId: 'berlin' } })
  const policy = new ThingPolicy(stack, 'Policy', { policyName: 'keg', publish: ['a'], publishRetained: ['b'], namedShadows: ['tap'] })
  new ThingCertificate(stack, 'Certificate', { csr: CSR, thing, policies: [policy, ThingPolicy.fromPolicyName(stack, 'Other', 'other')] })
  new ThingCertificate(stack, 'Sni', { certificatePem: PEM, status: 'INACTIVE' })
    .attachThing(Thing.fromThingName(stack, 'Imported', 'keg-9'), { exclusive: false })
  new ThingCertificate(stack, 'ByCa', { certificatePem: PEM, caCertificatePem: PEM })
  const authorizer = new DeviceAuthorizer(stack, 'Live', {
    authorizerName: 'live', handler: handlerOf(stack, 'LiveHandler'), signing: { disabledBecause: 'the function verifies a JWT' },
  })
  new DeviceAuthorizer(stack, 'Signed', {
    handler: handlerOf(stack, 'SignedHandler'), signing: { publicKeys: { first: PUBLIC_KEY }, tokenKeyName: 'token' }, cachingForHttp: true,
    active: false,
  })
  new RoleAlias(stack, 'Alias', { roleAliasName: 'uploads', credentialDuration: Duration.hours(12) }).grantAssume(policy)
  RoleAlias.fromRoleAliasName(stack, 'ImportedAlias', 'there').grantAssume(policy)
  new DomainConfiguration(stack, 'Domain', {
    domainConfigurationName: 'pub', domainName: 'iot.example.com', serverCertificate: Certificate.fromCertificateArn(stack, 'Acm', ACM),
    defaultAuthorizer: authorizer, authenticationType: 'CUSTOM_AUTH', applicationProtocol: 'MQTT_WSS',
    securityPolicy: 'IoTSecurityPolicy_TLS13_1_3_2022_10', ocspStapling: true,
  })
  const queue = new Queue(stack, 'Queue')
  new LifecycleEvents(stack, 'Presence', { actions: [toQueue(queue)] })
  new LifecycleEvents(stack, 'Failures', {
    events: ['connect_failed', 'subscribed', 'unsubscribed'],
    actions: [toKinesis(new Stream(stack, 'Stream'), { partitionKey: '${clientId}' })],
    where: "clientId <> 'probe'",
  })
  new ProvisioningTemplate(stack, 'Fleet', {
    templateName: 'kegs', parameters: ['SerialNumber', 'Site'], thingName: 'keg-${SerialNumber}', policy,
    attributes: { siteId: '${Site}', made: 'keg' }, thingType: type, thingGroups: [berlin], billingGroup: billing,
    deviceConfiguration: { url: 'https://example.com' }, preProvisioningHook: handlerOf(stack, 'Hook'), claimClientId: 'claim-*',
  })
}

let template: Template
let warnings: readonly string[]
let findings: Synthesized['findings']
const synthesized = () => {
  if (!template) ({ template, warnings, findings } = synthesize(build))
  return template
}

describe('each construct of the device half', () => {
  it.each<[string, string, object]>([
    ['a thing', 'AWS::IoT::Thing', { ThingName: 'keg-1', AttributePayload: { Attributes: { siteId: 'berlin' } } }],
    ['a type', 'AWS::IoT::ThingType', {
      ThingTypeName: 'keg', DeprecateThingType: Match.absent(),
      ThingTypeProperties: {
        ThingTypeDescription: 'a keg', SearchableAttributes: ['siteId'],
        Mqtt5Configuration: { PropagatingAttributes: [
          { UserPropertyKey: 'site', ThingAttribute: 'siteId' }, { UserPropertyKey: 'client', ConnectionAttribute: 'iot:ClientId' },
        ] },
      },
    }],
    ['a type that is deprecated', 'AWS::IoT::ThingType', { ThingTypeName: 'barrel', DeprecateThingType: true }],
    ['a group in another', 'AWS::IoT::ThingGroup', {
      ThingGroupName: 'berlin', ParentGroupName: { Ref: Match.stringLikeRegexp('Bars') },
      ThingGroupProperties: { AttributePayload: { Attributes: { open: 'yes' } } },
    }],
    ['a dynamic group', 'AWS::IoT::ThingGroup', { ThingGroupName: 'warm', QueryString: 'shadow.reported.celsius > 8' }],
    ['a billing group', 'AWS::IoT::BillingGroup', {
      BillingGroupName: 'kegs', BillingGroupProperties: { BillingGroupDescription: 'all kegs' },
    }],
    ['a certificate by a signing request', 'AWS::IoT::Certificate', {
      Status: 'ACTIVE', CertificateSigningRequest: CSR, CertificatePem: Match.absent(), CertificateMode: Match.absent(),
    }],
    ['a certificate without its CA', 'AWS::IoT::Certificate', { Status: 'INACTIVE', CertificatePem: PEM, CertificateMode: 'SNI_ONLY' }],
    ['a certificate with its CA', 'AWS::IoT::Certificate', { CertificatePem: PEM, CACertificatePem: PEM, CertificateMode: Match.absent() }],
    ['its attachment to the thing', 'AWS::IoT::ThingPrincipalAttachment', {
      ThingName: { Ref: Match.stringLikeRegexp('^Keg') },
      Principal: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Certificate'), 'Arn'] },
      ThingPrincipalType: 'EXCLUSIVE_THING',
    }],
    ['an attachment that is not exclusive', 'AWS::IoT::ThingPrincipalAttachment', {
      ThingName: 'keg-9', ThingPrincipalType: 'NON_EXCLUSIVE_THING',
    }],
    ['its attachment to the policy', 'AWS::IoT::PolicyPrincipalAttachment', {
      PolicyName: { Ref: Match.stringLikeRegexp('^Policy') }, Principal: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Certificate'), 'Arn'] },
    }],
    ['its attachment to a policy that is there', 'AWS::IoT::PolicyPrincipalAttachment', { PolicyName: 'other' }],
    ['an authorizer without signatures', 'AWS::IoT::Authorizer', {
      AuthorizerName: 'live', Status: 'ACTIVE', SigningDisabled: true, TokenKeyName: Match.absent(),
      AuthorizerFunctionArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^LiveHandler'), 'Arn'] },
    }],
    ['an authorizer with signatures', 'AWS::IoT::Authorizer', {
      Status: 'INACTIVE', SigningDisabled: false, TokenKeyName: 'token', TokenSigningPublicKeys: { first: PUBLIC_KEY },
      EnableCachingForHttp: true,
    }],
    ['the permission of an authorizer', 'AWS::Lambda::Permission', {
      Principal: 'iot.amazonaws.com',
      FunctionName: { 'Fn::GetAtt': [Match.stringLikeRegexp('^LiveHandler'), 'Arn'] },
      SourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^LiveAuthorizer'), 'Arn'] },
    }],
    ['a role alias', 'AWS::IoT::RoleAlias', {
      RoleAlias: 'uploads', CredentialDurationSeconds: 43_200, RoleArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^AliasRole'), 'Arn'] },
    }],
    ['the role of an alias', 'AWS::IAM::Role', {
      MaxSessionDuration: 43_200,
      AssumeRolePolicyDocument: { Statement: [Match.objectLike({ Principal: { Service: 'credentials.iot.amazonaws.com' } })] },
    }],
    ['a domain', 'AWS::IoT::DomainConfiguration', {
      DomainConfigurationName: 'pub', DomainName: 'iot.example.com', DomainConfigurationStatus: 'ENABLED', ServerCertificateArns: [ACM],
      AuthenticationType: 'CUSTOM_AUTH', ApplicationProtocol: 'MQTT_WSS',
      AuthorizerConfig: { DefaultAuthorizerName: { Ref: Match.stringLikeRegexp('^LiveAuthorizer') }, AllowAuthorizerOverride: false },
      TlsConfig: { SecurityPolicy: 'IoTSecurityPolicy_TLS13_1_3_2022_10' }, ServerCertificateConfig: { EnableOCSPCheck: true },
    }],
    ['events of two kinds', 'AWS::IoT::TopicRule', {
      TopicRulePayload: { Sql: "SELECT * FROM '$aws/events/presence/+/#' WHERE eventType IN ['connected', 'disconnected']" },
    }],
    ['events of one kind', 'AWS::IoT::TopicRule', {
      TopicRulePayload: { Sql: "SELECT * FROM '$aws/events/presence/connect_failed/#' WHERE clientId <> 'probe'" },
    }],
    ['events of another family', 'AWS::IoT::TopicRule', { TopicRulePayload: {
      Sql: "SELECT * FROM '$aws/events/subscriptions/+/#' WHERE clientId <> 'probe'",
      ErrorAction: { Sqs: { QueueUrl: { Ref: Match.stringLikeRegexp('^FailuresPresenceDeadLetters') } } },
    } }],
    ['the role that provisions', 'AWS::IAM::Role', {
      ManagedPolicyArns: [{ 'Fn::Join': ['', Match.arrayWith([':iam::aws:policy/service-role/AWSIoTThingsRegistration'])] }],
    }],
    ['the permission of a hook', 'AWS::Lambda::Permission', {
      Principal: 'iot.amazonaws.com',
      FunctionName: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Hook'), 'Arn'] },
      SourceArn: { 'Fn::Join': ['', Match.arrayWith([':provisioningtemplate/kegs'])] },
    }],
  ])('%s', (_what, type, properties) => {
    synthesized().hasResourceProperties(type, properties)
  })

  it('a policy keeps what it had, and says what else is listed', () => {
    const policy = Object.values(
      synthesized().findResources('AWS::IoT::Policy', { Properties: { PolicyName: 'keg' } }),
    )[0]?.['Properties'].PolicyDocument.Statement
    const texts = policy.map(({ Action, Resource }: { Action: string; Resource: unknown }) =>
      `${[Action].flat()} ${JSON.stringify(Resource)}`)
    expect(texts).toEqual([
      expect.stringMatching(/^iot:Connect .*:client\//),
      expect.stringMatching(/^iot:Publish .*:topic\/a".*\/shadow\/name\/tap\/get".*\/shadow\/name\/tap\/update"/),
      expect.stringMatching(/^iot:Publish,iot:RetainPublish .*:topic\/b"/),
      expect.stringMatching(/^iot:Subscribe .*:topicfilter\/.*\/shadow\/name\/tap\/\*"/),
      expect.stringMatching(/^iot:Receive .*:topic\/.*\/shadow\/name\/tap\/\*"/),
      expect.stringMatching(/^iot:AssumeRoleWithCertificate .*AliasRoleAlias/),
      expect.stringMatching(/^iot:AssumeRoleWithCertificate .*:rolealias\/there"/),
    ])
  })

  it('a provisioning template makes a thing of what a device sends, after its hook may be invoked', () => {
    const [resource] = Object.values(synthesized().findResources('AWS::IoT::ProvisioningTemplate'))
    const { TemplateBody, ...properties } = resource?.['Properties'] ?? {}
    expect(properties).toMatchObject({
      TemplateName: 'kegs', Enabled: true, TemplateType: 'FLEET_PROVISIONING', PreProvisioningHook: { PayloadVersion: '2020-04-01' },
    })
    expect(resource?.['DependsOn']).toEqual([expect.stringMatching(/^FleetIot/)])
    const text = TemplateBody['Fn::Join'][1].map((part: unknown) => (typeof part === 'string' ? part : 'NAME')).join('')
    expect(JSON.parse(text)).toMatchObject({
      Parameters: { SerialNumber: { Type: 'String' }, Site: { Type: 'String' }, 'AWS::IoT::Certificate::Id': { Type: 'String' } },
      Resources: {
        certificate: { Properties: { CertificateId: { Ref: 'AWS::IoT::Certificate::Id' }, ThingPrincipalType: 'EXCLUSIVE_THING' } },
        policy: { Properties: { PolicyName: 'NAME' } },
        thing: {
          Properties: {
            ThingName: { 'Fn::Join': ['', ['keg-', { Ref: 'SerialNumber' }]] }, AttributePayload: { siteId: { Ref: 'Site' }, made: 'keg' },
            ThingTypeName: 'NAME', ThingGroups: ['NAME'], BillingGroup: 'NAME',
          },
        },
      },
      DeviceConfiguration: { url: 'https://example.com' },
    })
  })

  it('a claim may get a certificate by a signing request and become a thing, reads its answers, and nothing else', () => {
    const claim = JSON.stringify(synthesized().findResources('AWS::IoT::Policy', { Properties: { PolicyName: Match.absent() } }))
    const names = [...claim.matchAll(/:((?:client|topic|topicfilter)\/[^"]*)"/g)].map(([, name]) => name)
    const requests = ['$aws/certificates/create-from-csr', '$aws/provisioning-templates/kegs/provision']
      .flatMap((topic) => [`${topic}/json`, `${topic}/cbor`])
    expect(names).toEqual([
      'client/claim-*', ...requests.map((topic) => `topic/${topic}`), ...requests.map((topic) => `topic/${topic}/*`),
      ...requests.map((topic) => `topicfilter/${topic}/*`),
    ])
  })

  it('none is warned of', () => {
    synthesized()
    expect(warnings).toEqual([])
  })
  it('cdk-nag finds nothing in one', () => {
    synthesized()
    // Around them are a bare queue, a stream and functions.
    expect(findings().filter((finding) => !/Stack\/(?:Queue|Stream|Hook|\w+Handler)\//.test(finding))).toEqual([])
  })
})

const domain = (stack: Stack, id: string, props: DomainConfigurationProps) => void new DomainConfiguration(stack, id, props)
const policy = (stack: Stack, id: string) => ThingPolicy.fromPolicyName(stack, `${id}Policy`, 'p')

/** What is built, with an id, and what is told of it. */
const REFUSED: readonly (readonly [string, (stack: Stack, id: string) => void, RegExp])[] = [
  ['a name with a space', (stack, id) =>
    void new Thing(stack, id, { thingName: 'keg 1' }), /thingName: "keg 1" is not what AWS IoT takes; take letters/],
  ['more attributes than a thing without a type has', (stack, id) => void new Thing(stack, id, {
    attributes: { a: '1', b: '2', c: '3', d: '4' },
  }), /attributes: 4 attributes .* 3 at most; a ProvisioningTemplate/],
  ['a value with a space', (stack, id) => void new Thing(stack, id, { attributes: { a: 'b c' } }), /attributes\.a: "b c" .*without spaces/],
  ['a value that is too long', (stack, id) =>
    void new Thing(stack, id, { attributes: { a: 'b'.repeat(801) } }), /attributes\.a: "b{80}…" .*800 at most/],
  ['four searchable attributes', (stack, id) =>
    void new ThingType(stack, id, { searchableAttributes: ['a', 'b', 'c', 'd'] }), /searchableAttributes: 4 .*3 at most/],
  ['a user property with a dash', (stack, id) => void new ThingType(stack, id, {
    propagatingAttributes: [{ userPropertyKey: 'a-b', thingAttribute: 'a' }],
  }), /propagatingAttributes\[0\]\.userPropertyKey: "a-b"/],
  ['a description that is too long', (stack, id) =>
    void new ThingType(stack, id, { description: 'b'.repeat(2_029) }), /description: .*2,028/],
  ['a dynamic group in another', (stack, id) => void new ThingGroup(stack, id, {
    queryString: 'a:b', parent: ThingGroup.fromThingGroupName(stack, `${id}Parent`, 'p'),
  }), /parent: a dynamic group has no parent/],
  ['a query that is empty', (stack, id) =>
    void new ThingGroup(stack, id, { queryString: '' }), /queryString: 0 characters .*take 1 to 1000/],
  ['a billing group with a dot', (stack, id) => void new BillingGroup(stack, id, { billingGroupName: 'a.b' }), /billingGroupName: "a\.b"/],
  ['a private key for a signing request', (stack, id) =>
    void new ThingCertificate(stack, id, { csr: `${CSR}\n${KEY}` }), /csr: it holds a private key/],
  ['a private key for a certificate', (stack, id) =>
    void new ThingCertificate(stack, id, { certificatePem: KEY }), /certificatePem: it holds a private key/],
  ['a private key for a CA', (stack, id) =>
    void new ThingCertificate(stack, id, { certificatePem: PEM, caCertificatePem: KEY }), /caCertificatePem: it holds a private key/],
  ['a private key before a token', (stack, id) => void new ThingCertificate(stack, id, {
    csr: `${KEY}${new CfnParameter(stack, `${id}P`).valueAsString}`,
  }), /csr: it holds a private key/],
  ['a private key of a Lazy', (stack, id) =>
    void new ThingCertificate(stack, id, { csr: Lazy.string({ produce: () => KEY }) }), /csr: it holds a private key/],
  ['a private key of a Lazy for a certificate', (stack, id) => void new ThingCertificate(stack, id, {
    certificatePem: PEM, caCertificatePem: Lazy.string({ produce: () => KEY }),
  }), /caCertificatePem: it holds a private key/],
  ['a private key of a Lazy for an authorizer', (stack, id) => void new DeviceAuthorizer(stack, id, {
    handler: handlerOf(stack, `${id}H`), signing: { publicKeys: { k: Lazy.string({ produce: () => KEY }) }, tokenKeyName: 't' },
  }), /signing\.publicKeys\.k: it holds a private key/],
  ['a private key for devices', (stack, id) => void new ProvisioningTemplate(stack, id, {
    parameters: ['N'], thingName: '${N}', policy: policy(stack, id), deviceConfiguration: { url: 'x', key: KEY },
  }), /deviceConfiguration\.key: it holds a private key/],
  ['a private key of a Lazy for devices', (stack, id) => void new ProvisioningTemplate(stack, id, {
    parameters: ['N'], thingName: '${N}', policy: policy(stack, id), deviceConfiguration: { key: Lazy.string({ produce: () => KEY }) },
  }), /deviceConfiguration\.key: it holds a private key/],
  ['a policy twice', (stack, id) => {
    const twice = policy(stack, id)
    new ThingCertificate(stack, id, { csr: CSR, policies: [twice, twice] })
  }, /policies: Stack\/Bad\d+Policy is attached twice/],
  ['a thing twice', (stack, id) => {
    const thing = new Thing(stack, `${id}T`)
    new ThingCertificate(stack, id, { csr: CSR, thing }).attachThing(thing)
  }, /thing: Stack\/Bad\d+T is attached twice/],
  ['a certificate for a signing request', (stack, id) =>
    void new ThingCertificate(stack, id, { csr: PEM }), /csr: it is not a certificate signing request in PEM; openssl req/],
  ['a signing request that is too long', (stack, id) =>
    void new ThingCertificate(stack, id, { csr: CSR + ' '.repeat(4_096) }), /csr: \d+ characters .*4096 at most/],
  ['eleven policies', (stack, id) => void new ThingCertificate(stack, id, {
    csr: CSR, policies: Array.from({ length: 11 }, (_, index) => policy(stack, id + index)),
  }), /policies: a certificate has at most 10/],
  ['a policy name with a slash', (stack, id) => void new ThingPolicy(stack, id, { policyName: 'a/b' }), /policyName: "a\/b"/],
  ['a policy that matches nothing', (stack, id) => void new ThingPolicy(stack, id, {
    publish: ['keg/+/pours'],
  }), /Policy: Statement\[1\] "topic\/keg\/\+\/pours": .*write topic\/keg\/\*\/pours/],
  ['a policy that is too long', (stack, id) => void new ThingPolicy(stack, id, {
    publish: Array.from({ length: 60 }, (_, index) => `keg/${index}`),
  }), /Policy: policyDocument: \d+ characters.*2048/],
  ['a private key for an authorizer', (stack, id) => void new DeviceAuthorizer(stack, id, {
    handler: handlerOf(stack, `${id}H`), signing: { publicKeys: { k: KEY }, tokenKeyName: 't' },
  }), /signing\.publicKeys\.k: it holds a private key/],
  ['a key that is none', (stack, id) => void new DeviceAuthorizer(stack, id, {
    handler: handlerOf(stack, `${id}H`), signing: { publicKeys: { k: 'abc' }, tokenKeyName: 't' },
  }), /signing\.publicKeys\.k: it is no public key/],
  ['no key', (stack, id) => void new DeviceAuthorizer(stack, id, {
    handler: handlerOf(stack, `${id}H`), signing: { publicKeys: {}, tokenKeyName: 't' },
  }), /signing\.publicKeys: there is none/],
  ['no reason', (stack, id) => void new DeviceAuthorizer(stack, id, {
    handler: handlerOf(stack, `${id}H`), signing: { disabledBecause: ' ' },
  }), /signing\.disabledBecause: it says nothing/],
  ['a function of another account', (stack, id) => void new DeviceAuthorizer(stack, id, {
    handler: foreign(stack, `${id}H`), signing: { disabledBecause: 'x' },
  }), /handler: this imported function can't be given the permission/],
  ['credentials for too short', (stack, id) =>
    void new RoleAlias(stack, id, { credentialDuration: Duration.minutes(1) }), /credentialDuration: 60 s .*900 to 43200 s/],
  ['credentials for too long', (stack, id) =>
    void new RoleAlias(stack, id, { credentialDuration: Duration.days(1) }), /credentialDuration: 86400 s/],
  ['credentials for parts of a second', (stack, id) =>
    void new RoleAlias(stack, id, { credentialDuration: Duration.millis(900_500) }), /credentialDuration: 900\.5 s .*a whole number/],
  ['a role alias with a slash', (stack, id) => void new RoleAlias(stack, id, { roleAliasName: 'a/b' }), /roleAliasName: "a\/b"/],
  ['a domain without a certificate', (stack, id) =>
    domain(stack, id, { domainName: 'iot.example.com' }), /serverCertificate: a domain of yours needs one/],
  ['a certificate without a domain', (stack, id) => domain(stack, id, {
    serverCertificate: Certificate.fromCertificateArn(stack, `${id}C`, ACM),
  }), /domainName: a server certificate is for/],
  ['a domain that is none', (stack, id) => domain(stack, id, { domainName: 'https://a' }), /domainName: "https:\/\/a"/],
  ['a protocol that needs another sign-in', (stack, id) => domain(stack, id, {
    authenticationType: 'AWS_X509', applicationProtocol: 'MQTT_WSS',
  }), /applicationProtocol: MQTT_WSS can't be spoken with AWS_X509; take SECURE_MQTT or HTTPS/],
  ['an authorizer that is never asked', (stack, id) => domain(stack, id, {
    authenticationType: 'AWS_SIGV4', defaultAuthorizer: DeviceAuthorizer.fromAuthorizerName(stack, `${id}A`, 'a'),
  }), /defaultAuthorizer: with AWS_SIGV4 no authorizer is asked/],
  ['an override of nothing', (stack, id) =>
    domain(stack, id, { allowAuthorizerOverride: true }), /allowAuthorizerOverride: there is no default/],
  ['no events', (stack, id) => void new LifecycleEvents(stack, id, {
    events: [], actions: [toQueue(new Queue(stack, `${id}Q`))],
  }), /events: there is none; take connected/],
  ['no actions', (stack, id) => void new LifecycleEvents(stack, id, { actions: [] }), /actions: nothing gets the events/],
  ['a template name that is too long', (stack, id) => void new ProvisioningTemplate(stack, id, {
    templateName: 'k'.repeat(37), parameters: ['N'], thingName: '${N}', policy: policy(stack, id),
  }), /templateName: "k{37}" .*36 at most/],
  ['a parameter that is none', (stack, id) => void new ProvisioningTemplate(stack, id, {
    parameters: ['N'], thingName: '${Number}', policy: policy(stack, id),
  }), /thingName: \$\{Number\} is no parameter; add "Number" to parameters/],
  ['one thing for all devices', (stack, id) => void new ProvisioningTemplate(stack, id, {
    parameters: ['N'], thingName: 'keg', policy: policy(stack, id),
  }), /thingName: each device would become the same thing/],
  ['four attributes of provisioned things without a type', (stack, id) => void new ProvisioningTemplate(stack, id, {
    parameters: ['N'], thingName: '${N}', policy: policy(stack, id), attributes: { a: '1', b: '2', c: '3', d: '${N}' },
  }), /attributes: 4 attributes .*3 at most; a thing of a thingType takes 50/],
  ['an attribute of provisioned things whose name has a space', (stack, id) => void new ProvisioningTemplate(stack, id, {
    parameters: ['N'], thingName: '${N}', policy: policy(stack, id), attributes: { 'bad name': '${N}' },
  }), /attributes: "bad name"/],
  ['51 attributes of provisioned things', (stack, id) => void new ProvisioningTemplate(stack, id, {
    parameters: ['N'], thingName: '${N}', policy: policy(stack, id), thingType: new ThingType(stack, `${id}T`),
    attributes: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`a${index}`, '${N}'])),
  }), /attributes: 51 attributes .*50 at most/],
  ['a hook of another account', (stack, id) => void new ProvisioningTemplate(stack, id, {
    parameters: ['N'], thingName: '${N}', policy: policy(stack, id), preProvisioningHook: foreign(stack, `${id}H`),
  }), /preProvisioningHook: this imported function/],
]

describe('what AWS IoT would refuse is refused at synthesis, all at once', () => {
  const told: string[] = []
  const tell = () => {
    if (told.length > 0) return told
    try {
      synthesize((stack) => REFUSED.forEach(([, make], index) => void make(stack, `Bad${index}`)))
    } catch (error) {
      told.push(...String(error).split('\n'))
    }
    return told
  }
  it.each(REFUSED.map(([what, , message], index) => [what, index, message] as const))('%s', (_what, index, message) => {
    const ofIt = tell().filter((line) => line.includes(`[Stack/Bad${index}]`) || line.includes(`[Stack/Bad${index}/`))
    expect(ofIt).toEqual(expect.arrayContaining([expect.stringMatching(message)]))
  })
  it('and no text of a private key is shown', () => {
    expect(tell().join('\n')).not.toContain('secret')
  })
})

it('a template that names what no event has is told, and a template without a hook is warned of', () => {
  const { warnings: told, template: made } = synthesize((stack) => {
    new LifecycleEvents(stack, 'Presence', { actions: [toKinesis(new Stream(stack, 'Stream'), { partitionKey: '${deviceId}' })] })
    new ProvisioningTemplate(stack, 'Fleet', { parameters: ['N'], thingName: '${N}', policy: policy(stack, 'Fleet'), keysFromAws: true })
  })
  expect([...told].sort()).toEqual([
    expect.stringMatching(/deviceId/), expect.stringMatching(/no field deviceId/),
    expect.stringMatching(/^preProvisioningHook: whoever has the claim/),
  ])
  made.hasResourceProperties('AWS::IoT::ProvisioningTemplate', {
    TemplateName: Match.stringLikeRegexp('^[0-9A-Za-z_-]{1,36}$'), PreProvisioningHook: Match.absent(),
  })
  for (const topic of ['topic/$aws/certificates/create/json', 'topic/$aws/certificates/create*/json/*'])
    expect(JSON.stringify(made.findResources('AWS::IoT::Policy'))).toContain(topic)
})

it('no template holds a private key, even where validation is skipped', () => {
  const written = writtenUnchecked((stack) => {
    const key = Lazy.string({ produce: () => KEY })
    new ThingCertificate(stack, 'Request', { csr: key })
    new ThingCertificate(stack, 'Joined', { certificatePem: `${new CfnParameter(stack, 'P').valueAsString}${key}` })
    new DeviceAuthorizer(stack, 'Authorizer', {
      handler: handlerOf(stack, 'Handler'), signing: { publicKeys: { k: key }, tokenKeyName: 't' },
    })
    new ProvisioningTemplate(stack, 'Fleet', {
      parameters: ['N'], thingName: '${N}', policy: policy(stack, 'Fleet'), deviceConfiguration: { key, literal: KEY },
    })
  })
  expect(written).toContain('AWS::IoT::ProvisioningTemplate')
  expect(written).not.toContain('secret')
})

it('what is known at deployment alone stays as it is', () => {
  const { template: made } = synthesize((stack) => {
    const parameter = new CfnParameter(stack, 'Csr')
    new ThingCertificate(stack, 'Certificate', { csr: parameter.valueAsString })
    new ThingCertificate(stack, 'Joined', { certificatePem: `-----BEGIN CERTIFICATE-----${parameter.valueAsString}` })
  })
  made.hasResourceProperties('AWS::IoT::Certificate', { CertificateSigningRequest: { Ref: 'Csr' } })
  made.hasResourceProperties('AWS::IoT::Certificate', {
    CertificatePem: { 'Fn::Join': ['', ['-----BEGIN CERTIFICATE-----', { Ref: 'Csr' }]] },
  })
})

it('a claim comes under ids of its own; one that may come under any is warned of', () => {
  const claimOf = (claimClientId?: string) => synthesize((stack) => void new ProvisioningTemplate(stack, 'Fleet', {
    parameters: ['N'], thingName: '${N}', policy: policy(stack, 'Fleet'), preProvisioningHook: handlerOf(stack, 'Hook'),
    ...(claimClientId !== undefined && { claimClientId }),
  }))
  const byDefault = claimOf()
  expect(JSON.stringify(byDefault.template.findResources('AWS::IoT::Policy'))).toContain(':client/claim-*"')
  expect(byDefault.warnings).toEqual([])
  expect(claimOf('*').warnings).toEqual([expect.stringMatching(/^Statement\[0\] "client\/\*": a device may connect under any client id/)])
})

it('a device may have a folder of its own in a bucket', () => {
  const { template: made } = synthesize((stack) =>
    void new Bucket(stack, 'Photos').grantPut(new RoleAlias(stack, 'Alias'), '${credentials-iot:ThingName}/*'))
  made.hasResourceProperties('AWS::IAM::Policy', { PolicyDocument: {
    Statement: [Match.objectLike({ Resource: { 'Fn::Join': ['', [Match.anyValue(), '/${credentials-iot:ThingName}/*']] } })],
  } })
})
