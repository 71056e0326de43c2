import { ServiceException } from '@keg/aws-service'
import { athenaApi } from '../services/athena/athena-api.ts'
import { firehoseApi } from '../services/firehose/firehose-api.ts'
import type { StartedServices } from '../ground/started-services.ts'
import { bySigningName } from '../services/index.ts'
import type { Services } from '../services/services.ts'
import { statesApi } from '../services/step-functions/states-api.ts'

/** What answers for each service on the one endpoint, by the name that requests to it are signed for. */
export function serviceApis(services: Services, started: StartedServices): Readonly<Record<string, (request: Request) => Promise<Response>>> {
  const ofRooms = [...bySigningName].map(([signing, name]) => [signing, async (request: Request) => (await started.fetchOf(name) ?? refused(name))(request)] as const)
  return {
    ...Object.fromEntries(ofRooms),
    dynamodb: async (request) => (await services.dynamodb()).fetch(request),
    athena: (request) => athenaApi(services.athena, request),
    firehose: (request) => firehoseApi(services.firehose, request),
    states: (request) => statesApi(services.stepFunctions, request),
  }
}

function refused(name: string): never {
  throw new ServiceException('UnknownOperationException', 400, `${name} takes no requests here.`)
}
