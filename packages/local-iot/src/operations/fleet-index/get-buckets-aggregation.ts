import { buckets } from '../../fleet-index/aggregation.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { aggregated } from './aggregated.ts'

/** API_TermsAggregation.html */
const DEFAULT_BUCKETS = 10

export const getBucketsAggregation = operation('GetBucketsAggregation', ({ bucketsAggregationType, ...input }, { fleetIndex }) => {
  if (bucketsAggregationType.termsAggregation === undefined) throw invalidRequest('bucketsAggregationType must have a termsAggregation.')
  const { field, documents } = aggregated(fleetIndex, input)
  return buckets(documents(), field, bucketsAggregationType.termsAggregation.maxBuckets ?? DEFAULT_BUCKETS)
})
