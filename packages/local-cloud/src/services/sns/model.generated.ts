// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of the SDK's client and model/constraints. Do not edit.
import type { Model } from '@keg/aws-service'

export const model: Model = {
  structures: {
    BatchResultErrorEntry: { Id: { type: 'string', required: true }, Code: { type: 'string', required: true }, SenderFault: { type: 'boolean', required: true }, Message: { type: 'string' } },
    ConfirmSubscriptionInput: { TopicArn: { type: 'string', required: true }, Token: { type: 'string', required: true }, AuthenticateOnUnsubscribe: { type: 'string' } },
    ConfirmSubscriptionResponse: { SubscriptionArn: { type: 'string' } },
    CreateTopicInput: { Name: { type: 'string', required: true }, Attributes: { type: 'map:string' }, Tags: { type: 'list:struct:Tag' }, DataProtectionPolicy: { type: 'string' } },
    CreateTopicResponse: { TopicArn: { type: 'string' } },
    DeleteTopicInput: { TopicArn: { type: 'string', required: true } },
    GetSubscriptionAttributesInput: { SubscriptionArn: { type: 'string', required: true } },
    GetSubscriptionAttributesResponse: { Attributes: { type: 'map:string' } },
    GetTopicAttributesInput: { TopicArn: { type: 'string', required: true } },
    GetTopicAttributesResponse: { Attributes: { type: 'map:string' } },
    ListSubscriptionsByTopicInput: { TopicArn: { type: 'string', required: true }, NextToken: { type: 'string' } },
    ListSubscriptionsByTopicResponse: { Subscriptions: { type: 'list:struct:Subscription' }, NextToken: { type: 'string' } },
    ListSubscriptionsInput: { NextToken: { type: 'string' } },
    ListSubscriptionsResponse: { Subscriptions: { type: 'list:struct:Subscription' }, NextToken: { type: 'string' } },
    ListTagsForResourceRequest: { ResourceArn: { type: 'string', required: true, constraint: 'AmazonResourceName' } },
    ListTagsForResourceResponse: { Tags: { type: 'list:struct:Tag' } },
    ListTopicsInput: { NextToken: { type: 'string' } },
    ListTopicsResponse: { Topics: { type: 'list:struct:Topic' }, NextToken: { type: 'string' } },
    MessageAttributeValue: { DataType: { type: 'string', required: true }, StringValue: { type: 'string' }, BinaryValue: { type: 'blob' } },
    PublishBatchInput: { TopicArn: { type: 'string', required: true }, PublishBatchRequestEntries: { type: 'list:struct:PublishBatchRequestEntry', required: true } },
    PublishBatchRequestEntry: { Id: { type: 'string', required: true }, Message: { type: 'string', required: true }, Subject: { type: 'string' }, MessageStructure: { type: 'string' }, MessageAttributes: { type: 'map:struct:MessageAttributeValue' }, MessageDeduplicationId: { type: 'string' }, MessageGroupId: { type: 'string' } },
    PublishBatchResponse: { Successful: { type: 'list:struct:PublishBatchResultEntry' }, Failed: { type: 'list:struct:BatchResultErrorEntry' } },
    PublishBatchResultEntry: { Id: { type: 'string' }, MessageId: { type: 'string' }, SequenceNumber: { type: 'string' } },
    PublishInput: { Message: { type: 'string', required: true }, TopicArn: { type: 'string' }, TargetArn: { type: 'string' }, PhoneNumber: { type: 'string' }, Subject: { type: 'string' }, MessageStructure: { type: 'string' }, MessageAttributes: { type: 'map:struct:MessageAttributeValue' }, MessageDeduplicationId: { type: 'string' }, MessageGroupId: { type: 'string' } },
    PublishResponse: { MessageId: { type: 'string' }, SequenceNumber: { type: 'string' } },
    SetSubscriptionAttributesInput: { SubscriptionArn: { type: 'string', required: true }, AttributeName: { type: 'string', required: true }, AttributeValue: { type: 'string' } },
    SetTopicAttributesInput: { TopicArn: { type: 'string', required: true }, AttributeName: { type: 'string', required: true }, AttributeValue: { type: 'string' } },
    SubscribeInput: { TopicArn: { type: 'string', required: true }, Protocol: { type: 'string', required: true }, Endpoint: { type: 'string' }, Attributes: { type: 'map:string' }, ReturnSubscriptionArn: { type: 'boolean' } },
    SubscribeResponse: { SubscriptionArn: { type: 'string' } },
    Subscription: { SubscriptionArn: { type: 'string' }, Owner: { type: 'string' }, Protocol: { type: 'string' }, Endpoint: { type: 'string' }, TopicArn: { type: 'string' } },
    Tag: { Key: { type: 'string', required: true, constraint: 'TagKey' }, Value: { type: 'string', required: true, constraint: 'TagValue' } },
    TagResourceRequest: { ResourceArn: { type: 'string', required: true, constraint: 'AmazonResourceName' }, Tags: { type: 'list:struct:Tag', required: true } },
    TagResourceResponse: { },
    Topic: { TopicArn: { type: 'string' } },
    UnsubscribeInput: { SubscriptionArn: { type: 'string', required: true } },
    UntagResourceRequest: { ResourceArn: { type: 'string', required: true, constraint: 'AmazonResourceName' }, TagKeys: { type: 'list:string', required: true, constraint: 'TagKeyList' } },
    UntagResourceResponse: { },
  },
  constraints: {
    AmazonResourceName: {"min":1,"max":1011},
    TagKey: {"min":1,"max":128},
    TagKeyList: {"of":"TagKey"},
    TagValue: {"min":0,"max":256},
  },
  shapesOf: {
    ConfirmSubscription: { input: 'ConfirmSubscriptionInput', output: 'ConfirmSubscriptionResponse' },
    CreateTopic: { input: 'CreateTopicInput', output: 'CreateTopicResponse' },
    DeleteTopic: { input: 'DeleteTopicInput', output: undefined },
    GetSubscriptionAttributes: { input: 'GetSubscriptionAttributesInput', output: 'GetSubscriptionAttributesResponse' },
    GetTopicAttributes: { input: 'GetTopicAttributesInput', output: 'GetTopicAttributesResponse' },
    ListSubscriptions: { input: 'ListSubscriptionsInput', output: 'ListSubscriptionsResponse' },
    ListSubscriptionsByTopic: { input: 'ListSubscriptionsByTopicInput', output: 'ListSubscriptionsByTopicResponse' },
    ListTagsForResource: { input: 'ListTagsForResourceRequest', output: 'ListTagsForResourceResponse' },
    ListTopics: { input: 'ListTopicsInput', output: 'ListTopicsResponse' },
    Publish: { input: 'PublishInput', output: 'PublishResponse' },
    PublishBatch: { input: 'PublishBatchInput', output: 'PublishBatchResponse' },
    SetSubscriptionAttributes: { input: 'SetSubscriptionAttributesInput', output: undefined },
    SetTopicAttributes: { input: 'SetTopicAttributesInput', output: undefined },
    Subscribe: { input: 'SubscribeInput', output: 'SubscribeResponse' },
    TagResource: { input: 'TagResourceRequest', output: 'TagResourceResponse' },
    Unsubscribe: { input: 'UnsubscribeInput', output: undefined },
    UntagResource: { input: 'UntagResourceRequest', output: 'UntagResourceResponse' },
  },
}

