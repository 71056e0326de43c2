import { percentiles } from '../../fleet-index/aggregation.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { aggregated } from './aggregated.ts'

/** index-aggregate.html#get-percentiles and managing-index.html, "Maximum values". */
const DEFAULT_PERCENTS = [1, 5, 25, 50, 75, 95, 99]
const MAX_PERCENTS = 100

export const getPercentiles = operation('GetPercentiles', ({ percents = DEFAULT_PERCENTS, ...input }, { fleetIndex }) => {
  if (percents.length > MAX_PERCENTS) throw invalidRequest(`At most ${MAX_PERCENTS} percentiles can be asked for.`)
  const { field, documents } = aggregated(fleetIndex, input)
  return { percentiles: percentiles(documents(), field, percents) }
})
