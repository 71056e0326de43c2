import { queryProtocol, serve, ServiceException } from '@keg/aws-service'
import type { Ground } from '../../ground/ground.ts'
import { PolledSources } from '../../ground/polled-sources.ts'
import { defineService } from '../../ground/service.ts'
import { firehose } from '../firehose/name.ts'
import { lambda } from '../lambda/name.ts'
import type { Lambda } from '../lambda/lambda.ts'
import { queuesTopicsBuckets } from '../queues-topics-buckets/name.ts'
import { sqs } from '../sqs/name.ts'
import type { Sqs } from '../sqs/sqs.ts'
import { snsAccess } from './access.ts'
import { Confirmations } from './confirmations.ts'
import { createTopics } from './create-topics.ts'
import { model } from './model.generated.ts'
import { sns } from './name.ts'
import { operations } from './operations/index.ts'
import { post } from './post.ts'
import { PushedSubscriptions } from './pushed-subscriptions.ts'
import { pushes } from './pushes.ts'
import { snsSubscription } from './resources/subscription.ts'
import { snsTopicPolicy } from './resources/topic-policy.ts'
import { snsTopic } from './resources/topic.ts'
import type { Sns, Topics } from './sns.ts'

const protocols = [queryProtocol('http://sns.amazonaws.com/doc/2010-03-31/')]
const served = {
  name: 'SNS', model, protocols, operations, invalid: (message: string) => new ServiceException('ValidationError', 400, message),
}

export const service = defineService(sns, {
  uses: { engine: queuesTopicsBuckets, sqs, lambda },
  start: (ground, { engine, ...others }) => withSubscriptions(createTopics(engine, ground), ground, others),
  serve: (topics) => async (request) => {
    const form = request.method === 'GET' ? visited(new URL(request.url)) : new URLSearchParams(await request.clone().text())
    return serve(served, { sns: topics, form })(request.method === 'GET' ? asForm(request, form) : request)
  },
  access: snsAccess,
  resources: [snsSubscription, snsTopic, snsTopicPolicy],
  async resume({ pushed, sources }) {
    await pushed.resumeCalls()
    sources.start()
  },
  stop: ({ sources }) => sources.stop(),
})

function withSubscriptions(
  topics: Topics, ground: Ground, { sqs: queues, lambda: functions }: { readonly sqs: Sqs; readonly lambda: Lambda },
): Sns {
  const { endpoint, nowMs, newId, shelves, arn } = ground
  const log = (message: string) => ground.log({ level: 'warn', source: 'event-source', message })
  const toFirehose = async (streamArn: string, data: string) =>
    void (await ground.start(firehose)).put(streamArn, [Buffer.from(data, 'base64')])
  const sources = new PolledSources()
  const pushed = new PushedSubscriptions({
    sqs: queues, topics, sources, log, pushes: pushes({ lambda: functions, post, firehose: toFirehose }),
    shelf: shelves.shelf('sns-subscriptions'), queueArn: (name) => arn('sqs', name),
  })
  return { ...topics, sources, pushed, confirmations: new Confirmations({ pushed, post, endpoint, nowMs, newId, log }) }
}

/** The query of a visit to a confirmation or unsubscription address. Any other query comes from no client of SNS. */
function visited({ searchParams }: URL): URLSearchParams {
  const action = searchParams.get('Action')
  if (action === 'ConfirmSubscription' || action === 'Unsubscribe') return searchParams
  throw new ServiceException('InvalidAction', 400, `SNS takes ${action ?? 'requests'} by POST`)
}

const asForm = ({ url }: Request, form: URLSearchParams): Request => new Request(url, { method: 'POST', body: form })
