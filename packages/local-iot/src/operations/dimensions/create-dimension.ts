import { alreadyExists, limitExceeded } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { tagCreated } from '../tags/tags.ts'
import { checkFilters } from './check-filters.ts'
import { dimensionArn } from './find-dimension.ts'

/** AWS IoT Device Defender quotas. */
const MAX_DIMENSIONS = 10

// The same request with its token again succeeds: API_CreateDimension.html
export const createDimension = operation('CreateDimension', ({ name, type, stringValues, tags, clientRequestToken }, { state }) => {
  const arn = dimensionArn(state, name)
  const known = state.dimensions.get(name)
  if (known !== undefined && known.clientRequestToken === clientRequestToken) return { name, arn }
  if (known !== undefined) throw alreadyExists(`Dimension ${name} already exists.`, { resourceId: name, resourceArn: arn })
  if (state.dimensions.size >= MAX_DIMENSIONS) throw limitExceeded(`An account can have at most ${MAX_DIMENSIONS} dimensions`)
  checkFilters(stringValues)
  const nowMs = state.clock.nowMs()
  tagCreated(state, arn, tags)
  state.dimensions.set(name, { name, type, stringValues, clientRequestToken, createdAtMs: nowMs, modifiedAtMs: nowMs })
  return { name, arn }
})