export interface BatchResultErrorEntry {
  readonly Id: string
  readonly Code: string
  readonly SenderFault: boolean
  readonly Message?: string | undefined
}

export interface ConfirmSubscriptionInput {
  readonly TopicArn: string
  readonly Token: string
  readonly AuthenticateOnUnsubscribe?: string | undefined
}

export interface ConfirmSubscriptionResponse {
  readonly SubscriptionArn?: string | undefined
}

export interface CreateTopicInput {
  readonly Name: string
  readonly Attributes?: Readonly<Record<string, string>> | undefined
  readonly Tags?: readonly (Tag)[] | undefined
  readonly DataProtectionPolicy?: string | undefined
}

export interface CreateTopicResponse {
  readonly TopicArn?: string | undefined
}

export interface DeleteTopicInput {
  readonly TopicArn: string
}

export interface GetSubscriptionAttributesInput {
  readonly SubscriptionArn: string
}

export interface GetSubscriptionAttributesResponse {
  readonly Attributes?: Readonly<Record<string, string>> | undefined
}

export interface GetTopicAttributesInput {
  readonly TopicArn: string
}

export interface GetTopicAttributesResponse {
  readonly Attributes?: Readonly<Record<string, string>> | undefined
}

export interface ListSubscriptionsByTopicInput {
  readonly TopicArn: string
  readonly NextToken?: string | undefined
}

export interface ListSubscriptionsByTopicResponse {
  readonly Subscriptions?: readonly (Subscription)[] | undefined
  readonly NextToken?: string | undefined
}

export interface ListSubscriptionsInput {
  readonly NextToken?: string | undefined
}

export interface ListSubscriptionsResponse {
  readonly Subscriptions?: readonly (Subscription)[] | undefined
  readonly NextToken?: string | undefined
}

export interface ListTagsForResourceRequest {
  readonly ResourceArn: string
}

export interface ListTagsForResourceResponse {
  readonly Tags?: readonly (Tag)[] | undefined
}

export interface ListTopicsInput {
  readonly NextToken?: string | undefined
}

export interface ListTopicsResponse {
  readonly Topics?: readonly (Topic)[] | undefined
  readonly NextToken?: string | undefined
}

export interface MessageAttributeValue {
  readonly DataType: string
  readonly StringValue?: string | undefined
  readonly BinaryValue?: string | undefined
}

export interface PublishBatchInput {
  readonly TopicArn: string
  readonly PublishBatchRequestEntries: readonly (PublishBatchRequestEntry)[]
}

export interface PublishBatchRequestEntry {
  readonly Id: string
  readonly Message: string
  readonly Subject?: string | undefined
  readonly MessageStructure?: string | undefined
  readonly MessageAttributes?: Readonly<Record<string, MessageAttributeValue>> | undefined
  readonly MessageDeduplicationId?: string | undefined
  readonly MessageGroupId?: string | undefined
}

