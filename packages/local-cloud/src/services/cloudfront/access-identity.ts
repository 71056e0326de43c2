import { createHash } from 'node:crypto'

/** The canonical user of an origin access identity, by which bucket policies name it. */
export const canonicalUserOf = (id: string): string => createHash('sha384').update(`CloudFront ${id}`).digest('hex')

/** An origin access identity, as bucket policies know it. */
export const identityPrincipal = (id: string) =>
  ({ canonicalUser: canonicalUserOf(id), arns: [`arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity ${id}`] })
