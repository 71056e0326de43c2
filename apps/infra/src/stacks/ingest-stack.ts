import {
  batchWritesStore, IngestQueue, knows, onThings, publishes, readsStore, retiresCertificates, RuleLookups, TopicRule, toQueue,
  type HandlerGrant, writesStore,
} from '@keg/cdk-constructs'
import { batchFlow, LOOKUP_ROLE, queueOf, ruleReplays, type Flow, type Handler, type IngestGrant, type QueueAction } from '@keg/flows'
import { CfnOutput, Stack } from 'aws-cdk-lib'
import { Topic, type ITopic } from 'aws-cdk-lib/aws-sns'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { buildAction } from '../actions/index.ts'
import { SwapMachine } from '../actions/machine.ts'
import { ingestHandler } from '../entries.ts'
import { ledgerCold } from '../ledger-cold.ts'
import { capital, ruleName } from '../names.ts'
import { isDeployed, outsideOf, type Outside } from '../outside.ts'
import type { StageContext } from '../context.ts'
import type { KegStackProps, StateStack } from '../state-stack.ts'

/** What an {@link IngestStack} takes. */
export interface IngestStackProps extends KegStackProps, Pick<StageContext, 'searchEndpoint' | 'salesforceSecret' | 'salesforceIdField'> {
  readonly state: StateStack
  readonly flows: readonly Flow[]
  /** The ARN of an SNS topic that is told of alarms; default none. */
  readonly alarmTopicArn?: string | undefined
}

/** Rules, and what stands behind them: as each flow of the map says, and one queue for the replays of flows that have none. */
export class IngestStack extends Stack {
  /** By flow: the queue that takes a replay of its messages. */
  readonly replayQueues: Readonly<Record<string, IQueue>>
  /** Swaps of kegs, which wait to be told of. */
  readonly swaps: SwapMachine
  readonly #stage: string
  readonly #state: StateStack
  readonly #alarmTopic: ITopic | undefined
  readonly #outside: Outside

  constructor(
    scope: Construct,
    id: string,
    { stage, state, flows: map, alarmTopicArn, searchEndpoint, salesforceSecret, salesforceIdField, ...props }: IngestStackProps,
  ) {
    super(scope, id, props)
    this.#outside = outsideOf(this, { searchEndpoint, salesforceSecret, salesforceIdField })
    const flows = map.filter((flow) => isDeployed(flow, this.#outside))
    this.#stage = stage
    this.#state = state
    this.#alarmTopic = alarmTopicArn === undefined ? undefined : Topic.fromTopicArn(this, 'AlarmTopic', alarmTopicArn)
    this.swaps = new SwapMachine(this, 'Swaps', { state, alarmTopic: this.#alarmTopic })
    const withoutQueue = flows.filter((flow) => queueOf(flow) === ruleReplays)
    const shared = withoutQueue.length === 0 ? undefined : this.#queue(ruleReplays, withoutQueue)
    const queues = flows.map((flow): [string, IngestQueue] => [
      flow.name, withoutQueue.includes(flow) && shared !== undefined ? shared : this.#queue(queueOf(flow), [flow]),
    ])
    for (const [index, flow] of flows.entries()) this.#deploy(flow, queues[index]?.[1])
    ledgerCold(this, state, this.#alarmTopic)
    this.replayQueues = Object.fromEntries(queues.map(([name, { queue }]) => [name, queue]))
    new CfnOutput(this, 'BatchRuleName', { value: ruleName(stage, batchFlow.name) })
  }

  /** The flow's rule; what its actions fail with goes to the quarantine of its queue. */
  #deploy(flow: Flow, queue: IngestQueue | undefined): void {
    if (queue === undefined) return
    const { name, description, rule, lookups } = flow
    const behind = {
      scope: this, stage: this.#stage, state: this.#state, outside: this.#outside, flow, swaps: this.swaps, alarmTopic: this.#alarmTopic,
      queue, grantsOf: (handler: Handler) => this.#grantsOf(handler, [flow]),
    }
    new TopicRule(this, `${capital(name)}Rule`, {
      topicRuleName: ruleName(this.#stage, name),
      description,
      sql: lookups === undefined
        ? rule.sql
        : rule.sql.replaceAll(LOOKUP_ROLE, new RuleLookups(this, `${capital(name)}Lookups`, { lookups }).roleArn),
      actions: flow.actions.map((action) => buildAction(action, behind)).filter((action) => action !== undefined),
      errorAction: toQueue(queue.quarantineQueue),
    })
  }

  /** The queue of these flows, which alone a replay comes from where they are several. */
  #queue(action: QueueAction, flows: readonly Flow[]): IngestQueue {
    const grants = this.#grantsOf(action, flows)
    // A message in quarantine is not run again by itself.
    const rules = action === ruleReplays ? [publishes(...flows.map(({ name }) => `$aws/rules/${ruleName(this.#stage, name)}/*`))] : []
    return new IngestQueue(this, capital(action.name), {
      handler: { entry: ingestHandler(action.name), grants: [...grants, ...rules] },
      quarantineHandler: {
        entry: ingestHandler(action.quarantine),
        grants: this.#grantsOf({ ...action, grants: [...new Set<IngestGrant>([...action.grants, 'writeStore'])] }, flows),
      },
      ...(this.#alarmTopic === undefined ? {} : { alarmTopic: this.#alarmTopic }),
    })
  }

  /** What a handler may do, and by which variables it learns of whom it is. */
  #grantsOf({ grants, publishes: topics }: Handler, [flow, ...others]: readonly Flow[]): HandlerGrant[] {
    const { ledger, readings } = this.#state
    const table: Record<IngestGrant, HandlerGrant> = {
      writeStore: writesStore(ledger), readStore: readsStore(ledger),
      writeReadings: batchWritesStore(readings, 'READINGS_TABLE_NAME'), readReadings: readsStore(readings, 'READINGS_TABLE_NAME'),
      readRegistry: onThings('iot:DescribeThing'), retireCertificates: retiresCertificates,
    }
    return [
      ...grants.map((grant) => table[grant]),
      knows('RULE_PREFIX', ruleName(this.#stage, '')),
      ...(flow === undefined || others.length > 0 ? [] : [knows('FLOW', flow.name)]),
      ...(topics.length === 0 ? [] : [publishes(...topics)]),
    ]
  }
}
