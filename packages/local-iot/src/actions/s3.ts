import { action, delivery } from './action.ts'
import type { CannedAcl } from './requests.ts'
import { fields } from './templates.ts'

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/s3-rule-action.html */
export const s3Action = action('s3', ({ roleArn, bucketName, key, cannedAcl }, setup) => {
  const rendered = fields({ Bucket: bucketName, Key: key }, setup)
  // One of them, by the service model; no template is allowed here.
  const acl = cannedAcl === undefined ? {} : { ACL: cannedAcl as CannedAcl }
  return delivery('s3', { resource: bucketName, roleArn }, async (input) => ({ ...(await rendered(input)), Body: input.payload, ...acl }))
})
