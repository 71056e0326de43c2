import { IngestQueue, publishes, RuleLookups, TopicRule, toQueue, toTopic, writesStore } from '@keg/cdk-constructs'
import { batchFlow, LOOKUP_ROLE, type Flow, type QueueAction } from '@keg/flows'
import { CfnOutput, Stack } from 'aws-cdk-lib'
import { Topic, type ITopic } from 'aws-cdk-lib/aws-sns'
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

/** Rules, and the queues and handlers behind them: one of each for each flow of the map. */
export class IngestStack extends Stack {
  constructor(scope: Construct, id: string, { stage, state, flows, alarmTopicArn, ...props }: IngestStackProps) {
    super(scope, id, props)
    const alarmTopic = alarmTopicArn === undefined ? undefined : Topic.fromTopicArn(this, 'AlarmTopic', alarmTopicArn)
    for (const flow of flows) this.deploy(flow, stage, (action) => this.ingestQueue(action, state, alarmTopic))
    new CfnOutput(this, 'BatchRuleName', { value: ruleName(stage, batchFlow.name) })
  }

  private deploy({ name, description, rule, actions, lookups }: Flow, stage: string, ingestQueue: (action: QueueAction) => IngestQueue): void {
    const queues: IngestQueue[] = []
    const ruleActions = actions.map((action) => {
      if (action.kind === 'republish') return toTopic(action.topic, { qos: action.qos })
      const queue = ingestQueue(action)
      queues.push(queue)
      return toQueue(queue.queue)
    })
    const [first] = queues
    new TopicRule(this, `${capital(name)}Rule`, {
      topicRuleName: ruleName(stage, name),
      description,
      sql: lookups === undefined ? rule.sql : rule.sql.replaceAll(LOOKUP_ROLE, new RuleLookups(this, `${capital(name)}Lookups`, { lookups }).roleArn),
      actions: ruleActions,
      ...(first ? { errorAction: toQueue(first.quarantineQueue) } : {}),
    })
  }

  private ingestQueue({ name, quarantine, publishes: topics }: QueueAction, { ledger }: StateStack, alarmTopic: ITopic | undefined): IngestQueue {
    const grants = [writesStore(ledger), ...(topics.length === 0 ? [] : [publishes(...topics)])]
    return new IngestQueue(this, capital(name), {
      handler: { entry: ingestHandler(name), grants },
      quarantineHandler: { entry: ingestHandler(quarantine), grants },
      ...(alarmTopic === undefined ? {} : { alarmTopic }),
    })
  }
}
