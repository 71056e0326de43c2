import { defineService } from '../../ground/service.ts'
import { lambda } from '../lambda/name.ts'
import { apiMetrics } from './api-metrics.ts'
import { HttpApis } from './http-apis.ts'
import { httpApis } from './name.ts'
import { apiGatewayV2Api } from './resources/api.ts'
import { apiGatewayV2Authorizer } from './resources/authorizer.ts'
import { lambdaUrl } from './resources/function-url.ts'
import { apiGatewayV2Integration } from './resources/integration.ts'
import { apiGatewayV2Route } from './resources/route.ts'
import { apiGatewayV2Stage } from './resources/stage.ts'
import { jwtVerifier } from './verify-jwt.ts'

export const service = defineService(httpApis, {
  uses: { lambda },
  start: ({ region, accountId, endpoint, nowMs, newId, log, count }, used) =>
    new HttpApis({ ...used, region, accountId, endpoint, nowMs, newId, log, verifyJwt: jwtVerifier(nowMs), observe: apiMetrics(count) }),
  resources: [apiGatewayV2Api, apiGatewayV2Authorizer, apiGatewayV2Integration, apiGatewayV2Route, apiGatewayV2Stage, lambdaUrl],
})
