import type {
  AuthorizerConfig, AuthorizerDescription, ClientCertificateConfig, RegistrationConfig, ServerCertificateConfig, SetV2LoggingLevelRequest,
  SetV2LoggingOptionsRequest, ThingTypeProperties, TlsConfig, TopicRulePayload,
} from '../model/model.generated.ts'
import type { PolicyCertificate } from '../policy/policy-context.ts'
import type { PolicyDocument } from '../policy/policy-document.ts'

export interface Thing {
  readonly thingName: string
  readonly thingId: string
  readonly thingTypeName: string | undefined
  readonly billingGroupName?: string | undefined
  readonly attributes: Readonly<Record<string, string>>
  readonly version: number
}

export interface ThingType {
  readonly thingTypeName: string
  readonly thingTypeId: string
  readonly properties: ThingTypeProperties
  readonly createdAtMs: number
  /** Absent = in use. */
  readonly deprecatedAtMs?: number | undefined
}

/** What puts things into a dynamic thing group. */
export interface DynamicQuery {
  readonly indexName: string
  readonly queryString: string
  readonly queryVersion: string
}

export interface ThingGroup {
  readonly thingGroupName: string
  readonly thingGroupId: string
  readonly parentGroupName: string | undefined
  readonly description: string | undefined
  readonly attributes: Readonly<Record<string, string>>
  readonly version: number
  readonly createdAtMs: number
  /** Absent: the group is static. */
  readonly dynamic?: DynamicQuery | undefined
}

export interface BillingGroup {
  readonly billingGroupName: string
  readonly billingGroupId: string
  readonly description: string | undefined
  readonly version: number
  readonly createdAtMs: number
}

/** In `SNI_ONLY` mode nobody has proved that the issuer's key is theirs; devices then have to send SNI. */
export type CertificateMode = 'DEFAULT' | 'SNI_ONLY'

export interface Certificate {
  readonly certificateId: string
  readonly generationId: string
  readonly certificatePem: string
  readonly status: 'ACTIVE' | 'INACTIVE' | 'REVOKED' | 'PENDING_ACTIVATION' | 'PENDING_TRANSFER'
  readonly createdAtMs: number
  readonly modifiedAtMs: number
  readonly notBeforeMs: number
  readonly notAfterMs: number
  /** Its names, as policy variables see them. */
  readonly names: PolicyCertificate
  /** The registered CA that signed it; absent for those made here and those registered without one. */
  readonly caCertificateId?: string | undefined
  /** Absent = `DEFAULT`. */
  readonly mode?: CertificateMode | undefined
  /** The transfer to another account that was begun last. */
  readonly transfer?: CertificateTransfer | undefined
  /** The account that has accepted its transfer; absent = this one. */
  readonly ownedBy?: string | undefined
  readonly previousOwnedBy?: string | undefined
}

export interface CertificateTransfer {
  /** An account. */
  readonly to: string
  readonly message: string | undefined
  readonly transferredAtMs: number
  readonly acceptedAtMs?: number | undefined
  readonly rejectedAtMs?: number | undefined
  readonly rejectReason?: string | undefined
}

export interface CaCertificate {
  readonly certificateId: string
  readonly generationId: string
  readonly certificatePem: string
  readonly status: 'ACTIVE' | 'INACTIVE'
  readonly autoRegistrationStatus: 'ENABLE' | 'DISABLE'
  /** The template that provisions devices with its certificates when they first connect; absent = they are registered alone. */
  readonly registrationConfig?: RegistrationConfig | undefined
  readonly mode: CertificateMode
  readonly subject: string
  readonly createdAtMs: number
  readonly modifiedAtMs: number
  readonly notBeforeMs: number
  readonly notAfterMs: number
}

export interface PolicyVersion {
  readonly versionId: string
  readonly policyDocument: string
  readonly generationId: string
  readonly createdAtMs: number
}

export interface Policy {
  readonly policyName: string
  /** The document of the default version, read. */
  readonly document: PolicyDocument
  readonly defaultVersionId: string
  /** In the order they were made, five at most. */
  readonly versions: readonly PolicyVersion[]
  /** The number of the version made last, be it deleted since: numbers are not used twice. */
  readonly lastVersion: number
  readonly createdAtMs: number
  readonly modifiedAtMs: number
}

