// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of the SDK's client and model/constraints. Do not edit.
import type { Model } from '@keg/aws-service'

export const model: Model = {
  structures: {
    BatchResultErrorEntry: { Id: { type: 'string', required: true }, SenderFault: { type: 'boolean', required: true }, Code: { type: 'string', required: true }, Message: { type: 'string' } },
    CancelMessageMoveTaskRequest: { TaskHandle: { type: 'string', required: true } },
    CancelMessageMoveTaskResult: { ApproximateNumberOfMessagesMoved: { type: 'number' } },
    ChangeMessageVisibilityBatchRequest: { QueueUrl: { type: 'string', required: true }, Entries: { type: 'list:struct:ChangeMessageVisibilityBatchRequestEntry', required: true } },
    ChangeMessageVisibilityBatchRequestEntry: { Id: { type: 'string', required: true }, ReceiptHandle: { type: 'string', required: true }, VisibilityTimeout: { type: 'number' } },
    ChangeMessageVisibilityBatchResult: { Successful: { type: 'list:struct:ChangeMessageVisibilityBatchResultEntry', required: true }, Failed: { type: 'list:struct:BatchResultErrorEntry', required: true } },
    ChangeMessageVisibilityBatchResultEntry: { Id: { type: 'string', required: true } },
    ChangeMessageVisibilityRequest: { QueueUrl: { type: 'string', required: true }, ReceiptHandle: { type: 'string', required: true }, VisibilityTimeout: { type: 'number', required: true } },
    CreateQueueRequest: { QueueName: { type: 'string', required: true }, Attributes: { type: 'map:string', constraint: 'QueueAttributeMap' }, tags: { type: 'map:string' } },
    CreateQueueResult: { QueueUrl: { type: 'string' } },
    DeleteMessageBatchRequest: { QueueUrl: { type: 'string', required: true }, Entries: { type: 'list:struct:DeleteMessageBatchRequestEntry', required: true } },
    DeleteMessageBatchRequestEntry: { Id: { type: 'string', required: true }, ReceiptHandle: { type: 'string', required: true } },
    DeleteMessageBatchResult: { Successful: { type: 'list:struct:DeleteMessageBatchResultEntry', required: true }, Failed: { type: 'list:struct:BatchResultErrorEntry', required: true } },
    DeleteMessageBatchResultEntry: { Id: { type: 'string', required: true } },
    DeleteMessageRequest: { QueueUrl: { type: 'string', required: true }, ReceiptHandle: { type: 'string', required: true } },
    DeleteQueueRequest: { QueueUrl: { type: 'string', required: true } },
    GetQueueAttributesRequest: { QueueUrl: { type: 'string', required: true }, AttributeNames: { type: 'list:string', constraint: 'AttributeNameList' } },
    GetQueueAttributesResult: { Attributes: { type: 'map:string' } },
    GetQueueUrlRequest: { QueueName: { type: 'string', required: true }, QueueOwnerAWSAccountId: { type: 'string' } },
    GetQueueUrlResult: { QueueUrl: { type: 'string' } },
    ListDeadLetterSourceQueuesRequest: { QueueUrl: { type: 'string', required: true }, NextToken: { type: 'string' }, MaxResults: { type: 'number' } },
    ListDeadLetterSourceQueuesResult: { queueUrls: { type: 'list:string', required: true }, NextToken: { type: 'string' } },
    ListMessageMoveTasksRequest: { SourceArn: { type: 'string', required: true }, MaxResults: { type: 'number' } },
    ListMessageMoveTasksResult: { Results: { type: 'list:struct:ListMessageMoveTasksResultEntry' } },
    ListMessageMoveTasksResultEntry: { TaskHandle: { type: 'string' }, Status: { type: 'string' }, SourceArn: { type: 'string' }, DestinationArn: { type: 'string' }, MaxNumberOfMessagesPerSecond: { type: 'number' }, ApproximateNumberOfMessagesMoved: { type: 'number' }, ApproximateNumberOfMessagesToMove: { type: 'number' }, FailureReason: { type: 'string' }, StartedTimestamp: { type: 'number' } },
    ListQueueTagsRequest: { QueueUrl: { type: 'string', required: true } },
    ListQueueTagsResult: { Tags: { type: 'map:string' } },
    ListQueuesRequest: { QueueNamePrefix: { type: 'string' }, NextToken: { type: 'string' }, MaxResults: { type: 'number' } },
    ListQueuesResult: { QueueUrls: { type: 'list:string' }, NextToken: { type: 'string' } },
    Message: { MessageId: { type: 'string' }, ReceiptHandle: { type: 'string' }, MD5OfBody: { type: 'string' }, Body: { type: 'string' }, Attributes: { type: 'map:string' }, MD5OfMessageAttributes: { type: 'string' }, MessageAttributes: { type: 'map:struct:MessageAttributeValue' } },
    MessageAttributeValue: { DataType: { type: 'string', required: true }, StringValue: { type: 'string' }, BinaryValue: { type: 'blob' }, StringListValues: { type: 'list:string' }, BinaryListValues: { type: 'list:blob' } },
    MessageSystemAttributeValue: { DataType: { type: 'string', required: true }, StringValue: { type: 'string' }, BinaryValue: { type: 'blob' }, StringListValues: { type: 'list:string' }, BinaryListValues: { type: 'list:blob' } },
    PurgeQueueRequest: { QueueUrl: { type: 'string', required: true } },
    ReceiveMessageRequest: { QueueUrl: { type: 'string', required: true }, AttributeNames: { type: 'list:string' }, MessageSystemAttributeNames: { type: 'list:string', constraint: 'MessageSystemAttributeList' }, MessageAttributeNames: { type: 'list:string' }, MaxNumberOfMessages: { type: 'number' }, VisibilityTimeout: { type: 'number' }, WaitTimeSeconds: { type: 'number' }, ReceiveRequestAttemptId: { type: 'string' } },
    ReceiveMessageResult: { Messages: { type: 'list:struct:Message' } },
    SendMessageBatchRequest: { QueueUrl: { type: 'string', required: true }, Entries: { type: 'list:struct:SendMessageBatchRequestEntry', required: true } },
    SendMessageBatchRequestEntry: { Id: { type: 'string', required: true }, MessageBody: { type: 'string', required: true }, DelaySeconds: { type: 'number' }, MessageAttributes: { type: 'map:struct:MessageAttributeValue' }, MessageSystemAttributes: { type: 'map:struct:MessageSystemAttributeValue', constraint: 'MessageBodySystemAttributeMap' }, MessageDeduplicationId: { type: 'string' }, MessageGroupId: { type: 'string' } },
    SendMessageBatchResult: { Successful: { type: 'list:struct:SendMessageBatchResultEntry', required: true }, Failed: { type: 'list:struct:BatchResultErrorEntry', required: true } },
    SendMessageBatchResultEntry: { Id: { type: 'string', required: true }, MessageId: { type: 'string', required: true }, MD5OfMessageBody: { type: 'string', required: true }, MD5OfMessageAttributes: { type: 'string' }, MD5OfMessageSystemAttributes: { type: 'string' }, SequenceNumber: { type: 'string' } },
    SendMessageRequest: { QueueUrl: { type: 'string', required: true }, MessageBody: { type: 'string', required: true }, DelaySeconds: { type: 'number' }, MessageAttributes: { type: 'map:struct:MessageAttributeValue' }, MessageSystemAttributes: { type: 'map:struct:MessageSystemAttributeValue', constraint: 'MessageBodySystemAttributeMap' }, MessageDeduplicationId: { type: 'string' }, MessageGroupId: { type: 'string' } },
    SendMessageResult: { MD5OfMessageBody: { type: 'string' }, MD5OfMessageAttributes: { type: 'string' }, MD5OfMessageSystemAttributes: { type: 'string' }, MessageId: { type: 'string' }, SequenceNumber: { type: 'string' } },
    SetQueueAttributesRequest: { QueueUrl: { type: 'string', required: true }, Attributes: { type: 'map:string', required: true, constraint: 'QueueAttributeMap' } },
    StartMessageMoveTaskRequest: { SourceArn: { type: 'string', required: true }, DestinationArn: { type: 'string' }, MaxNumberOfMessagesPerSecond: { type: 'number' } },
    StartMessageMoveTaskResult: { TaskHandle: { type: 'string' } },
    TagQueueRequest: { QueueUrl: { type: 'string', required: true }, Tags: { type: 'map:string', required: true } },
    UntagQueueRequest: { QueueUrl: { type: 'string', required: true }, TagKeys: { type: 'list:string', required: true } },
  },
  constraints: {
    AttributeNameList: {"of":"QueueAttributeName"},
    MessageBodySystemAttributeMap: {"key":"MessageSystemAttributeNameForSends"},
    MessageSystemAttributeList: {"of":"MessageSystemAttributeName"},
    MessageSystemAttributeName: {"oneOf":["All","SenderId","SentTimestamp","ApproximateReceiveCount","ApproximateFirstReceiveTimestamp","SequenceNumber","MessageDeduplicationId","MessageGroupId","AWSTraceHeader","DeadLetterQueueSourceArn"]},
    MessageSystemAttributeNameForSends: {"oneOf":["AWSTraceHeader"]},
    QueueAttributeMap: {"key":"QueueAttributeName"},
    QueueAttributeName: {"oneOf":["All","Policy","VisibilityTimeout","MaximumMessageSize","MessageRetentionPeriod","ApproximateNumberOfMessages","ApproximateNumberOfMessagesNotVisible","CreatedTimestamp","LastModifiedTimestamp","QueueArn","ApproximateNumberOfMessagesDelayed","DelaySeconds","ReceiveMessageWaitTimeSeconds","RedrivePolicy","FifoQueue","ContentBasedDeduplication","KmsMasterKeyId","KmsDataKeyReusePeriodSeconds","DeduplicationScope","FifoThroughputLimit","RedriveAllowPolicy","SqsManagedSseEnabled"]},
  },
  shapesOf: {
    CancelMessageMoveTask: { input: 'CancelMessageMoveTaskRequest', output: 'CancelMessageMoveTaskResult' },
    ChangeMessageVisibility: { input: 'ChangeMessageVisibilityRequest', output: undefined },
    ChangeMessageVisibilityBatch: { input: 'ChangeMessageVisibilityBatchRequest', output: 'ChangeMessageVisibilityBatchResult' },
    CreateQueue: { input: 'CreateQueueRequest', output: 'CreateQueueResult' },
    DeleteMessage: { input: 'DeleteMessageRequest', output: undefined },
    DeleteMessageBatch: { input: 'DeleteMessageBatchRequest', output: 'DeleteMessageBatchResult' },
    DeleteQueue: { input: 'DeleteQueueRequest', output: undefined },
    GetQueueAttributes: { input: 'GetQueueAttributesRequest', output: 'GetQueueAttributesResult' },
    GetQueueUrl: { input: 'GetQueueUrlRequest', output: 'GetQueueUrlResult' },
    ListDeadLetterSourceQueues: { input: 'ListDeadLetterSourceQueuesRequest', output: 'ListDeadLetterSourceQueuesResult' },
    ListMessageMoveTasks: { input: 'ListMessageMoveTasksRequest', output: 'ListMessageMoveTasksResult' },
    ListQueueTags: { input: 'ListQueueTagsRequest', output: 'ListQueueTagsResult' },
    ListQueues: { input: 'ListQueuesRequest', output: 'ListQueuesResult' },
    PurgeQueue: { input: 'PurgeQueueRequest', output: undefined },
    ReceiveMessage: { input: 'ReceiveMessageRequest', output: 'ReceiveMessageResult' },
    SendMessage: { input: 'SendMessageRequest', output: 'SendMessageResult' },
    SendMessageBatch: { input: 'SendMessageBatchRequest', output: 'SendMessageBatchResult' },
    SetQueueAttributes: { input: 'SetQueueAttributesRequest', output: undefined },
    StartMessageMoveTask: { input: 'StartMessageMoveTaskRequest', output: 'StartMessageMoveTaskResult' },
    TagQueue: { input: 'TagQueueRequest', output: undefined },
    UntagQueue: { input: 'UntagQueueRequest', output: undefined },
  },
}

