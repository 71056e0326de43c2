import { serviceName } from '../../ground/service-name.ts'
import type { Identities } from '../iam/identities.ts'

/** STS, which tells callers who they are. */
export const sts = serviceName<Identities>('sts')
