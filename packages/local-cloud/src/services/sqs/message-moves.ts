import { isRecord, ServiceException } from '@keg/aws-service'
import type { ListMessageMoveTasksRequest, ListMessageMoveTasksResultEntry, StartMessageMoveTaskRequest } from './model.generated.ts'
import type { Sqs, SqsMessage } from './sqs.ts'

/** What moves run with. */
export interface MessageMovesOptions {
  readonly nowMs: () => number
  readonly newId: () => string
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

/** Messages on their way from a dead-letter queue. */
interface MoveTask {
  readonly handle: string
  readonly sourceArn: string
  readonly destinationArn: string | undefined
  readonly maxPerSecond: number | undefined
  readonly startedAtMs: number
  readonly toMove: number
  readonly stopping: AbortController
  status: 'RUNNING' | 'COMPLETED' | 'CANCELLED' | 'FAILED'
  moved: number
  failure?: string
}

const BATCH_MAX = 10
/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListMessageMoveTasks.html */
const TASKS_MAX = 10

/** What the engine does not have: moving messages out of dead-letter queues, and whose these are. */
export class MessageMoves {
  readonly #sqs: Sqs
  readonly #options: MessageMovesOptions
  /** The latest first. */
  readonly #tasks: MoveTask[] = []
  readonly #running = new Set<Promise<void>>()

  constructor(sqs: Sqs, options: MessageMovesOptions) {
    this.#sqs = sqs
    this.#options = options
  }

  async close(): Promise<void> {
    for (const { stopping } of this.#tasks) stopping.abort()
    await Promise.all(this.#running)
  }

  /** Answers the task's handle. Throws `ServiceException`. */
  async begin(
    { SourceArn: sourceArn, DestinationArn: destinationArn, MaxNumberOfMessagesPerSecond: maxPerSecond }: StartMessageMoveTaskRequest,
  ): Promise<string> {
    const { ApproximateNumberOfMessages = '0' } = await this.#sqs.attributes(this.#urlOf(sourceArn))
    const sources = await this.#sources(sourceArn)
    if (sources.length === 0)
      throw new ServiceException('InvalidParameterValue', 400, 'Source queue must be configured as a Dead Letter Queue.')
    if (this.#tasks.some((task) => task.sourceArn === sourceArn && task.status === 'RUNNING')) {
      throw unsupported('There is already a task running. Only one active task is allowed for a source queue arn at a given time.')
    }
    // The engine does not say which queue a message came from.
    if (destinationArn === undefined && sources.length > 1) {
      throw unsupported(`${sourceArn} is the dead-letter queue of several queues, and which one a message came from is not known here: a DestinationArn is needed.`)
    }
    const target = destinationArn === undefined ? sources[0]?.url : this.#urlOf(destinationArn)
    if (target !== undefined) await this.#sqs.attributes(target)
    const handle = Buffer.from(JSON.stringify({ taskId: this.#options.newId(), sourceArn })).toString('base64')
    const task: MoveTask = {
      handle, sourceArn, destinationArn, maxPerSecond, startedAtMs: this.#options.nowMs(), toMove: Number(ApproximateNumberOfMessages),
      stopping: new AbortController(), status: 'RUNNING', moved: 0,
    }
    this.#tasks.unshift(task)
    const running = this.#move(task, this.#urlOf(sourceArn), target ?? '').finally(() => this.#running.delete(running))
    this.#running.add(running)
    return handle
  }

  async #move(task: MoveTask, sourceUrl: string, targetUrl: string): Promise<void> {
    const { signal } = task.stopping
    try {
      while (!signal.aborted) {
        const messages = await this.#sqs.receive(sourceUrl, Math.min(BATCH_MAX, task.maxPerSecond ?? BATCH_MAX), 0)
        if (messages.length === 0) break
        for (const message of messages) await this.#sqs.call('SendMessage', { QueueUrl: targetUrl, ...sent(message) })
        await this.#sqs.delete(sourceUrl, messages)
        task.moved += messages.length
        if (task.maxPerSecond !== undefined)
          await this.#options.sleep((messages.length / task.maxPerSecond) * 1000, signal).catch(() => undefined)
      }
      task.status = signal.aborted ? 'CANCELLED' : 'COMPLETED'
    } catch (error) {
      task.status = 'FAILED'
      task.failure = error instanceof Error ? error.name : String(error)
    }
  }

  list({ SourceArn, MaxResults = 1 }: ListMessageMoveTasksRequest): ListMessageMoveTasksResultEntry[] {
    return this.#tasks.filter(({ sourceArn }) => sourceArn === SourceArn).slice(0, Math.min(TASKS_MAX, MaxResults)).map(described)
  }

  /** Answers how many messages it has moved. Throws `ServiceException`. */
  cancel(handle: string): number {
    const task = this.#tasks.find((each) => each.handle === handle)
    if (task === undefined) throw new ServiceException('ResourceNotFoundException', 404, 'The task does not exist.')
    if (task.status !== 'RUNNING') throw unsupported(`Only active tasks can be cancelled; this one is ${task.status}.`)
    task.status = 'CANCELLED'
    task.stopping.abort()
    return task.moved
  }

  /** The addresses of the queues that have this one as their dead-letter queue. */
  async sourcesOf(queueUrl: string): Promise<string[]> {
    return (await this.#sources((await this.#sqs.attributes(queueUrl))['QueueArn'] ?? '')).map(({ url }) => url)
  }

  async #sources(deadLetterArn: string): Promise<{ url: string }[]> {
    const { QueueUrls } = await this.#sqs.call('ListQueues', {})
    const urls = Array.isArray(QueueUrls) ? QueueUrls.map(String) : []
    const policies = await Promise.all(
      urls.map(async (url) => ({ url, policy: redrivePolicy((await this.#sqs.attributes(url))['RedrivePolicy']) })),
    )
    return policies.filter(({ policy }) => policy['deadLetterTargetArn'] === deadLetterArn)
  }

  #urlOf(arn: string): string {
    const url = this.#sqs.queueUrl(arn)
    if (url === undefined) throw new ServiceException('ResourceNotFoundException', 404, `The resource that you specified for the SourceArn or DestinationArn parameter does not exist: ${arn}`)
    return url
  }
}

const unsupported = (message: string) => new ServiceException('UnsupportedOperation', 400, message)

function sent({ Body, MessageAttributes, Attributes = {} }: SqsMessage): object {
  const { MessageGroupId, MessageDeduplicationId } = Attributes
  return { MessageBody: Body, MessageAttributes, ...(MessageGroupId === undefined ? {} : { MessageGroupId, MessageDeduplicationId }) }
}

function described(
  { handle, sourceArn, destinationArn, maxPerSecond, startedAtMs, toMove, status, moved, failure }: MoveTask,
): ListMessageMoveTasksResultEntry {
  return {
    // Only tasks that run have a handle.
    TaskHandle: status === 'RUNNING' ? handle : undefined, Status: status, SourceArn: sourceArn, DestinationArn: destinationArn,
    MaxNumberOfMessagesPerSecond: maxPerSecond, ApproximateNumberOfMessagesMoved: moved, ApproximateNumberOfMessagesToMove: toMove,
    FailureReason: failure, StartedTimestamp: startedAtMs,
  }
}

function redrivePolicy(text: string | undefined): Readonly<Record<string, unknown>> {
  const policy: unknown = JSON.parse(text || '{}')
  return isRecord(policy) ? policy : {}
}
