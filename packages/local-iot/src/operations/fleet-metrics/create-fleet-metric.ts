import { isDeepStrictEqual } from 'node:util'
import { alreadyExists } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { tagCreated } from '../tags/tags.ts'
import { checkedFleetMetric } from './check-fleet-metric.ts'
import { metricArn } from './find-fleet-metric.ts'

export const createFleetMetric = operation('CreateFleetMetric', ({ metricName, tags, ...request }, { state, fleetIndex, fleetMetrics }) => {
  const configuration = checkedFleetMetric(request, fleetIndex)
  const arn = metricArn(state, metricName)
  const known = state.fleetMetrics.get(metricName)
  if (known !== undefined) {
    const { metricName: _name, version: _version, createdAtMs: _created, modifiedAtMs: _modified, ...has } = known
    if (isDeepStrictEqual(has, configuration)) return { metricName, metricArn: arn }
    throw alreadyExists(`Fleet metric ${metricName} already exists with a different configuration`, { resourceId: metricName, resourceArn: arn })
  }
  tagCreated(state, arn, tags)
  const nowMs = state.clock.nowMs()
  const metric = { metricName, ...configuration, version: 1, createdAtMs: nowMs, modifiedAtMs: nowMs }
  state.fleetMetrics.set(metricName, metric)
  fleetMetrics.schedule(metric)
  return { metricName, metricArn: arn }
})
