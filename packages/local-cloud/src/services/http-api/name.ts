import { serviceName } from '../../ground/service-name.ts'
import type { HttpApis } from './http-apis.ts'

/** The HTTP APIs of API Gateway, and function URLs. */
export const httpApis = serviceName<HttpApis>('http-api')
