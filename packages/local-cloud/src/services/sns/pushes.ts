import type { Lambda } from '../lambda/lambda.ts'
import { httpPush, type Post } from './http-push.ts'
import { snsEvent, type Notification } from './notification.ts'
import type { Push } from './pushed-subscriptions.ts'

/** What notifications are pushed to. */
export interface PushTargets {
  readonly lambda: Lambda
  readonly post: Post
  /** Puts a record, which is base64, into a delivery stream; absent where there is no Firehose. */
  readonly firehose?: ((streamArn: string, data: string) => Promise<void>) | undefined
}

/** How notifications are pushed, by protocol. */
export function pushes({ lambda, post, firehose }: PushTargets): Readonly<Record<string, Push>> {
  return {
    lambda: {
      endpoint: (nameOrArn) => lambda.definition(nameOrArn).arn,
      // Asynchronously: what becomes of the invocation is Lambda's. The body is the engine's own envelope.
      send: async (body, { endpoint, subscriptionArn }) =>
        void lambda.invokeAsync(endpoint, JSON.stringify(snsEvent(JSON.parse(body) as Notification, subscriptionArn))),
    },
    http: httpPush(post),
    https: httpPush(post),
    // Messages are lines. https://docs.aws.amazon.com/sns/latest/dg/firehose-working-with-destinations.html
    ...(firehose === undefined
      ? {}
      : { firehose: {
        endpoint: (streamArn: string) => streamArn,
        send: (body: string, { endpoint }: { readonly endpoint: string }) =>
          firehose(endpoint, Buffer.from(`${body}\n`).toString('base64')),
      } }),
  }
}
