import { defineService } from '../../ground/service.ts'
import { httpApis } from '../http-api/name.ts'
import { iam } from '../iam/name.ts'
import { iot } from '../iot/name.ts'
import { s3 } from '../s3/name.ts'
import { CloudFront } from './cloudfront.ts'
import { cloudFront } from './name.ts'
import { cloudFrontCachePolicy } from './resources/cache-policy.ts'
import { cloudFrontDistribution } from './resources/distribution.ts'
import { cloudFrontFunction } from './resources/function.ts'
import { cloudFrontOriginAccessControl } from './resources/origin-access-control.ts'
import { cloudFrontOriginAccessIdentity } from './resources/origin-access-identity.ts'
import { cloudFrontOriginRequestPolicy } from './resources/origin-request-policy.ts'
import { cloudFrontResponseHeadersPolicy } from './resources/response-headers-policy.ts'

export const service = defineService(cloudFront, {
  uses: { s3, iam, iot },
  start: ({ region, accountId, endpoint, shelves, options, openOrigin, newId, log, running }, { iot: core, ...used }) => new CloudFront({
    ...used, region, accountId, endpoint, openOrigin, newId, hosts: options.hosts ?? [], permissions: options.iam ?? 'warn',
    httpApis: () => running(httpApis),
    iot: { dataHost: () => new URL(core.endpoints.https).host, handleUpgrade: (...upgrade) => core.handleUpgrade(...upgrade) },
    ports: shelves.shelf('cloudfront/ports'), log: (message) => log({ level: 'warn', source: 'cloudfront', message }),
  }),
  close: (running) => running.close(),
  resources: [
    cloudFrontCachePolicy, cloudFrontDistribution, cloudFrontFunction, cloudFrontOriginAccessControl, cloudFrontOriginAccessIdentity,
    cloudFrontOriginRequestPolicy, cloudFrontResponseHeadersPolicy,
  ],
})
