import { action, delivery, LastingFailure } from './action.ts'
import { fields } from './templates.ts'

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/cloudwatch-metrics-rule-action.html */
export const cloudwatchMetricAction = action('cloudwatchMetric', ({ roleArn, ...config }, setup) => {
  const rendered = fields(config, setup)
  const resource = `${config.metricNamespace}/${config.metricName}`
  return delivery('cloudwatchMetric', { resource, roleArn }, async (input, { nowMs }) => {
    const { metricNamespace, metricName, metricValue, metricUnit, metricTimestamp } = await rendered(input)
    const timeMs = metricTimestamp === undefined ? nowMs() : numberOf('metricTimestamp', metricTimestamp) * 1000
    return {
      Namespace: metricNamespace,
      MetricData: [{ MetricName: metricName, Value: numberOf('metricValue', metricValue), Unit: metricUnit, Timestamp: new Date(timeMs) }],
    }
  })
})

function numberOf(field: string, text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (!Number.isFinite(value)) throw new LastingFailure(`${field} came to ${JSON.stringify(text)}, which is no number.`)
  return value
}
