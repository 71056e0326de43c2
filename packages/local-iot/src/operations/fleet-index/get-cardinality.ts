import { cardinality } from '../../fleet-index/aggregation.ts'
import { operation } from '../operation.ts'
import { aggregated } from './aggregated.ts'

export const getCardinality = operation('GetCardinality', (input, { fleetIndex }) => {
  const { field, documents } = aggregated(fleetIndex, input)
  return { cardinality: cardinality(documents(), field) }
})
