import { alreadyExists, invalidRequest, limitExceeded } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { tagCreated } from '../tags/tags.ts'
import { customMetricArn } from './find-custom-metric.ts'

/** AWS IoT Device Defender quotas. */
const MAX_CUSTOM_METRICS = 100

// The same request with its token again succeeds: API_CreateCustomMetric.html
export const createCustomMetric =
  operation('CreateCustomMetric', ({ metricName, displayName, metricType, tags, clientRequestToken }, { state }) => {
    const metricArn = customMetricArn(state, metricName)
    const known = state.customMetrics.get(metricName)
    if (known !== undefined && known.clientRequestToken === clientRequestToken) return { metricName, metricArn }
    if (known !== undefined) throw alreadyExists(`Custom metric ${metricName} already exists.`, { resourceId: metricName, resourceArn: metricArn })
    if (metricName.startsWith('aws:')) throw invalidRequest('The name of a custom metric can not begin with aws:')
    if (state.customMetrics.size >= MAX_CUSTOM_METRICS) throw limitExceeded(`An account can have at most ${MAX_CUSTOM_METRICS} custom metrics`)
    const nowMs = state.clock.nowMs()
    tagCreated(state, metricArn, tags)
    state.customMetrics.set(metricName, {
      metricName, displayName, metricType, clientRequestToken, createdAtMs: nowMs, modifiedAtMs: nowMs,
    })
    return { metricName, metricArn }
  })
