import { defineService } from '../../ground/service.ts'
import { Identities } from './identities.ts'
import { iam } from './name.ts'
import { iamManagedPolicy } from './resources/managed-policy.ts'
import { iamPolicy } from './resources/policy.ts'
import { iamRole } from './resources/role.ts'

export const service = defineService(iam, {
  start: ({ newKey }) => new Identities(newKey),
  resources: [iamManagedPolicy, iamPolicy, iamRole],
})
