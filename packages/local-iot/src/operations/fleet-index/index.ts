import { describeIndex } from './describe-index.ts'
import { getBucketsAggregation } from './get-buckets-aggregation.ts'
import { getCardinality } from './get-cardinality.ts'
import { getIndexingConfiguration } from './get-indexing-configuration.ts'
import { getPercentiles } from './get-percentiles.ts'
import { getStatistics } from './get-statistics.ts'
import { listIndices } from './list-indices.ts'
import { searchIndex } from './search-index.ts'
import { updateIndexingConfiguration } from './update-indexing-configuration.ts'

/** The operations on fleet indexing, by AWS's name. */
export const fleetIndexOperations = {
  DescribeIndex: describeIndex,
  GetBucketsAggregation: getBucketsAggregation,
  GetCardinality: getCardinality,
  GetIndexingConfiguration: getIndexingConfiguration,
  GetPercentiles: getPercentiles,
  GetStatistics: getStatistics,
  ListIndices: listIndices,
  SearchIndex: searchIndex,
  UpdateIndexingConfiguration: updateIndexingConfiguration,
} as const
