import { queryProtocol, serveEach } from '@keg/aws-service'
import { credentialScope } from '../../ground/credential-scope.ts'
import { defineService } from '../../ground/service.ts'
import { iam } from '../iam/name.ts'
import { model } from './model.generated.ts'
import { sts } from './name.ts'
import { operations } from './operations/index.ts'

const protocols = [queryProtocol('https://sts.amazonaws.com/doc/2011-06-15/')]

export const service = defineService(sts, {
  uses: { iam },
  start: (_, { iam: identities }) => identities,
  serve: (identities, { accountId }) =>
    serveEach({ name: 'STS', model, protocols, operations }, (request) => ({
      accountId, session: identities.session(credentialScope(request)?.accessKeyId ?? ''),
    })),
})
