/**
 * The actions that AWS IoT policies decide, each with the type of its resource; `*`: it has none.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-action-resources.html
 */
export const ACTIONS: Readonly<Record<string, string>> = {
  'iot:Connect': 'client',
  'iot:DeleteConnection': 'client',
  'iot:GetConnection': 'client',
  'iot:ListSubscriptions': 'client',
  'iot:SendDirectMessage': 'client',
  'iot:Publish': 'topic',
  'iot:RetainPublish': 'topic',
  'iot:Receive': 'topic',
  'iot:GetRetainedMessage': 'topic',
  'iot:ListRetainedMessages': '*',
  'iot:Subscribe': 'topicfilter',
  'iot:GetThingShadow': 'thing',
  'iot:UpdateThingShadow': 'thing',
  'iot:DeleteThingShadow': 'thing',
  'iot:ListNamedShadowsForThing': '*',
  'iot:GetThingConnectivityData': 'thing',
  'iot:AssumeRoleWithCertificate': 'rolealias',
  'iotjobsdata:DescribeJobExecution': 'thing',
  'iotjobsdata:GetPendingJobExecutions': 'thing',
  'iotjobsdata:UpdateJobExecution': 'thing',
  'iotjobsdata:StartNextPendingJobExecution': 'thing',
}

/** Those that are asked over HTTPS alone. */
export const HTTPS_ACTIONS: readonly string[] = Object.keys(ACTIONS).filter((action) => /shadow|iotjobsdata|Retained/i.test(action))

/** `${*}`, `${?}` and `${$}` stand for these characters. */
const ESCAPES = ['*', '?', '$']

const KNOWN_KEYS = new RegExp(`^(${[
  'iot:ClientId', 'iot:DomainName', 'iot:Topic', 'iot:LastWillTopic', 'iot:ConnectAttributes', 'iot:IncludeSocketInformation',
  'iot:Connection\\.Thing\\.(ThingName|ThingTypeName|IsAttached|Attributes\\[.+\\])',
  'iot:CertificateId', 'iot:Certificate\\.(SerialNumber|AvailableKeys)',
  'iot:Certificate\\.(Subject|Issuer)\\.(DistinguishedNameQualifier|Country|Organization|OrganizationalUnit|State|StateName|CommonName|SerialNumber|Title|Surname|GivenName|Initials|Pseudonym|GenerationQualifier)(\\.(List|\\d+))?',
  'iot:Certificate\\.(Subject|Issuer)\\.?AlternativeName\\.(RFC822Name|DNSName|DirectoryName|UniformResourceIdentifier|IPAddress)(\\.(List|\\d+))?',
  'aws:.+', 'cognito-identity\\.amazonaws\\.com:.+',
].join('|')})$`, 'i')

/**
 * Whether AWS IoT documents a policy variable, or a condition key, of this name.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-variables.html
 */
export const isKnownKey = (name: string): boolean => KNOWN_KEYS.test(name)

/** The names of the policy variables in a text. */
export const variablesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, name = '']) => name).filter((name) => !ESCAPES.includes(name))

/** Whether the text has a variable of the thing that is connected. */
export const hasThingVariable = (text: string): boolean => variablesIn(text).some((name) => /^iot:Connection\.Thing\./i.test(name))
