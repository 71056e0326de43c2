import { ServiceException } from '@keg/aws-service'
import type { LocalIot } from '@keg/local-iot'
import { eventsApi } from '../services/events/events-api.ts'
import { glueApi } from '../services/glue/glue-api.ts'
import { kinesisApi } from '../services/kinesis/kinesis-api.ts'
import { lambdaApi } from '../services/lambda/lambda-api.ts'
import { logsApi } from '../services/logs/logs-api.ts'
import { schedulerApi } from '../services/scheduler/scheduler-api.ts'
import type { StartedServices } from '../ground/started-services.ts'
import { bySigningName } from '../services/index.ts'
import type { Services } from '../services/services.ts'

/** What answers for each service on the one endpoint, by the name that requests to it are signed for. */
export function serviceApis(services: Services & { readonly iot: LocalIot }, started: StartedServices, { accountId }: { readonly accountId: string }): Readonly<Record<string, (request: Request) => Promise<Response>>> {
  const iotFetch = (request: Request) => services.iot.fetch(request)
  const ofRooms = [...bySigningName].map(([signing, name]) => [signing, async (request: Request) => (await started.fetchOf(name) ?? refused(name))(request)] as const)
  return {
    ...Object.fromEntries(ofRooms),
    iot: iotFetch,
    iotdata: iotFetch,
    iotdevicegateway: iotFetch,
    'iot-jobs-data': iotFetch,
    secretsmanager: (request) => services.secrets.fetch(request),
    lambda: (request) => lambdaApi(services.lambda, services.eventSources, request),
    logs: logsApi(services.logs),
    monitoring: (request) => services.cloudWatch.fetch(request),
    kinesis: (request) => kinesisApi(services.kinesis, request),
    glue: (request) => glueApi({ catalog: services.glue, expressions: services.expressions, accountId }, request),
    events: eventsApi(services.eventBus),
    scheduler: (request) => schedulerApi(services.scheduler, request),
    'cognito-idp': (request) => services.cognito.fetch(request),
  }
}

function refused(name: string): never {
  throw new ServiceException('UnknownOperationException', 400, `${name} takes no requests here.`)
}
