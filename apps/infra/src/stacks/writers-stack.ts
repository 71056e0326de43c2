import {
  IngestFunction, knows, onThings, readsObjects, readsStore, writesObjects, writesStore, type HandlerGrant,
} from '@keg/cdk-constructs'
import { WARM_CELSIUS, WARM_METRIC } from '@keg/flows'
import { Duration, Stack } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { LambdaAction, SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Rule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Topic, type ITopic } from 'aws-cdk-lib/aws-sns'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { apiHandler } from '../entries.ts'
import { metricNamespace } from '../names.ts'
import type { KegStackProps, StateStack } from '../state-stack.ts'

/** What a {@link WritersStack} takes. */
export interface WritersStackProps extends KegStackProps {
  readonly state: StateStack
  /** The ARN of an SNS topic that is told of alarms; default none. */
  readonly alarmTopicArn?: string | undefined
}

/** How long a writer may work at a stretch, and how often it goes on before a file is given up. */
const STRETCH = Duration.minutes(5)
const STRETCHES = 10
/** One that was killed is gone on with after this. */
const AGAIN = STRETCH.plus(Duration.minutes(1))
/** A warm keg says so every ten seconds: five minutes without a word are the end of it. */
const QUIET_MINUTES = 5
/** A reading goes through a stream before it is in the store; its metric does not. */
const READINGS_LAG_SEC = 10

/** Who commands kegs beside people: an alarm of warm beer, and files of settings. */
export class WritersStack extends Stack {
  readonly #state: StateStack
  readonly #alarms: { readonly alarmTopic?: ITopic }

  constructor(scope: Construct, id: string, { stage, state, alarmTopicArn, ...props }: WritersStackProps) {
    super(scope, id, props)
    this.#state = state
    this.#alarms = alarmTopicArn === undefined ? {} : { alarmTopic: Topic.fromTopicArn(this, 'AlarmTopic', alarmTopicArn) }
    this.#lowersWarmKegs(stage)
    this.#takesUploads()
  }

  #lowersWarmKegs(stage: string): void {
    const { ledger, readings, people } = this.#state
    const alarm = new Alarm(this, 'Warm', {
      alarmDescription: `A keg is warmer than ${WARM_CELSIUS} °C`,
      metric: new Metric({ namespace: metricNamespace(stage), metricName: WARM_METRIC, statistic: 'Maximum', period: Duration.minutes(1) }),
      threshold: WARM_CELSIUS, comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: QUIET_MINUTES, datapointsToAlarm: 1, treatMissingData: TreatMissingData.NOT_BREACHING,
    })
    const writer = new IngestFunction(this, 'AlarmWriter', {
      entry: apiHandler('alarm-writer'), timeout: STRETCH, ...this.#alarms,
      grants: [
        readsStore(readings, 'READINGS_TABLE_NAME'), readsStore(ledger), writesStore(ledger),
        onThings('iot:GetThingShadow', 'iot:UpdateThingShadow'), knows('WARM_CELSIUS', String(WARM_CELSIUS)),
        knows('READINGS_LAG_SEC', String(READINGS_LAG_SEC)),
      ],
    })
    alarm.addAlarmAction(new SnsAction(people), new LambdaAction(writer))
  }

  /**
   * By a queue, so that what is killed or has no time left is gone on with, and not three times at most, as where Lambda is told by the
   * bucket itself.
   */
  #takesUploads(): void {
    const { ledger, uploads } = this.#state
    const queueProps = {
      encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(14), visibilityTimeout: AGAIN,
    }
    const givenUp = new Queue(this, 'UploadsGivenUp', queueProps)
    const queue = new Queue(this, 'Uploads', { ...queueProps, deadLetterQueue: { queue: givenUp, maxReceiveCount: STRETCHES } })
    const handled = (name: string, entry: string, from: Queue, grants: readonly HandlerGrant[]): void => {
      const handler = new IngestFunction(this, name, {
        entry: apiHandler(entry), timeout: STRETCH, asynchronous: false, ...this.#alarms, grants,
      })
      handler.addEventSource(new SqsEventSource(from, { batchSize: 1 }))
    }
    const files = [readsObjects(uploads, 'settings/*'), writesObjects(uploads, 'results/*'), readsStore(ledger)]
    handled('UploadWriter', 'settings-upload', queue, [
      ...files, writesStore(ledger), onThings('iot:GetThingShadow', 'iot:UpdateThingShadow', 'iot:DescribeThing'),
    ])
    handled('UploadFailed', 'settings-upload-failed', givenUp, files)
    new Rule(this, 'Uploaded', {
      description: 'Files of settings, to the queue of their writer',
      eventPattern: { source: ['aws.s3'], detailType: ['Object Created'], detail: {
        bucket: { name: [uploads.bucketName] }, object: { key: [{ wildcard: 'settings/*.csv' }, { wildcard: 'settings/*.CSV' }] },
      } },
      targets: [new SqsQueue(queue)],
    })
  }
}