export interface BatchResultErrorEntry {
  readonly Id: string
  readonly SenderFault: boolean
  readonly Code: string
  readonly Message?: string | undefined
}

export interface CancelMessageMoveTaskRequest {
  readonly TaskHandle: string
}

export interface CancelMessageMoveTaskResult {
  readonly ApproximateNumberOfMessagesMoved?: number | undefined
}

export interface ChangeMessageVisibilityBatchRequest {
  readonly QueueUrl: string
  readonly Entries: readonly (ChangeMessageVisibilityBatchRequestEntry)[]
}

export interface ChangeMessageVisibilityBatchRequestEntry {
  readonly Id: string
  readonly ReceiptHandle: string
  readonly VisibilityTimeout?: number | undefined
}

export interface ChangeMessageVisibilityBatchResult {
  readonly Successful: readonly (ChangeMessageVisibilityBatchResultEntry)[]
  readonly Failed: readonly (BatchResultErrorEntry)[]
}

export interface ChangeMessageVisibilityBatchResultEntry {
  readonly Id: string
}

export interface ChangeMessageVisibilityRequest {
  readonly QueueUrl: string
  readonly ReceiptHandle: string
  readonly VisibilityTimeout: number
}

export interface CreateQueueRequest {
  readonly QueueName: string
  readonly Attributes?: Readonly<Record<string, string>> | undefined
  readonly tags?: Readonly<Record<string, string>> | undefined
}

