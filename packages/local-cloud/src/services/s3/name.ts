import { serviceName } from '../../ground/service-name.ts'
import type { S3 } from './s3.ts'

export const s3 = serviceName<S3>('s3')
