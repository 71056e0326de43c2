import { invalidRequest } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { usedBy } from '../security-profiles/used-by.ts'
import { dimensionArn } from './find-dimension.ts'

// Deleting a dimension that is not there succeeds: the model lists no ResourceNotFoundException.
export const deleteDimension = operation('DeleteDimension', ({ name }, { state }) => {
  const profile = usedBy(state, ({ metricDimension }) => metricDimension?.dimensionName === name)
  if (profile !== undefined) throw invalidRequest(`Dimension ${name} is used by the security profile ${profile}.`)
  state.dimensions.delete(name)
  state.tags.delete(dimensionArn(state, name))
  return {}
})
