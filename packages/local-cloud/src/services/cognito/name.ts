import { serviceName } from '../../ground/service-name.ts'
import type { Cognito } from './cognito.ts'

export const cognito = serviceName<Cognito>('cognito')