export interface PublishBatchResponse {
  readonly Successful?: readonly (PublishBatchResultEntry)[] | undefined
  readonly Failed?: readonly (BatchResultErrorEntry)[] | undefined
}

export interface PublishBatchResultEntry {
  readonly Id?: string | undefined
  readonly MessageId?: string | undefined
  readonly SequenceNumber?: string | undefined
}

export interface PublishInput {
  readonly Message: string
  readonly TopicArn?: string | undefined
  readonly TargetArn?: string | undefined
  readonly PhoneNumber?: string | undefined
  readonly Subject?: string | undefined
  readonly MessageStructure?: string | undefined
  readonly MessageAttributes?: Readonly<Record<string, MessageAttributeValue>> | undefined
  readonly MessageDeduplicationId?: string | undefined
  readonly MessageGroupId?: string | undefined
}

export interface PublishResponse {
  readonly MessageId?: string | undefined
  readonly SequenceNumber?: string | undefined
}

export interface SetSubscriptionAttributesInput {
  readonly SubscriptionArn: string
  readonly AttributeName: string
  readonly AttributeValue?: string | undefined
}

export interface SetTopicAttributesInput {
  readonly TopicArn: string
  readonly AttributeName: string
  readonly AttributeValue?: string | undefined
}

export interface SubscribeInput {
  readonly TopicArn: string
  readonly Protocol: string
  readonly Endpoint?: string | undefined
  readonly Attributes?: Readonly<Record<string, string>> | undefined
  readonly ReturnSubscriptionArn?: boolean | undefined
}

export interface SubscribeResponse {
  readonly SubscriptionArn?: string | undefined
}

export interface Subscription {
  readonly SubscriptionArn?: string | undefined
  readonly Owner?: string | undefined
  readonly Protocol?: string | undefined
  readonly Endpoint?: string | undefined
  readonly TopicArn?: string | undefined
}

export interface Tag {
  readonly Key: string
  readonly Value: string
}

export interface TagResourceRequest {
  readonly ResourceArn: string
  readonly Tags: readonly (Tag)[]
}

export interface TagResourceResponse {
}

export interface Topic {
  readonly TopicArn?: string | undefined
}

export interface UnsubscribeInput {
  readonly SubscriptionArn: string
}

export interface UntagResourceRequest {
  readonly ResourceArn: string
  readonly TagKeys: readonly (string)[]
}

export interface UntagResourceResponse {
}

export interface OperationTypes {
  /** @see https://docs.aws.amazon.com/sns/latest/api/API_ConfirmSubscription.html */
  ConfirmSubscription: { input: ConfirmSubscriptionInput; output: ConfirmSubscriptionResponse }
  /** @see https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html */
  CreateTopic: { input: CreateTopicInput; output: CreateTopicResponse }
  /** @see https://docs.aws.amazon.com/sns/latest/api/API_DeleteTopic.html */
  DeleteTopic: { input: DeleteTopicInput; output: void }
  /** @see https://docs.aws.amazon.com/sns/latest/api/API_GetSubscriptionAttributes.html */
  GetSubscriptionAttributes: { input: GetSubscriptionAttributesInput; output: GetSubscriptionAttributesResponse }
  /** @see https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html */
  GetTopicAttributes: { input: GetTopicAttributesInput; output: GetTopicAttributesResponse }
  /** @see https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptions.html */
  ListSubscriptions: { input: ListSubscriptionsInput; output: ListSubscriptionsResponse }
  /** @see https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptionsByTopic.html */
  ListSubscriptionsByTopic: { input: ListSubscriptionsByTopicInput; output: ListSubscriptionsByTopicResponse }
  /** @see https://docs.aws.amazon.com/sns/latest/api/API_ListTagsForResource.html */
  ListTagsForResource: { input: ListTagsForResourceRequest; output: ListTagsForResourceResponse }
  /** @see https://docs.aws.amazon.com/sns/latest/api/API_ListTopics.html */
  ListTopics: { input: ListTopicsInput; output: ListTopicsResponse }
  /** @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
  Publish: { input: PublishInput; output: PublishResponse }
  /** @see https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html */
  PublishBatch: { input: PublishBatchInput; output: PublishBatchResponse }
  /** @see https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html */
  SetSubscriptionAttributes: { input: SetSubscriptionAttributesInput; output: void }
  /** @see https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html */
  SetTopicAttributes: { input: SetTopicAttributesInput; output: void }
  /** @see https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html */
  Subscribe: { input: SubscribeInput; output: SubscribeResponse }
  /** @see https://docs.aws.amazon.com/sns/latest/api/API_TagResource.html */
  TagResource: { input: TagResourceRequest; output: TagResourceResponse }
  /** @see https://docs.aws.amazon.com/sns/latest/api/API_Unsubscribe.html */
  Unsubscribe: { input: UnsubscribeInput; output: void }
  /** @see https://docs.aws.amazon.com/sns/latest/api/API_UntagResource.html */
  UntagResource: { input: UntagResourceRequest; output: UntagResourceResponse }
}
