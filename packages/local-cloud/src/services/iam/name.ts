import { serviceName } from '../../ground/service-name.ts'
import type { Identities } from './identities.ts'

/** IAM: roles, their policies and sessions. */
export const iam = serviceName<Identities>('iam')
