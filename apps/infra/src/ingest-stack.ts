import { IngestQueue, knows, publishes, readsStore, RuleLookups, TopicRule, toQueue, toTopic, writesStore, type HandlerGrant } from '@keg/cdk-constructs'
import { batchFlow, LOOKUP_ROLE, queueOf, ruleReplays, type Flow, type IngestGrant, type QueueAction } from '@keg/flows'
import { CfnOutput, Stack } from 'aws-cdk-lib'
import { Topic, type ITopic } from 'aws-cdk-lib/aws-sns'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { ingestHandler } from './entries.ts'
import { capital, ruleName } from './names.ts'
import type { KegStackProps, StateStack } from './state-stack.ts'

/** What an {@link IngestStack} takes. */
export interface IngestStackProps extends KegStackProps {
  readonly state: StateStack
  readonly flows: readonly Flow[]
  /** The ARN of an SNS topic that is told of alarms; default none. */
  readonly alarmTopicArn?: string | undefined
}

/** Rules, and the queues and handlers behind them: one of each for each flow of the map, and one queue for the replays of flows that have a rule alone. */
export class IngestStack extends Stack {
  /** By flow: the queue that takes a replay of its messages. */
  readonly replayQueues: Readonly<Record<string, IQueue>>

  constructor(scope: Construct, id: string, { stage, state, flows, alarmTopicArn, ...props }: IngestStackProps) {
    super(scope, id, props)
    const alarmTopic = alarmTopicArn === undefined ? undefined : Topic.fromTopicArn(this, 'AlarmTopic', alarmTopicArn)
    const ofRules = flows.filter((flow) => queueOf(flow) === ruleReplays)
    const shared = ofRules.length === 0 ? undefined : this.ingestQueue(ruleReplays, { stage, state, alarmTopic, runs: ofRules })
    const queues = flows.map((flow) => [flow.name, this.deploy(flow, stage, shared, (action) => this.ingestQueue(action, { stage, state, alarmTopic, flow }))] as const)
    this.replayQueues = Object.fromEntries(queues.flatMap(([name, queue]) => (queue === undefined ? [] : [[name, queue.queue]])))
    new CfnOutput(this, 'BatchRuleName', { value: ruleName(stage, batchFlow.name) })
  }

  /** Answers the queue whose quarantine gets what the rule's actions fail with. */
  private deploy({ name, description, rule, actions, lookups }: Flow, stage: string, shared: IngestQueue | undefined, ingestQueue: (action: QueueAction) => IngestQueue): IngestQueue | undefined {
    const queues: IngestQueue[] = []
    const ruleActions = actions.map((action) => {
      if (action.kind === 'republish') return toTopic(action.topic, { qos: action.qos })
      const queue = ingestQueue(action)
      queues.push(queue)
      return toQueue(queue.queue)
    })
    const [first = shared] = queues
    new TopicRule(this, `${capital(name)}Rule`, {
      topicRuleName: ruleName(stage, name),
      description,
      sql: lookups === undefined ? rule.sql : rule.sql.replaceAll(LOOKUP_ROLE, new RuleLookups(this, `${capital(name)}Lookups`, { lookups }).roleArn),
      actions: ruleActions,
      ...(first ? { errorAction: toQueue(first.quarantineQueue) } : {}),
    })
    return first
  }

  private ingestQueue({ name, quarantine, publishes: topics, grants }: QueueAction, { stage, state: { ledger }, alarmTopic, flow, runs = [] }: Behind): IngestQueue {
    const table: Record<IngestGrant, HandlerGrant> = { writeStore: writesStore(ledger), readStore: readsStore(ledger) }
    const rules = runs.map((each) => `$aws/rules/${ruleName(stage, each.name)}/*`)
    const common = [
      knows('RULE_PREFIX', ruleName(stage, '')),
      ...(flow === undefined ? [] : [knows('FLOW', flow.name)]),
      ...(topics.length === 0 ? [] : [publishes(...topics)]),
    ]
    return new IngestQueue(this, capital(name), {
      handler: { entry: ingestHandler(name), grants: [...grants.map((grant) => table[grant]), ...common, ...(rules.length === 0 ? [] : [publishes(...rules)])] },
      quarantineHandler: { entry: ingestHandler(quarantine), grants: [...new Set<IngestGrant>([...grants, 'writeStore'])].map((grant) => table[grant]).concat(common) },
      ...(alarmTopic === undefined ? {} : { alarmTopic }),
    })
  }
}

/** What stands behind a queue. */
interface Behind extends Pick<IngestStackProps, 'stage' | 'state'> {
  readonly alarmTopic: ITopic | undefined
  /** The flow that it is of; absent = several. */
  readonly flow?: Flow
  /** Flows whose rules its handler runs again; default none. */
  readonly runs?: readonly Flow[]
}
