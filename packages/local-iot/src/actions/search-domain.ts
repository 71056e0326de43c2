import type { ElasticsearchAction, OpenSearchAction } from '../model/model.generated.ts'
import { action, delivery, type ActionSetup } from './action.ts'
import { checkedUrl, checkUrl } from './http-request.ts'
import { fields } from './templates.ts'

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/opensearch-rule-action.html */
export const openSearchAction = action('openSearch', (config, setup) => putDocument('openSearch', config, setup))

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/elasticsearch-rule-action.html */
export const elasticsearchAction = action('elasticsearch', (config, setup) => putDocument('elasticsearch', config, setup))

function putDocument(
  kind: 'openSearch' | 'elasticsearch', { roleArn: _, ...config }: OpenSearchAction | ElasticsearchAction, setup: ActionSetup,
) {
  checkUrl('endpoint', config.endpoint)
  const rendered = fields(config, setup)
  return delivery(kind, { resource: config.endpoint }, async (input) => {
    const { endpoint, index, type, id } = await rendered(input)
    const path = [index, type, id].map(encodeURIComponent).join('/')
    return {
      method: 'PUT' as const,
      url: `${checkedUrl(endpoint).replace(/\/$/, '')}/${path}`,
      headers: { 'content-type': 'application/json' },
      body: input.payload,
      sigv4: { service: 'es', region: setup.region },
    }
  })
}
