import { ServiceException } from '@keg/aws-service'
import { credentialScope } from '../ground/credential-scope.ts'
import type { RunOptions } from '../ground/cloud.ts'
import { ownMember } from '../ground/own-member.ts'
import type { Ports } from '../ground/ports.ts'
import type { StartedServices } from '../ground/started-services.ts'
import type { FunctionAccess } from '../services/iam/function-access.ts'
import { iam } from '../services/iam/name.ts'
import { functionAccess } from './access.ts'
import { serviceApis } from './service-apis.ts'

/** Where services ask each other. */
interface Where {
  readonly started: () => StartedServices
  readonly region: string
  readonly accountId: string
  readonly options: Pick<RunOptions, 'iam' | 'log'>
}

/** Hands requests of one service to another, held against a role as the endpoint holds those of a function. */
export function askServices({ started, ...where }: Where): Ports['ask'] {
  let access: Promise<FunctionAccess> | undefined
  let apis: ReturnType<typeof serviceApis> | undefined
  return async (request, by) => {
    const scope = credentialScope(request)
    apis ??= serviceApis(started())
    const service = ownMember(apis, scope?.service ?? '')
    if (scope === undefined || service === undefined) {
      throw new ServiceException('UnknownService', 400, `The service ${scope?.service ?? ''} is not part of this local cloud.`)
    }
    if (where.options.iam === 'enforce') {
      access ??= started().start(iam).then((identities) => functionAccess(started(), { iam: identities }, where))
      await (await access).checkRole(by, scope.service, request)
    }
    return service(request)
  }
}
