import { KeptMessages, together, type BrokerStore, type Message, type MessageSource, type QuotaMode } from '@keg/mqtt-broker'
import type { ActionPorts } from '../actions/action.ts'
import type { HttpRequest } from '../actions/requests.ts'
import { createAwsBroker } from './aws-broker.ts'
import { createCommandService } from '../commands/command-service.ts'
import { createDefense } from '../device-defender/create-defense.ts'
import { createReportService } from '../device-defender/reports/report-service.ts'
import type { LocalIotLogEvent } from '../logging/log-event.ts'
import { loggingMessages } from '../logging/message-log.ts'
import { ReceiversMeter } from '../metering/receivers-meter.ts'
import { UsageMeter } from '../metering/usage-meter.ts'
import type { CertificateAuthority, IotCore } from '../operations/iot-core.ts'
import { connectionAdmission } from '../principals/admit-connection.ts'
import type { CustomAuthorizerPorts } from '../principals/custom-authorizer.ts'
import { TopicRuleDestinations } from '../rules/destinations.ts'
import type { Notify } from '../notifications/notify.ts'
import { RuleEngine } from '../rules/rule-engine.ts'
import type { CompiledTopicRule } from '../rules/topic-rule.ts'
import { rulePorts, type Lookups } from './rule-ports.ts'
import { DynamicGroups } from '../dynamic-groups/dynamic-groups.ts'
import { FleetMetrics, type PutMetrics } from '../fleet-metrics/fleet-metrics.ts'
import { FleetIndex } from '../fleet-index/fleet-index.ts'
import { ShadowRates } from '../shadows/shadow-rates.ts'
import type { TopicService } from '../reserved-topics/topic-service.ts'
import type { ShadowTable } from '../shadows/shadow-records.ts'
import { createShadowService } from '../shadows/shadow-service.ts'
import { savePending } from '../operations/provisioning/save-pending.ts'
import { RegistrationTasks } from '../provisioning/registration-tasks.ts'
import type { CarryOut } from '../provisioning/provisioned.ts'
import { publishRegistryEvents } from '../registry-events/registry-events.ts'
import { createProvisioningService } from '../provisioning/provisioning-service.ts'
import { replies } from '../reserved-topics/reply.ts'
import { reportInstalled } from '../packages/report-installed.ts'
import { createStreamService } from '../streams/stream-service.ts'
import { unserved } from './unserved.ts'
import type { IotState } from '../state/iot-state.ts'
import type { Tables } from '../state/table.ts'
import type { ObservedTables } from '../state/observed-tables.ts'
import { EventConfigurations } from '../event-configurations/event-configurations.ts'
import { jobTopics } from '../jobs-mqtt/job-topic-service.ts'
import { JobService } from '../jobs/job-service.ts'
import { OtaUpdates } from '../ota-updates/ota-updates.ts'
import type { ObjectPort } from '../objects/object-port.ts'
import { jobRegistry } from '../state/job-targets.ts'

export interface CoreOptions extends CustomAuthorizerPorts {
  readonly state: IotState
  /** The same that the state is in. */
  readonly tables: ObservedTables
  readonly authority: CertificateAuthority
  /** Those of the state. */
  readonly keptRules: readonly CompiledTopicRule[]
  readonly deliver: ActionPorts['deliver']
  readonly unavailable: ActionPorts['unavailable']
  /** How fleet metrics are sent; `undefined` where there is no CloudWatch. */
  readonly putMetrics: PutMetrics | undefined
  readonly lookups: Lookups
  /** Publishes to a topic of SNS. */
  readonly notify: Notify
  /** How objects in S3 are read; `undefined` where there is no S3. */
  readonly objects: ObjectPort | undefined
  /** Sends the confirmation requests of HTTP destinations; absent = there is nothing to confirm. */
  readonly confirmDestination: ((request: HttpRequest) => Promise<unknown>) | undefined
  readonly enableUrl: (confirmationToken: string) => string
  /** Where whoever has the path gets the report of a registration task. */
  readonly reportUrl: (path: string) => string
  readonly dataEndpoint: () => string
  readonly credentialEndpoint: () => string
  readonly quotas: QuotaMode
  readonly permissive: boolean
  /** From 0 up to 1. */
  readonly random: () => number
  readonly log: (event: LocalIotLogEvent) => void
  /** Whether each message, rule and action that goes well is logged, too. */
  readonly verbose: boolean
}

