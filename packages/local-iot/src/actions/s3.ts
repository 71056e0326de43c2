import { action, delivery } from './action.ts'
import { CANNED_ACLS, type CannedAcl } from './requests.ts'
import { checkChoice, fields } from './templates.ts'

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/s3-rule-action.html */
export const s3Action = action('s3', ({ bucketName, key, cannedAcl }, setup) => {
  checkChoice('cannedAcl', CANNED_ACLS, cannedAcl)
  const rendered = fields({ Bucket: bucketName, Key: key }, setup)
  // One of them: just checked, and no template is allowed here.
  const acl = cannedAcl === undefined ? {} : { ACL: cannedAcl as CannedAcl }
  return delivery('s3', bucketName, async (input) => ({ ...(await rendered(input)), Body: input.payload, ...acl }))
})
