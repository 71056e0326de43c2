import type { Clock, Table } from '@keg/mqtt-broker'
import type { EventConfiguration } from '../event-configurations/event-configurations.ts'
import type { JobExecution } from '../jobs/job-execution.ts'
import type { Job, JobTemplate } from '../jobs/job.ts'
import type { Tag } from '../model/model.generated.ts'
import { Attachments } from './attachments.ts'
import type {
  AuditConfiguration, AuditFinding, AuditMitigation, AuditSuppression, AuditTask, ConnectionIncident,
  DetectMitigation, MitigationAction, MitigationExecution, ScheduledAudit,
} from './audits.ts'
import type { CertificateProvider } from './certificate-providers.ts'
import type { Command } from './commands.ts'
import type { CustomMetric, Dimension, SecurityProfile, Verification, Violation, ViolationEvent } from './device-defender.ts'
import type { FleetMetric } from './fleet-metrics.ts'
import type { OtaUpdate } from './ota-updates.ts'
import type { PackageVersion, SoftwarePackage } from './packages.ts'
import type { Stream } from './streams.ts'
import { remembered, StagedTables } from './staged-tables.ts'
import { memoryTables, type Tables } from './table.ts'
import type {
  Authorizer, BillingGroup, CaCertificate, Certificate, DomainConfiguration, IssuedCredentials, LoggingLevel, LoggingOptions,
  OwnershipToken, Policy, ProvisioningClaim, ProvisioningTemplate, RegistrationTask, RoleAlias, Thing, ThingGroup, ThingType, TopicRule,
  TopicRuleDestination,
} from './registry.ts'

export type * from './registry.ts'

/**
 * The account's registry: what operations change and connections look at. Values are replaced with every change, never changed in place.
 */
export class IotState {
  readonly region: string
  readonly accountId: string
  readonly clock: Clock
  readonly newId: () => string
  readonly things: Table<Thing>
  readonly thingTypes: Table<ThingType>
  readonly thingGroups: Table<ThingGroup>
  readonly billingGroups: Table<BillingGroup>
  readonly certificates: Table<Certificate>
  readonly caCertificates: Table<CaCertificate>
  /** One at most. */
  readonly certificateProviders: Table<CertificateProvider>
  readonly policies: Table<Policy>
  readonly rules: Table<TopicRule>
  readonly commands: Table<Command>
  readonly streams: Table<Stream>
  readonly fleetMetrics: Table<FleetMetric>
  readonly otaUpdates: Table<OtaUpdate>
  readonly packages: Table<SoftwarePackage>
  /** By `PACKAGE/version/VERSION`. */
  readonly packageVersions: Table<PackageVersion>
  readonly destinations: Table<TopicRuleDestination>
  readonly authorizers: Table<Authorizer>
  readonly roleAliases: Table<RoleAlias>
  readonly jobs: Table<Job>
  readonly jobExecutions: Table<JobExecution>
  readonly jobTemplates: Table<JobTemplate>
  /** One at most, under the name `account`. */
  readonly eventConfigurations: Table<EventConfiguration>
  /** By access key. */
  readonly issuedCredentials: Table<IssuedCredentials>
  readonly domainConfigurations: Table<DomainConfiguration>
  readonly provisioningTemplates: Table<ProvisioningTemplate>
  /** By token. */
  readonly ownershipTokens: Table<OwnershipToken>
  /** By certificate id. */
  readonly provisioningClaims: Table<ProvisioningClaim>
  readonly registrationTasks: Table<RegistrationTask>
  /** Lines of JSON, by the token of a task and the type of the report. */
  readonly registrationReports: Table<readonly string[]>
  /** One at most, under the name `account`. */
  readonly loggingOptions: Table<LoggingOptions>
  /** By type and name of what they are for. */
  readonly loggingLevels: Table<LoggingLevel>
  readonly securityProfiles: Table<SecurityProfile>
  readonly customMetrics: Table<CustomMetric>
  readonly dimensions: Table<Dimension>
  /** Those that are not over, by profile, behavior and thing. */
  readonly violations: Table<Violation>
  /** In the order of their times. */
  readonly violationEvents: Table<ViolationEvent>
  /** By the id of a violation. */
  readonly verifications: Table<Verification>
  /** One at most, under the name `account`. */
  readonly auditConfiguration: Table<AuditConfiguration>
  readonly auditTasks: Table<AuditTask>
  readonly auditFindings: Table<AuditFinding>
  /** By check and resource. */
  readonly auditSuppressions: Table<AuditSuppression>
  readonly scheduledAudits: Table<ScheduledAudit>
  /** By what they are of. */
  readonly connectionIncidents: Table<ConnectionIncident>
  readonly mitigationActions: Table<MitigationAction>
  readonly auditMitigations: Table<AuditMitigation>
  readonly auditMitigationExecutions: Table<MitigationExecution>
  readonly detectMitigations: Table<DetectMitigation>
  readonly detectMitigationExecutions: Table<MitigationExecution>
  /** Tags by the ARN of what has them. */
  readonly tags: Table<readonly Tag[]>
  /** What the account has one of: `defaultAuthorizer`, `registrationCode`, `loggingRoleArn`, `logLevel`, `versionUpdateByJobs`. */
  readonly settings: Table<string>
  readonly attachments: Attachments
  readonly #tables: Tables
  #permissionsVersion = 0