export interface CreateQueueResult {
  readonly QueueUrl?: string | undefined
}

export interface DeleteMessageBatchRequest {
  readonly QueueUrl: string
  readonly Entries: readonly (DeleteMessageBatchRequestEntry)[]
}

export interface DeleteMessageBatchRequestEntry {
  readonly Id: string
  readonly ReceiptHandle: string
}

export interface DeleteMessageBatchResult {
  readonly Successful: readonly (DeleteMessageBatchResultEntry)[]
  readonly Failed: readonly (BatchResultErrorEntry)[]
}

export interface DeleteMessageBatchResultEntry {
  readonly Id: string
}

export interface DeleteMessageRequest {
  readonly QueueUrl: string
  readonly ReceiptHandle: string
}

export interface DeleteQueueRequest {
  readonly QueueUrl: string
}

export interface GetQueueAttributesRequest {
  readonly QueueUrl: string
  readonly AttributeNames?: readonly (string)[] | undefined
}

export interface GetQueueAttributesResult {
  readonly Attributes?: Readonly<Record<string, string>> | undefined
}

export interface GetQueueUrlRequest {
  readonly QueueName: string
  readonly QueueOwnerAWSAccountId?: string | undefined
}

export interface GetQueueUrlResult {
  readonly QueueUrl?: string | undefined
}

