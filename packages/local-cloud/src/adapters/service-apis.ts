import { ServiceException } from '@keg/aws-service'
import type { StartedServices } from '../ground/started-services.ts'
import { bySigningName } from '../services/index.ts'

/** The handlers of the services on the endpoint, by signing name. */
export function serviceApis(started: StartedServices): Readonly<Record<string, (request: Request) => Promise<Response>>> {
  return Object.fromEntries([...bySigningName].map(([signing, name]) => [
    signing, async (request: Request) => (await started.fetchOf(name) ?? refused(name))(request),
  ]))
}

function refused(name: string): never {
  throw new ServiceException('UnknownOperationException', 400, `${name} takes no requests here.`)
}
