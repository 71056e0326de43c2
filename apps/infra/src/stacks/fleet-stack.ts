import {
  EventConfigurations, Fleet, HotStore, IngestFunction, IotEvent, onThings, privateBucket, ProvisioningTemplate, readsStore,
  removesCertificates, retiresCertificates, THING_NAME, ThingPolicy, writesStore, type FleetIndex, type HandlerGrant,
  type IThingGroup,
} from '@keg/cdk-constructs'
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { Topic, type ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { ingestHandler } from '../entries.ts'
import { FleetJobs } from '../fleet-jobs.ts'
import { KegCensus } from '../keg-census.ts'
import { KegDefense } from '../keg-defense.ts'
import { capital, kegGroup } from '../names.ts'
import type { KegStackProps, StateStack } from '../state-stack.ts'

/** What a {@link FleetStack} takes. */
export interface FleetStackProps extends KegStackProps {
  readonly state: StateStack
  /** What kegs are found by. */
  readonly index: FleetIndex
  /** The ARN of an SNS topic that is told of alarms; default none. */
  readonly alarmTopicArn?: string | undefined
}

/** AWS IoT waits no longer for a hook: pre-provisioning-hook.html */
const HOOK_TIMEOUT = Duration.seconds(5)
/** By which variable handlers learn of the list. */
const TABLE = 'SERIALS_TABLE'
const CREATE = '$aws/certificates/create-from-csr/json'
/** By which answers come, to whoever has asked alone: a policy has room for no more. */
const ANSWERS = ['$aws/certificates/*', '$aws/provisioning-templates/*']
/** Where a keg reports to Device Defender what its machine's network does. */
const METRICS = `$aws/things/${THING_NAME}/defender/metrics/json`

/** How kegs come by the claim of their batch, change by jobs and commands, renew their certificates, and are watched. */
export class FleetStack extends Stack {
  /** The allow list: an item for each serial number. */
  readonly serials: HotStore
  readonly #alarms: { readonly alarmTopic?: ITopic }

  constructor(scope: Construct, id: string, { stage, state, index, alarmTopicArn, ...props }: FleetStackProps) {
    super(scope, id, props)
    this.#alarms = alarmTopicArn === undefined ? {} : { alarmTopic: Topic.fromTopicArn(this, 'AlarmTopic', alarmTopicArn) }
    this.serials = new HotStore(this, 'Serials', { partitionKey: 'serial' })
    const renewal = `Keg-${stage}-renewal`
    const own = this.#kegPolicy(renewal)
    const kegs = kegGroup(stage)
    const fleet = new Fleet(this, 'Kegs', {
      templateName: kegs, description: 'Kegs that come with the claim of their batch', policy: state.kegPolicy, policies: [own],
      parameters: ['SerialNumber', 'SiteId'], attributes: { siteId: '${SiteId}' }, thingGroup: { thingGroupName: kegs },
      roleAlias: false,
      hook: this.#hook(
        'admit-keg', writesStore(this.serials, TABLE), onThings('iot:GetThingShadow', 'iot:UpdateThingShadow'), retiresCertificates,
      ),
    })
    new ProvisioningTemplate(this, 'Renewal', {
      templateName: renewal, description: 'Kegs that renew their certificates', parameters: ['SerialNumber'], thingName: '${SerialNumber}',
      policy: state.kegPolicy, policies: [own], claim: false,
      preProvisioningHook: this.#hook('renew-keg', removesCertificates, onThings('iotjobsdata:GetPendingJobExecutions')),
    })
    // What the flow `rotation` reads.
    new EventConfigurations(this, 'Events', { enabled: [IotEvent.JOB, IotEvent.JOB_EXECUTION] })
    const bucket = privateBucket(this, 'Firmware', state.accessLogs, { versioned: true })
    const { settings, firmware, rotation, reboot } = new FleetJobs(this, 'Jobs', { bucket, renewal })
    if (fleet.thingGroup !== undefined) this.#watch(fleet.thingGroup, kegs, index)
    this.#tell({
      ProvisioningTemplateName: fleet.template.templateName, RenewalTemplateName: renewal, ClaimPolicyName: fleet.claimPolicy.policyName,
      KegPolicyNames: `${state.kegPolicy.policyName},${own.policyName}`, KegGroupName: fleet.thingGroup?.thingGroupName,
      SerialsTableName: this.serials.tableName, FirmwareBucketName: bucket.bucketName, PresignRoleArn: firmware.presignRole?.roleArn,
      SettingsJobTemplateArn: settings.jobTemplateArn, FirmwareJobTemplateArn: firmware.jobTemplateArn,
      RotationJobTemplateArn: rotation.jobTemplateArn, RebootCommandArn: reboot.commandArn,
    })
  }

  /** What the certificate of a keg may do beside what every keg may: AWS takes policies of 2,048 characters. */
  #kegPolicy(renewal: string): ThingPolicy {
    const provision = `$aws/provisioning-templates/${renewal}/provision/json`
    return new ThingPolicy(this, 'KegJobs', {
      jobs: true, commands: true, publish: [CREATE, provision, METRICS], subscribe: ANSWERS,
    })
  }

  #watch(kegs: IThingGroup, name: string, index: FleetIndex): void {
    const { profile, quarantine, alarms } = new KegDefense(this, 'Watch', { kegs, name, ...this.#alarms }).defense
    const { connected, quarantined, alarm } = new KegCensus(this, 'Census', {
      index, name, kegs: name, quarantine: quarantine.thingGroup, ...this.#alarms,
    })
    this.#tell({
      SecurityProfileName: profile.securityProfileName, QuarantineGroupName: quarantine.thingGroup.thingGroupName,
      KegAlarmsTopicArn: alarms.topicArn, ConnectedGroupName: connected.thingGroupName, QuarantinedMetricName: quarantined.metricName,
      QuarantinedAlarmName: alarm.alarmName,
    })
  }

  /** Both hooks read the list. */
  #hook(name: 'admit-keg' | 'renew-keg', ...grants: readonly HandlerGrant[]): IFunction {
    return new IngestFunction(this, capital(name), {
      entry: ingestHandler(name), timeout: HOOK_TIMEOUT, asynchronous: false, grants: [readsStore(this.serials, TABLE), ...grants],
      ...this.#alarms,
    }) as IFunction
  }

  #tell(outputs: Readonly<Record<string, string | undefined>>): void {
    for (const [name, value = ''] of Object.entries(outputs)) new CfnOutput(this, name, { value })
  }
}
