import { serviceName } from '../../ground/service-name.ts'
import type { Sns } from './sns.ts'

export const sns = serviceName<Sns>('sns')
