import { defineService } from '../../ground/service.ts'
import { lambda } from '../lambda/name.ts'
import { cognitoAccess } from './access.ts'
import { Cognito } from './cognito.ts'
import { cognito } from './name.ts'
import { customDescribeCognitoUserPoolClient } from './resources/custom-describe-cognito-user-pool-client.ts'
import { cognitoIdentityPoolRoleAttachment } from './resources/identity-pool-role-attachment.ts'
import { cognitoIdentityPool } from './resources/identity-pool.ts'
import { cognitoUserPoolClient } from './resources/user-pool-client.ts'
import { cognitoUserPoolDomain } from './resources/user-pool-domain.ts'
import { cognitoUserPoolGroup } from './resources/user-pool-group.ts'
import { cognitoUserPoolIdentityProvider } from './resources/user-pool-identity-provider.ts'
import { cognitoUserPoolResourceServer } from './resources/user-pool-resource-server.ts'
import { cognitoUserPoolUserToGroupAttachment } from './resources/user-pool-user-to-group-attachment.ts'
import { cognitoUserPoolUser } from './resources/user-pool-user.ts'
import { cognitoUserPool } from './resources/user-pool.ts'

export const service = defineService(cognito, {
  uses: { lambda },
  start: ({ region, accountId, endpoint, shelves, nowMs, newId, randomBelow, log }, used) => new Cognito({
    ...used, region, accountId, endpoint, shelves, nowMs, newId, randomBelow,
    log: (message) => log({ level: 'info', source: 'cognito', message }),
  }),
  serve: (running) => running.fetch,
  access: cognitoAccess,
  resources: [
    customDescribeCognitoUserPoolClient, cognitoIdentityPoolRoleAttachment, cognitoIdentityPool, cognitoUserPoolClient,
    cognitoUserPoolDomain, cognitoUserPoolGroup, cognitoUserPoolIdentityProvider, cognitoUserPoolResourceServer,
    cognitoUserPoolUserToGroupAttachment, cognitoUserPoolUser, cognitoUserPool,
  ],
})
