import { IngestFunction, knows, toStepFunctions, writesStore } from '@keg/cdk-constructs'
import { Duration, RemovalPolicy, Stack, Validations, type CfnElement } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import {
  DefinitionBody, Fail, IntegrationPattern, JsonPath, LogLevel, StateMachine, StateMachineType, Succeed, TaskInput, Timeout,
  type IChainable,
} from 'aws-cdk-lib/aws-stepfunctions'
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks'
import { Construct } from 'constructs'
import { ingestHandler } from '../entries.ts'
import type { ActionBuilder, Behind } from './behind.ts'

/** So long a keg is waited for. */
const PATIENCE = Duration.days(14)
/** What the order fails with for good: there is nothing to order, or the keg does not come. */
const FOR_GOOD = ['AlreadyOrdered', 'DeliveryFailed']
const AGAIN = { interval: Duration.seconds(2), backoffRate: 2, maxDelay: Duration.minutes(5), maxAttempts: 10 }

type Waiting = Pick<Behind, 'state' | 'alarmTopic'>

/** Orders a keg, waits by a task token until it is delivered, and keeps how that ended: one swap of a keg at a time. */
export class SwapMachine extends Construct {
  readonly machine: StateMachine

  constructor(scope: Construct, id: string, behind: Waiting) {
    super(scope, id)
    const logs = new LogGroup(this, 'Logs', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY })
    this.machine = new StateMachine(this, 'Machine', {
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromChainable(this.#order(behind)),
      // Without the data: the token is among them.
      logs: { destination: logs, level: LogLevel.ALL, includeExecutionData: false },
      tracingEnabled: true,
    })
    const alarm = new Alarm(this, 'FailedAlarm', {
      metric: this.machine.metricFailed(), threshold: 0, evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD, treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: 'A keg could not be ordered',
    })
    this.#acknowledge()
    if (behind.alarmTopic !== undefined) alarm.addAlarmAction(new SnsAction(behind.alarmTopic))
  }

  #acknowledge(): void {
    const accepted: [string, string][] = [['*', 'CDK lets a machine deliver its logs and traces, which know no resources']]
    for (const handler of this.node.findAll().filter((construct) => construct instanceof IngestFunction)) {
      // A function's default child is its resource.
      accepted.push([
        `<${Stack.of(this).getLogicalId(handler.node.defaultChild as CfnElement)}.Arn>:*`,
        'CDK lets a machine invoke versions of its functions, too',
      ])
    }
    for (const [resource, reason] of accepted)
      Validations.of(this.machine).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason })
  }

  #order({ state: { ledger, orders }, alarmTopic }: Waiting): IChainable {
    const alarms = alarmTopic === undefined ? {} : { alarmTopic }
    const order = new IngestFunction(this, 'Order', {
      entry: ingestHandler('order-keg'), asynchronous: false, grants: [writesStore(ledger), knows('ORDERS_TOPIC', orders.topicArn)],
      ...alarms,
    })
    orders.grantPublish(order)
    const end = new IngestFunction(this, 'End', {
      entry: ingestHandler('end-swap'), asynchronous: false, grants: [writesStore(ledger)], ...alarms,
    })
    const ended = (name: string, how: Readonly<Record<string, string>>): LambdaInvoke => {
      const payload = TaskInput.fromObject({ kegId: JsonPath.stringAt('$.kegId'), swapId: JsonPath.executionName, ...how })
      const task = new LambdaInvoke(this, name, {
        lambdaFunction: end, payload, resultPath: JsonPath.DISCARD, retryOnServiceExceptions: false,
      })
      task.addRetry(AGAIN)
      return task
    }
    const done = new Succeed(this, 'Done')
    return new LambdaInvoke(this, 'OrderKeg', {
      lambdaFunction: order, integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN, taskTimeout: Timeout.duration(PATIENCE),
      resultPath: JsonPath.DISCARD, retryOnServiceExceptions: false,
      payload: TaskInput.fromObject({
        kegId: JsonPath.stringAt('$.kegId'), siteId: JsonPath.stringAt('$.siteId'), alertId: JsonPath.stringAt('$.alertId'),
        swapId: JsonPath.executionName, token: JsonPath.taskToken,
      }),
    })
      .addRetry({ errors: FOR_GOOD, maxAttempts: 0 })
      .addRetry({ errors: ['States.TaskFailed'], ...AGAIN })
      .addCatch(new Succeed(this, 'NothingToOrder'), { errors: ['AlreadyOrdered'] })
      .addCatch(ended('Failed', { state: 'failed', reason: JsonPath.stringAt('$.error.Cause') }).next(done), {
        errors: ['DeliveryFailed'], resultPath: '$.error',
      })
      .addCatch(ended('TimedOut', { state: 'timedOut' }).next(done), { errors: ['States.Timeout'], resultPath: '$.error' })
      .addCatch(
        ended('NotOrdered', { state: 'failed', reason: 'the order could not be handed out' })
          .next(new Fail(this, 'NotHandedOut', { cause: 'the order could not be handed out' })),
        { resultPath: '$.error' },
      )
      .next(ended('Delivered', { state: 'delivered' }).next(done))
  }
}

/** To the machine of swaps. */
export const machine: ActionBuilder<'machine'> = (_action, { swaps }) => toStepFunctions(swaps.machine)