/** Puts the rooms together: who connects, and the way of a message from the broker through shadows and rules. */
export function createCore({
  state, tables, authority, keptRules, invokeFunction, verifySignature, deliver, unavailable, putMetrics, lookups, objects, notify,
  confirmDestination, enableUrl, reportUrl, dataEndpoint, credentialEndpoint, random, log, verbose, quotas, permissive,
}: CoreOptions): IotCore {
  const { clock, newId, accountId, region } = state
  const authorizerPorts = { invokeFunction, verifySignature }
  const connect = connectionAdmission({
    state, ports: authorizerPorts, permissive, log, justInTime: (request) => provisioning.justInTime.meet(request),
  })
  const publish = (message: Message, source: MessageSource) => broker.publish(message, source)
  const handOn = (message: Message, source: MessageSource) => {
    defense.metrics.received(message, source)
    const routed = rules.route(message, source)
    return message.topic.startsWith('$aws/') ? together([...services.map((service) => service.handle(message, source)), routed]) : routed
  }
  const published = verbose ? loggingMessages(handOn, newId, log) : handOn

  const meter = new UsageMeter(() => clock.nowMs())
  const broker = createAwsBroker({
    hooks: { connect, published, unserved: unserved(() => services) }, onPresence: (change) => {
      fleetIndex.presenceChanged(change)
      defense.presenceChanged(change)
    },
    clock, newId, random, quotas, store: brokerStore(tables),
    log: (event) => {
      defense.metrics.refused(event)
      log(event)
    },
    meter: new ReceiversMeter(meter, (clientId, topic) => defense.metrics.sent(clientId, topic)),
  })
  const defense = createDefense({
    state, notify, log, presence: (clientId) => broker.presence(clientId), keyOf: (certificatePem) => authority.read(certificatePem).key,
  })
  const shadowRecords: ShadowTable = tables.table('shadows')
  const shadows = createShadowService({ clock, meter, publish, rates: new ShadowRates(quotas, clock, log), records: shadowRecords })
  const fleetIndex = new FleetIndex({
    state, tables, shadows: shadowRecords, presence: (clientId) => broker.presence(clientId),
    violations: (thingName) => defense.violations.ofThing(thingName),
  })
  const reply = replies(() => broker)
  const streams = createStreamService({
    state, objects, reply,
    onError: (streamId, error) => log({ level: 'error', event: 'operation-failed', message: `Stream ${streamId}: ${String(error)}` }),
  })
  const commands = createCommandService({ state, publish, reply, executions: tables.table('commandExecutions') })
  const events = new EventConfigurations({ table: state.eventConfigurations, clock, publish: (message) => publish(message, { hops: 0 }) })
  publishRegistryEvents({ state, tables, announce: events.announce, isEnabled: (eventType) => events.isEnabled(eventType) })
  const installed = (thingName: string, versionArns: readonly string[]) => {
    const told = reportInstalled({ state, shadows }, thingName, versionArns).then(() => undefined, (error: unknown) =>
      log({ level: 'error', event: 'operation-failed', message: `The shadow $package of ${thingName} is not updated: ${String(error)}` }))
    return { safe: told, done: told }
  }
  const jobs = new JobService({
    clock, newId, tables: state, registry: jobRegistry(state), objects, installed, announce: events.announce,
    publish: (message) => publish(message, { hops: 0 }),
  })
  const fleetMetrics = new FleetMetrics({ clock, table: state.fleetMetrics, fleetIndex, putMetrics, log })
  const dynamicGroups = new DynamicGroups({ state, tables, fleetIndex, jobs, clock, log })
  // With the operations, on the first call.
  const carryOut: CarryOut = async (...what) =>
    (await import('../operations/provisioning/carry-out.ts')).carryOutOf({ state, authority, jobs })(...what)
  const otaUpdates = new OtaUpdates({ state, jobs, objects })
  const registrationTasks = new RegistrationTasks({ state, carryOut, objects, reportUrl })
  const provisioning = createProvisioningService({
    state, authority, invokeFunction, publish, permissive, log, reply, carryOut,
    savePending: (pem, issuer) => savePending({ state, authority }, pem, issuer),
  })
  const reports = createReportService({ state, clock, quotas, reply, observe: (observation) => defense.detector.observe(observation) })
  const services: readonly TopicService[] = [shadows, jobTopics({ clock, jobs, commands, reply }), provisioning, commands, streams, reports]
  const arn = (resource: string) => state.arn(resource)
  const destinations = new TopicRuleDestinations({ byArn: state.destinations, clock, newId, log, arn, enableUrl, send: confirmDestination })
  const destinationStatus = (confirmationUrl: string) => destinations.find(confirmationUrl)?.status
  const rules = new RuleEngine({
    region, accountId, clock, newId, random, log, verbose, meter, kept: tables.lasts ? tables.table('runs') : undefined,
    ports: { deliver, unavailable, publish, destinationStatus, newId, nowMs: () => clock.nowMs() },
    rulePorts: rulePorts(() => core, invokeFunction, lookups),
  })
  const core = {
    state, authority, broker, rules, destinations, shadows, commands, jobs, objects, events, detector: defense.detector,
    auditor: defense.auditor, background: defense.background, fleetIndex, fleetMetrics, dynamicGroups, provisioning, registrationTasks,
    otaUpdates, notify, meter, authorizerPorts, dataEndpoint, credentialEndpoint,
  }
  for (const rule of keptRules) rules.put(rule)
  fleetIndex.resume()
  fleetMetrics.resume()
  jobs.resume()
  registrationTasks.resume()
  otaUpdates.resume()
  return core
}

const brokerStore = (tables: Tables): BrokerStore => ({
  sessions: tables.table('sessions'),
  retained: tables.table('retained'),
  waiting: tables.lasts
    ? {
      messages: new KeptMessages(tables.table('messages')),
      open: (receiver) => tables.table(`waiting/${receiver}`),
      drop: (receiver) => tables.drop(`waiting/${receiver}`),
    }
    : undefined,
})
