import type { Broker } from '@keg/mqtt-broker'
import type { CommandService } from '../commands/command-service.ts'
import type { Background } from '../background/background.ts'
import type { Auditor } from '../device-defender/audit/auditor.ts'
import type { Notify } from '../notifications/notify.ts'
import type { Detector } from '../device-defender/detect/detector.ts'
import type { EventConfigurations } from '../event-configurations/event-configurations.ts'
import type { DynamicGroups } from '../dynamic-groups/dynamic-groups.ts'
import type { FleetMetrics } from '../fleet-metrics/fleet-metrics.ts'
import type { FleetIndex } from '../fleet-index/fleet-index.ts'
import type { JobService } from '../jobs/job-service.ts'
import type { ObjectPort } from '../objects/object-port.ts'
import type { UsageMeter } from '../metering/usage-meter.ts'
import type { OtaUpdates } from '../ota-updates/ota-updates.ts'
import type { CustomAuthorizerPorts } from '../principals/custom-authorizer.ts'
import type { RegistrationTasks } from '../provisioning/registration-tasks.ts'
import type { ProvisioningService } from '../provisioning/provisioning-service.ts'
import type { TopicRuleDestinations } from '../rules/destinations.ts'
import type { RuleEngine } from '../rules/rule-engine.ts'
import type { ShadowService } from '../shadows/shadow-service.ts'
import type { IotState } from '../state/iot-state.ts'

/** A new key pair with its certificate, signed by this core's CA. */
export interface IssuedCertificate {
  readonly certificatePem: string
  readonly publicKeyPem: string
  readonly privateKeyPem: string
}

/** Makes and reads X.509 certificates. */
export interface CertificateAuthority {
  issue(): Promise<IssuedCertificate>
  /** A certificate for the subject and key of a certificate signing request. Throws LocalIotError CERTIFICATE_UNREADABLE. */
  issueFor(requestPem: string): Promise<string>
  /** Throws as `issueFor` does, and issues nothing. */
  checkRequest(requestPem: string): Promise<void>
  /** Throws LocalIotError CERTIFICATE_UNREADABLE. */
  read(certificatePem: string): CertificateContent
  /** Whether the certificate is signed by the CA's key; both are readable. */
  isIssuedBy(certificatePem: string, caCertificatePem: string): boolean
}

export interface CertificateContent {
  /** The certificate id: SHA-256 of its DER form, in hex. */
  readonly fingerprint: string
  readonly notBeforeMs: number
  readonly notAfterMs: number
  readonly serialNumber: string
  readonly subject: Readonly<Record<string, readonly string[]>>
  readonly issuer: Readonly<Record<string, readonly string[]>>
  /** The whole subject, to compare with others. */
  readonly subjectText: string
  readonly isCa: boolean
  /** The algorithm of its key, as `rsa` or `ec`, and the key's size. */
  readonly key: { readonly type: string; readonly bits: number }
}

/** What an operation sees beside its input. */
export interface IotCore {
  readonly state: IotState
  readonly authority: CertificateAuthority
  readonly broker: Broker
  readonly rules: RuleEngine
  readonly destinations: TopicRuleDestinations
  readonly shadows: ShadowService
  readonly commands: CommandService
  readonly jobs: JobService
  /** How objects in S3 are read; `undefined` where there is no S3. */
  readonly objects: ObjectPort | undefined
  readonly auditor: Auditor
  readonly background: Background
  /** Publishes to a topic of SNS. */
  readonly notify: Notify
  /** Holds what things do against their security profiles. */
  readonly detector: Detector
  /** Which events are published. */
  readonly events: EventConfigurations
  readonly fleetIndex: FleetIndex
  readonly fleetMetrics: FleetMetrics
  readonly dynamicGroups: DynamicGroups
  readonly provisioning: ProvisioningService
  readonly registrationTasks: RegistrationTasks
  readonly otaUpdates: OtaUpdates
  readonly meter: UsageMeter
  /** How custom authorizers are asked. */
  readonly authorizerPorts: CustomAuthorizerPorts
  /** `host:port` of the HTTPS endpoint. */
  readonly dataEndpoint: () => string
  /** `host:port` of the HTTPS endpoint that asks for client certificates. */
  readonly credentialEndpoint: () => string
}
