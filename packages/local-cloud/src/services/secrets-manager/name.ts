import { serviceName } from '../../ground/service-name.ts'
import type { Secrets } from './secrets.ts'

export const secretsManager = serviceName<Secrets>('secrets-manager')
