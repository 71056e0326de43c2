import { operation } from '../operation.ts'
import { checkFilters } from './check-filters.ts'
import { described } from './describe-dimension.ts'
import { findDimension } from './find-dimension.ts'

export const updateDimension = operation('UpdateDimension', ({ name, stringValues }, { state, detector }) => {
  const known = findDimension(state, name)
  checkFilters(stringValues)
  const dimension = { ...known, stringValues, modifiedAtMs: state.clock.nowMs() }
  state.dimensions.set(name, dimension)
  detector.profilesChanged()
  return described(state, dimension)
})
