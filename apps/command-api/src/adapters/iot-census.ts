import { GetBucketsAggregationCommand, IoTClient } from '@aws-sdk/client-iot'
import { variable } from '@keg/store/variable'
import type { KegCensus } from '../ports.ts'

/** The most that AWS IoT tells: API_TermsAggregation.html */
const MOST_SITES = 10_000

/** Counts the things of the group `KEG_GROUP` in the fleet index, which is some seconds behind the registry. */
export const iotCensus = (client = new IoTClient()): KegCensus => ({
  kegsBySite: async () => {
    const { buckets = [] } = await client.send(new GetBucketsAggregationCommand({
      queryString: `thingGroupNames:"${variable('KEG_GROUP')}"`,
      aggregationField: 'attributes.siteId',
      bucketsAggregationType: { termsAggregation: { maxBuckets: MOST_SITES } },
    }))
    return buckets.flatMap(({ keyValue, count = 0 }) => (keyValue === undefined ? [] : [{ siteId: keyValue, kegs: count }]))
  },
})