export interface ListDeadLetterSourceQueuesRequest {
  readonly QueueUrl: string
  readonly NextToken?: string | undefined
  readonly MaxResults?: number | undefined
}

export interface ListDeadLetterSourceQueuesResult {
  readonly queueUrls: readonly (string)[]
  readonly NextToken?: string | undefined
}

export interface ListMessageMoveTasksRequest {
  readonly SourceArn: string
  readonly MaxResults?: number | undefined
}

export interface ListMessageMoveTasksResult {
  readonly Results?: readonly (ListMessageMoveTasksResultEntry)[] | undefined
}

export interface ListMessageMoveTasksResultEntry {
  readonly TaskHandle?: string | undefined
  readonly Status?: string | undefined
  readonly SourceArn?: string | undefined
  readonly DestinationArn?: string | undefined
  readonly MaxNumberOfMessagesPerSecond?: number | undefined
  readonly ApproximateNumberOfMessagesMoved?: number | undefined
  readonly ApproximateNumberOfMessagesToMove?: number | undefined
  readonly FailureReason?: string | undefined
  readonly StartedTimestamp?: number | undefined
}

export interface ListQueueTagsRequest {
  readonly QueueUrl: string
}

export interface ListQueueTagsResult {
  readonly Tags?: Readonly<Record<string, string>> | undefined
}

