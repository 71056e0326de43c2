import { statistics } from '../../fleet-index/aggregation.ts'
import { operation } from '../operation.ts'
import { aggregated } from './aggregated.ts'

export const getStatistics = operation('GetStatistics', (input, { fleetIndex }) => {
  const { field, documents } = aggregated(fleetIndex, input)
  return { statistics: statistics(documents(), field) }
})
