import { restJsonProtocol, serve } from '@keg/aws-service'
import type { CloudLogEntry } from '../../ground/cloud-log-entry.ts'
import type { Ground } from '../../ground/ground.ts'
import { defineService } from '../../ground/service.ts'
import { lambdaAccess } from './access.ts'
import { deadLetterTo } from './dead-letter.ts'
import { invokeApi } from './invoke-api.ts'
import type { FunctionLogLine } from './lambda-function.ts'
import { Lambda } from './lambda.ts'
import { model, routes } from './model.generated.ts'
import { lambda } from './name.ts'
import { operations } from './operations/index.ts'
import { lambdaAlias } from './resources/alias.ts'
import { lambdaEventInvokeConfig } from './resources/event-invoke-config.ts'
import { lambdaEventSourceMapping } from './resources/event-source-mapping.ts'
import { lambdaFunction } from './resources/function.ts'
import { lambdaLayerVersion } from './resources/layer-version.ts'
import { lambdaPermission } from './resources/permission.ts'
import { lambdaVersion } from './resources/version.ts'
import { sdkFolders } from './sdk-folders.ts'

/** How long invocations in flight may take after the cloud is closed. */
const DRAIN_MS = 5_000

export const service = defineService(lambda, {
  start,
  serve(running) {
    const others = serve({ name: 'Lambda', model, protocols: [restJsonProtocol(model, routes)], operations }, running)
    return (request) => invokeApi(running, request) ?? others(request)
  },
  access: lambdaAccess,
  resources: [
    lambdaAlias, lambdaEventInvokeConfig, lambdaEventSourceMapping, lambdaFunction, lambdaLayerVersion, lambdaPermission, lambdaVersion,
  ],
  resume: (running) => running.start(),
  stop: (running) => running.eventSources.stop(DRAIN_MS),
  drain: (running) => running.close(DRAIN_MS),
})

function start(ground: Ground): Lambda {
  const { region, accountId, endpoint, nowMs, newId, log, shelves, options, assembly, assetPath, sendRecord } = ground
  return new Lambda({
    region, accountId, endpoint, nowMs, newId, assetPath, sendRecord,
    guard: ground,
    sdkFolders: sdkFolders(assembly),
    log: (line) => log(logEntry(line)),
    logSource: log,
    queue: shelves.shelf('asynchronous-invocations'),
    durable: options.dataDir !== undefined,
    deadLetter: deadLetterTo(ground),
  })
}

function logEntry({ functionName, requestId, stream, text }: FunctionLogLine): CloudLogEntry {
  const request = requestId === undefined ? {} : { requestId }
  if (stream === 'lambda') return { level: 'error', source: 'lambda', message: text, functionName, ...request }
  return { level: stream === 'stderr' ? 'warn' : 'info', source: 'function', message: text, functionName, ...request }
}