export interface ListQueuesRequest {
  readonly QueueNamePrefix?: string | undefined
  readonly NextToken?: string | undefined
  readonly MaxResults?: number | undefined
}

export interface ListQueuesResult {
  readonly QueueUrls?: readonly (string)[] | undefined
  readonly NextToken?: string | undefined
}

export interface Message {
  readonly MessageId?: string | undefined
  readonly ReceiptHandle?: string | undefined
  readonly MD5OfBody?: string | undefined
  readonly Body?: string | undefined
  readonly Attributes?: Readonly<Record<string, string>> | undefined
  readonly MD5OfMessageAttributes?: string | undefined
  readonly MessageAttributes?: Readonly<Record<string, MessageAttributeValue>> | undefined
}

export interface MessageAttributeValue {
  readonly DataType: string
  readonly StringValue?: string | undefined
  readonly BinaryValue?: string | undefined
  readonly StringListValues?: readonly (string)[] | undefined
  readonly BinaryListValues?: readonly (string)[] | undefined
}

export interface MessageSystemAttributeValue {
  readonly DataType: string
  readonly StringValue?: string | undefined
  readonly BinaryValue?: string | undefined
  readonly StringListValues?: readonly (string)[] | undefined
  readonly BinaryListValues?: readonly (string)[] | undefined
}

export interface PurgeQueueRequest {
  readonly QueueUrl: string
}

export interface ReceiveMessageRequest {
  readonly QueueUrl: string
  readonly AttributeNames?: readonly (string)[] | undefined
  readonly MessageSystemAttributeNames?: readonly (string)[] | undefined
  readonly MessageAttributeNames?: readonly (string)[] | undefined
  readonly MaxNumberOfMessages?: number | undefined
  readonly VisibilityTimeout?: number | undefined
  readonly WaitTimeSeconds?: number | undefined
  readonly ReceiveRequestAttemptId?: string | undefined
}

export interface ReceiveMessageResult {
  readonly Messages?: readonly (Message)[] | undefined
}

export interface SendMessageBatchRequest {
  readonly QueueUrl: string
  readonly Entries: readonly (SendMessageBatchRequestEntry)[]
}

export interface SendMessageBatchRequestEntry {
  readonly Id: string
  readonly MessageBody: string
  readonly DelaySeconds?: number | undefined
  readonly MessageAttributes?: Readonly<Record<string, MessageAttributeValue>> | undefined
  readonly MessageSystemAttributes?: Readonly<Record<string, MessageSystemAttributeValue>> | undefined
  readonly MessageDeduplicationId?: string | undefined
  readonly MessageGroupId?: string | undefined
}

export interface SendMessageBatchResult {
  readonly Successful: readonly (SendMessageBatchResultEntry)[]
  readonly Failed: readonly (BatchResultErrorEntry)[]
}

export interface SendMessageBatchResultEntry {
  readonly Id: string
  readonly MessageId: string
  readonly MD5OfMessageBody: string
  readonly MD5OfMessageAttributes?: string | undefined
  readonly MD5OfMessageSystemAttributes?: string | undefined
  readonly SequenceNumber?: string | undefined
}

