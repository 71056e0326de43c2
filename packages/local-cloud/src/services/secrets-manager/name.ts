import { serviceName } from '../../ground/service-name.ts'
import type { Secrets } from './secrets.ts'

/** Secrets Manager. */
export const secretsManager = serviceName<Secrets>('secrets-manager')
