import { serviceName } from '../../ground/service-name.ts'
import type { HttpApis } from './http-apis.ts'

/** API Gateway's HTTP APIs and functions' addresses. */
export const httpApis = serviceName<HttpApis>('http-api')