export interface SendMessageRequest {
  readonly QueueUrl: string
  readonly MessageBody: string
  readonly DelaySeconds?: number | undefined
  readonly MessageAttributes?: Readonly<Record<string, MessageAttributeValue>> | undefined
  readonly MessageSystemAttributes?: Readonly<Record<string, MessageSystemAttributeValue>> | undefined
  readonly MessageDeduplicationId?: string | undefined
  readonly MessageGroupId?: string | undefined
}

export interface SendMessageResult {
  readonly MD5OfMessageBody?: string | undefined
  readonly MD5OfMessageAttributes?: string | undefined
  readonly MD5OfMessageSystemAttributes?: string | undefined
  readonly MessageId?: string | undefined
  readonly SequenceNumber?: string | undefined
}

export interface SetQueueAttributesRequest {
  readonly QueueUrl: string
  readonly Attributes: Readonly<Record<string, string>>
}

export interface StartMessageMoveTaskRequest {
  readonly SourceArn: string
  readonly DestinationArn?: string | undefined
  readonly MaxNumberOfMessagesPerSecond?: number | undefined
}

export interface StartMessageMoveTaskResult {
  readonly TaskHandle?: string | undefined
}

export interface TagQueueRequest {
  readonly QueueUrl: string
  readonly Tags: Readonly<Record<string, string>>
}

export interface UntagQueueRequest {
  readonly QueueUrl: string
  readonly TagKeys: readonly (string)[]
}

export interface OperationTypes {
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CancelMessageMoveTask.html */
  CancelMessageMoveTask: { input: CancelMessageMoveTaskRequest; output: CancelMessageMoveTaskResult }
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html */
  ChangeMessageVisibility: { input: ChangeMessageVisibilityRequest; output: void }
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibilityBatch.html */
  ChangeMessageVisibilityBatch: { input: ChangeMessageVisibilityBatchRequest; output: ChangeMessageVisibilityBatchResult }
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html */
  CreateQueue: { input: CreateQueueRequest; output: CreateQueueResult }
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html */
  DeleteMessage: { input: DeleteMessageRequest; output: void }
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessageBatch.html */
  DeleteMessageBatch: { input: DeleteMessageBatchRequest; output: DeleteMessageBatchResult }
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteQueue.html */
  DeleteQueue: { input: DeleteQueueRequest; output: void }
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html */
  GetQueueAttributes: { input: GetQueueAttributesRequest; output: GetQueueAttributesResult }
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html */
  GetQueueUrl: { input: GetQueueUrlRequest; output: GetQueueUrlResult }
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListDeadLetterSourceQueues.html */
  ListDeadLetterSourceQueues: { input: ListDeadLetterSourceQueuesRequest; output: ListDeadLetterSourceQueuesResult }
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListMessageMoveTasks.html */
  ListMessageMoveTasks: { input: ListMessageMoveTasksRequest; output: ListMessageMoveTasksResult }
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueueTags.html */
  ListQueueTags: { input: ListQueueTagsRequest; output: ListQueueTagsResult }
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueues.html */
  ListQueues: { input: ListQueuesRequest; output: ListQueuesResult }
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_PurgeQueue.html */
  PurgeQueue: { input: PurgeQueueRequest; output: void }
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html */
  ReceiveMessage: { input: ReceiveMessageRequest; output: ReceiveMessageResult }
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
  SendMessage: { input: SendMessageRequest; output: SendMessageResult }
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html */
  SendMessageBatch: { input: SendMessageBatchRequest; output: SendMessageBatchResult }
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
  SetQueueAttributes: { input: SetQueueAttributesRequest; output: void }
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html */
  StartMessageMoveTask: { input: StartMessageMoveTaskRequest; output: StartMessageMoveTaskResult }
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_TagQueue.html */
  TagQueue: { input: TagQueueRequest; output: void }
  /** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_UntagQueue.html */
  UntagQueue: { input: UntagQueueRequest; output: void }
}
