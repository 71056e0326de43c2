import { HotStore, logsBucket, privateBucket, THING_NAME, thingAttribute, ThingPolicy, type ColdStore } from '@keg/cdk-constructs'
import type { ColdTable } from '@keg/cold-store'
import { batchFlow } from '@keg/flows'
import { alert, batch, command, gatewayStatus, pour, reply, siteSummary, state, stateRequest, telemetry } from '@keg/message-schemas/keg'
import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { StreamViewType } from 'aws-cdk-lib/aws-dynamodb'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { StorageClass, type IBucket } from 'aws-cdk-lib/aws-s3'
import { Topic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { acknowledge, ofState } from './acknowledged.ts'
import { coldTables } from './cold-tables.ts'
import { pageOrigin } from './page-origin.ts'
import { peopleTopic } from './people-topic.ts'
import { ruleName } from './names.ts'
import { SignIn } from './sign-in.ts'
import { uploadsBucket } from './uploads-bucket.ts'

/** Everything that is said to a gateway. */
const TO_GATEWAY = 'keg/{siteId}/gateways/{gatewayId}/*'
/** What a keg replies, and what it reported. */
const FROM_KEG = 'keg/{siteId}/{kegId}/re*'

/** What every stack takes. */
export interface KegStackProps extends StackProps {
  /** Tells stacks of one account apart: letters and digits. */
  readonly stage: string
}

/** What a {@link StateStack} takes. */
export interface StateStackProps extends KegStackProps {
  /** The name of the page's own domain; absent: CloudFront's. */
  readonly domain?: string | undefined
}

const COLD_AFTER = Duration.days(90)

/** What outlives every other stack: what is kept of messages, who may sign in, and what certificates out there may do. */
export class StateStack extends Stack {
  readonly ledger: HotStore
  /** What kegs measured in the last week: nothing that has to outlive anything. */
  readonly readings: HotStore
  /** Those who may sign in. */
  readonly signIn: SignIn
  /** Who connected and went: an item for each event, for a month. */
  readonly presence: HotStore
  /** Who did what. */
  readonly auditLog: LogGroup
  /** Messages as they came. */
  readonly archive: IBucket
  /** Those whom alerts and alarms of kegs are told to. */
  readonly people: Topic
  /** Files of settings, as `settings/*.csv`, and what became of them, as `results/*.csv`. */
  readonly uploads: IBucket
  /** Where accesses to buckets are logged. */
  readonly accessLogs: IBucket
  /** Told of each keg that is ordered: the brewery subscribes to it. */
  readonly orders: Topic
  /** What the certificate of a keg may do, but for what a fleet's does beside. */
  readonly kegPolicy: ThingPolicy
  /** Everything that ever came, by table. */
  readonly cold: Readonly<Record<ColdTable, ColdStore>>

  constructor(scope: Construct, id: string, { stage, domain, ...props }: StateStackProps) {
    super(scope, id, props)
    this.ledger = new HotStore(this, 'Ledger', {
      partitionKey: 'pk', sortKey: 'sk',
      indexes: { byKind: { partitionKey: 'kind', sortKey: 'order' }, bySite: { partitionKey: 'siteId', sortKey: 'order' } },
      timeToLiveAttribute: 'expiresAtSec', stream: StreamViewType.NEW_IMAGE,
    })
    this.readings = new HotStore(this, 'Readings', {
      partitionKey: 'pk', sortKey: 'sk', indexes: { bySite: { partitionKey: 'site', sortKey: 'kegId' } },
      timeToLiveAttribute: 'expiresAtSec', pointInTimeRecovery: false, removalPolicy: RemovalPolicy.DESTROY,
    })
    this.signIn = new SignIn(this, 'SignIn', { stage, pageOrigin: pageOrigin(this, { stage, domain }) })
    this.presence = new HotStore(this, 'Presence', {
      partitionKey: 'clientId', sortKey: 'event', timeToLiveAttribute: 'expiresAtSec', pointInTimeRecovery: false,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    this.auditLog = new LogGroup(this, 'Audit', { retention: RetentionDays.FIVE_YEARS, removalPolicy: RemovalPolicy.RETAIN })
    this.accessLogs = logsBucket(this, 'AccessLogs')
    this.archive = privateBucket(this, 'Archive', this.accessLogs, {
      lifecycleRules: [{ transitions: [{ storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionAfter: COLD_AFTER }] }],
    })
    this.orders = new Topic(this, 'Orders', { enforceSSL: true })
    this.orders.applyRemovalPolicy(RemovalPolicy.RETAIN)
    this.cold = coldTables(this, stage, this)
    this.people = peopleTopic(this)
    this.uploads = uploadsBucket(this, this.accessLogs)
    new CfnOutput(this, 'PeopleTopicArn', { value: this.people.topicArn })
    new CfnOutput(this, 'SettingsUploadsBucket', { value: this.uploads.bucketName })
    new CfnOutput(this, 'PresenceTableName', { value: this.presence.tableName })
    new CfnOutput(this, 'AuditLogGroup', { value: this.auditLog.logGroupName })
    new CfnOutput(this, 'OrdersTopic', { value: this.orders.topicArn })
    new CfnOutput(this, 'ArchiveBucket', { value: this.archive.bucketName })
    new CfnOutput(this, 'TableName', { value: this.ledger.tableName })
    new CfnOutput(this, 'ReadingsTableName', { value: this.readings.tableName })
    this.kegPolicy = this.#kegPolicy()
    new CfnOutput(this, 'KegPolicyName', { value: this.kegPolicy.policy.ref })
    new CfnOutput(this, 'GatewayPolicyName', { value: this.gatewayPolicy(stage).policy.ref })
    acknowledge(this, ofState)
  }

  #kegPolicy(): ThingPolicy {
    const own = { siteId: thingAttribute('siteId'), kegId: THING_NAME, commandId: '*' }
    return new ThingPolicy(this, 'KegPolicy', {
      publish: [pour, telemetry, alert, reply].map(({ topic }) => filled(topic.text, own)),
      subscribe: [filled(command.topic.text, own)],
      shadow: true,
    })
  }

  /**
   * A gateway speaks for the kegs of its site, and has nothing to do with `$aws/things`: a rule brings what they report into their shadows.
   */
  private gatewayPolicy(stage: string): ThingPolicy {
    const own = {
      siteId: thingAttribute('siteId'), gatewayId: THING_NAME, kegId: '*', commandId: '*', ruleName: ruleName(stage, batchFlow.name),
    }
    return new ThingPolicy(this, 'GatewayPolicy', {
      // Replies and reports in one, and what is for the gateway itself (acks, live): AWS takes policies of 2,048 characters.
      publish: [...[telemetry, alert, stateRequest, batch, gatewayStatus].map(({ topic }) => topic.text), FROM_KEG]
        .map((template) => filled(template, own)),
      publishRetained: [filled(siteSummary.topic.text, own)],
      subscribe: [state.topic.text, command.topic.text, TO_GATEWAY].map((template) => filled(template, own)),
    })
  }
}

/** A topic with policy variables in it, which no topic level may hold: the template's text is filled as it stands. */
const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (level, name: string) => values[name] ?? level)
