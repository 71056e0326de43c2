import { serviceName } from '../../ground/service-name.ts'
import type { CloudFront } from './cloudfront.ts'

/** Distributions of Amazon CloudFront, each on an origin of its own. */
export const cloudFront = serviceName<CloudFront>('cloudfront')
