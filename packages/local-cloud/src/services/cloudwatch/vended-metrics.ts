import type { ApiObserver } from '../http-api/http-api.ts'
import type { ExecutionObserver } from '../step-functions/step-functions.ts'
import type { Metrics } from './metrics.ts'

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html */
export function apiObserver(metrics: Metrics): ApiObserver {
  return ({ apiId, stage, status, latencyMs }) => {
    for (const dimensions of [{ ApiId: apiId }, { ApiId: apiId, Stage: stage }]) {
      const count = (name: string, value: number, unit?: string) => metrics.count('AWS/ApiGateway', name, dimensions, value, unit)
      count('Count', 1)
      count('4xx', status >= 400 && status < 500 ? 1 : 0)
      count('5xx', status >= 500 ? 1 : 0)
      count('Latency', latencyMs, 'Milliseconds')
    }
  }
}

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html */
export function executionObserver(metrics: Metrics): ExecutionObserver {
  const names = { RUNNING: 'ExecutionsStarted', SUCCEEDED: 'ExecutionsSucceeded', FAILED: 'ExecutionsFailed', TIMED_OUT: 'ExecutionsTimedOut', ABORTED: 'ExecutionsAborted' } as const
  return ({ stateMachineArn, status, startedAtMs, stoppedAtMs }) => {
    const dimensions = { StateMachineArn: stateMachineArn }
    metrics.count('AWS/States', names[status], dimensions, 1)
    if (stoppedAtMs !== undefined) metrics.count('AWS/States', 'ExecutionTime', dimensions, stoppedAtMs - startedAtMs, 'Milliseconds')
  }
}