export interface TopicRule {
  readonly ruleName: string
  readonly payload: TopicRulePayload
  readonly createdAtMs: number
}

/** An HTTP endpoint that the actions of rules may send to, once it is confirmed and enabled. */
export interface TopicRuleDestination {
  readonly arn: string
  readonly confirmationUrl: string
  readonly status: 'ENABLED' | 'DISABLED' | 'IN_PROGRESS' | 'ERROR'
  readonly statusReason?: string
  readonly createdAtMs: number
  readonly updatedAtMs: number
  /** What confirms it; absent once it is confirmed. */
  readonly token?: string
}

export type Authorizer = AuthorizerDescription & {
  readonly authorizerName: string
  readonly authorizerFunctionArn: string
  readonly status: 'ACTIVE' | 'INACTIVE'
}

export interface RoleAlias {
  readonly roleAlias: string
  readonly roleArn: string
  readonly credentialDurationSeconds: number
  readonly createdAtMs: number
  readonly modifiedAtMs: number
}

/** Temporary credentials that a device got for its certificate. */
export interface IssuedCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  readonly roleArn: string
  readonly certificateId: string
  readonly expiresAtMs: number
}

export interface DomainConfiguration {
  readonly domainConfigurationName: string
  readonly domainConfigurationArn: string
  readonly domainName: string | undefined
  readonly serverCertificateArns: readonly string[]
  readonly authorizerConfig: AuthorizerConfig | undefined
  readonly status: 'ENABLED' | 'DISABLED'
  readonly statusChangedAtMs: number
  readonly tlsConfig: TlsConfig | undefined
  readonly serverCertificateConfig: ServerCertificateConfig | undefined
  readonly authenticationType: string | undefined
  readonly applicationProtocol: string | undefined
  readonly clientCertificateConfig: ClientCertificateConfig | undefined
}

/** What SetV2LoggingOptions set. */
export type LoggingOptions = SetV2LoggingOptionsRequest & { readonly roleArn: string }

export type LoggingLevel = SetV2LoggingLevelRequest

export interface ProvisioningTemplateVersion {
  readonly versionId: number
  readonly templateBody: string
  readonly createdAtMs: number
}

export interface ProvisioningTemplate {
  readonly templateName: string
  readonly type: 'FLEET_PROVISIONING' | 'JITP'
  readonly description: string | undefined
  readonly enabled: boolean
  readonly provisioningRoleArn: string
  /** The function that is asked before a device is provisioned. */
  readonly preProvisioningHook: { readonly payloadVersion: string; readonly targetArn: string } | undefined
  readonly defaultVersionId: number
  /** In the order they were made, five at most. */
  readonly versions: readonly ProvisioningTemplateVersion[]
  /** The number of the version made last, be it deleted since: numbers are not used twice. */
  readonly lastVersion: number
  readonly createdAtMs: number
  readonly modifiedAtMs: number
}

/** A certificate that a device has asked for and that waits for its provisioning. */
export interface OwnershipToken {
  readonly certificateId: string
  readonly expiresAtMs: number
}

/** A certificate for a few minutes that provisions by one template and does nothing else. */
export interface ProvisioningClaim {
  readonly certificateId: string
  readonly templateName: string
  readonly expiresAtMs: number
  /** Its names, as policy variables see them. */
  readonly names: PolicyCertificate
}

/** A bulk registration. */
export interface RegistrationTask {
  readonly taskId: string
  readonly templateBody: string
  readonly inputFileBucket: string
  readonly inputFileKey: string
  readonly roleArn: string
  readonly status: 'InProgress' | 'Completed' | 'Failed' | 'Cancelling' | 'Cancelled'
  /** Why it failed. */
  readonly message?: string | undefined
  readonly createdAtMs: number
  readonly modifiedAtMs: number
  /** How many the input file has; 0 until it is read. */
  readonly lines: number
  readonly successCount: number
  readonly failureCount: number
  /** Who has it may read the reports. */
  readonly reportToken: string
}
