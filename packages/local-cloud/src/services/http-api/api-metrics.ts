import type { Ports } from '../../ground/ports.ts'
import type { ApiObserver } from './http-api.ts'

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html */
export function apiMetrics(countMetric: Ports['count']): ApiObserver {
  return ({ apiId, stage, status, latencyMs }) => {
    for (const dimensions of [{ ApiId: apiId }, { ApiId: apiId, Stage: stage }]) {
      const count = (name: string, value: number, unit?: string) => countMetric('AWS/ApiGateway', name, dimensions, value, unit)
      count('Count', 1)
      count('4xx', status >= 400 && status < 500 ? 1 : 0)
      count('5xx', status >= 500 ? 1 : 0)
      count('Latency', latencyMs, 'Milliseconds')
    }
  }
}