  constructor(options: { region: string; accountId: string; clock: Clock; newId: () => string; tables?: Tables }) {
    this.region = options.region
    this.accountId = options.accountId
    this.clock = options.clock
    this.newId = options.newId
    const tables = remembered(options.tables ?? memoryTables())
    this.#tables = tables
    this.things = tables.table('things')
    this.thingTypes = tables.table('thingTypes')
    this.thingGroups = tables.table('thingGroups')
    this.billingGroups = tables.table('billingGroups')
    this.certificates = tables.table('certificates')
    this.caCertificates = tables.table('caCertificates')
    this.certificateProviders = tables.table('certificateProviders')
    this.policies = tables.table('policies')
    this.rules = tables.table('rules')
    this.commands = tables.table('commands')
    this.streams = tables.table('streams')
    this.fleetMetrics = tables.table('fleetMetrics')
    this.otaUpdates = tables.table('otaUpdates')
    this.packages = tables.table('packages')
    this.packageVersions = tables.table('packageVersions')
    this.destinations = tables.table('destinations')
    this.authorizers = tables.table('authorizers')
    this.roleAliases = tables.table('roleAliases')
    this.jobs = tables.table('jobs')
    this.jobExecutions = tables.table('jobExecutions')
    this.jobTemplates = tables.table('jobTemplates')
    this.eventConfigurations = tables.table('eventConfigurations')
    this.issuedCredentials = tables.table('issuedCredentials')
    this.domainConfigurations = tables.table('domainConfigurations')
    this.provisioningTemplates = tables.table('provisioningTemplates')
    this.ownershipTokens = tables.table('ownershipTokens')
    this.provisioningClaims = tables.table('provisioningClaims')
    this.registrationTasks = tables.table('registrationTasks')
    this.registrationReports = tables.table('registrationReports')
    this.loggingOptions = tables.table('loggingOptions')
    this.loggingLevels = tables.table('loggingLevels')
    this.securityProfiles = tables.table('securityProfiles')
    this.customMetrics = tables.table('customMetrics')
    this.dimensions = tables.table('dimensions')
    this.violations = tables.table('violations')
    this.violationEvents = tables.table('violationEvents')
    this.verifications = tables.table('verifications')
    this.auditConfiguration = tables.table('auditConfiguration')
    this.auditTasks = tables.table('auditTasks')
    this.auditFindings = tables.table('auditFindings')
    this.auditSuppressions = tables.table('auditSuppressions')
    this.scheduledAudits = tables.table('scheduledAudits')
    this.connectionIncidents = tables.table('connectionIncidents')
    this.mitigationActions = tables.table('mitigationActions')
    this.auditMitigations = tables.table('auditMitigations')
    this.auditMitigationExecutions = tables.table('auditMitigationExecutions')
    this.detectMitigations = tables.table('detectMitigations')
    this.detectMitigationExecutions = tables.table('detectMitigationExecutions')
    this.tags = tables.table('tags')
    this.settings = tables.table('settings')
    this.attachments = new Attachments(tables)
  }

  /** The name of the authorizer for connections that name none. */
  get defaultAuthorizer(): string | undefined {
    return this.settings.get('defaultAuthorizer')
  }

  /** Grows with every change that could alter a policy decision. */
  get permissionsVersion(): number {
    return this.#permissionsVersion
  }

  permissionsChanged(): void {
    this.#permissionsVersion++
  }

  /** Runs changes that are made all together or, where one throws, not at all. They see each other, and nobody else sees them before. */
  allOrNothing<Result>(changes: (state: IotState) => Result): Result {
    const { region, accountId, clock, newId } = this
    const staged = new StagedTables(this.#tables)
    const state = new IotState({ region, accountId, clock, newId, tables: staged })
    const result = changes(state)
    staged.commit()
    if (state.permissionsVersion > 0) this.permissionsChanged()
    return result
  }

  /** `arn('thing/keg-1')` = `arn:aws:iot:us-east-1:123456789012:thing/keg-1` */
  arn(resource: string): string {
    return `arn:aws:iot:${this.region}:${this.accountId}:${resource}`
  }
}
