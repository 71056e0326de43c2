/** What AWS takes as a text: `fix` says it in words. */
export interface TextLimit {
  readonly pattern: RegExp
  readonly fix: string
}

const REGISTRY_NAME: TextLimit = { pattern: /^[a-zA-Z0-9:_-]{1,128}$/, fix: 'take letters, digits, ":", "_" and "-", 128 at most' }
const WORD: TextLimit = { pattern: /^[\w=,@-]{1,128}$/, fix: 'take letters, digits, "_", "=", ",", "@" and "-", 128 at most' }

/** Of API Reference and CloudFormation schemas: what names and texts of AWS IoT resources are made of. */
export const TEXT = {
  registryName: REGISTRY_NAME,
  /** Of authorizers and role aliases. */
  word: WORD,
  policyName: { pattern: /^[\w+=,.@-]{1,128}$/, fix: 'take letters, digits, "_", "+", "=", ",", ".", "@" and "-", 128 at most' },
  domainConfigurationName: { pattern: /^[\w.-]{1,128}$/, fix: 'take letters, digits, "_", "." and "-", 128 at most' },
  domainName: {
    pattern: /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i,
    fix: 'take a fully qualified name, such as iot.example.com',
  },
  templateName: { pattern: /^[0-9A-Za-z_-]{1,36}$/, fix: 'take letters, digits, "_" and "-", 36 at most' },
  auditName: REGISTRY_NAME,
  attributeName: { pattern: /^[a-zA-Z0-9_.,@/:#-]{1,128}$/, fix: 'take letters, digits and _.,@/:#- , 128 at most' },
  attributeValue: {
    pattern: /^[a-zA-Z0-9_.,@/:#=[\]-]{0,800}$/, fix: 'take letters, digits and _.,@/:#=[]- , 800 at most, without spaces',
  },
  userPropertyKey: { pattern: /^[a-zA-Z0-9:$.]{1,128}$/, fix: 'take letters, digits, ":", "$" and ".", 128 at most' },
  description: { pattern: /^[\x20-\x7e\u00a1-\uffff]{0,2028}$/, fix: 'take one line of at most 2,028 characters' },
  templateDescription: { pattern: /^[^\p{C}]{0,500}$/u, fix: 'take one line of at most 500 characters' },
  tokenKeyName: { pattern: /^[a-zA-Z0-9_-]{1,128}$/, fix: 'take letters, digits, "_" and "-", 128 at most' },
  /** Of jobs, their templates and commands. */
  jobId: { pattern: /^[a-zA-Z0-9_-]{1,64}$/, fix: 'take letters, digits, "_" and "-", 64 at most' },
  jobDescription: { pattern: /^[^\p{C}]{1,2028}$/u, fix: 'take one line of 1 to 2,028 characters' },
  commandDescription: { pattern: /^[^\p{C}]{0,2028}$/u, fix: 'take one line of at most 2,028 characters' },
  commandDisplayName: { pattern: /^[^\p{C}]{0,64}$/u, fix: 'take one line of at most 64 characters' },
  commandParameterName: { pattern: /^[.$a-zA-Z0-9_-]{1,192}$/, fix: 'take letters, digits, ".", "$", "_" and "-", 192 at most' },
  packageName: { pattern: /^[a-zA-Z0-9-_.]{1,128}$/, fix: 'take letters, digits, "-", "_" and ".", 128 at most' },
  packageVersionName: { pattern: /^[a-zA-Z0-9-_.]{1,64}$/, fix: 'take letters, digits, "-", "_" and ".", 64 at most' },
  packageDescription: { pattern: /^[^\p{C}]{1,1024}$/u, fix: 'take one line of 1 to 1,024 characters' },
  /** Of metrics and mitigation actions of Device Defender. */
  metricName: { pattern: /^[a-zA-Z0-9_-]{1,128}$/, fix: 'take letters, digits, "_" and "-", 128 at most' },
  metricDisplayName: { pattern: /^[^\p{C}]{0,128}$/u, fix: 'take one line of at most 128 characters' },
  fleetMetricName: { pattern: /^[a-zA-Z0-9_.-]{1,128}$/, fix: 'take letters, digits, "_", "." and "-", 128 at most' },
  behaviorName: REGISTRY_NAME,
  profileDescription: { pattern: /^[^\p{C}]{0,1000}$/u, fix: 'take one line of at most 1,000 characters' },
  logTargetName: { pattern: /^[a-zA-Z0-9.:\s_-]{1,128}$/, fix: 'take letters, digits, ".", ":", "_", "-" and spaces, 128 at most' },
} satisfies Record<string, TextLimit>

/** @see https://docs.aws.amazon.com/general/latest/gr/iot-core.html#thing-limits */
export const MAX_ATTRIBUTES = { thing: 3, typedThing: 50, thingGroup: 50, searchable: 3 }
