import { pageStart } from '@keg/aws-service'

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html */
const DESCRIBED_MAX = 50

/** A page of a list; the token is where the next one begins. Throws `ServiceException` for one that was not given out here. */
export function page<T>(
  all: readonly T[],
  { nextToken, limit = DESCRIBED_MAX }: { readonly nextToken?: string | undefined; readonly limit?: number | undefined },
) {
  const from = pageStart(nextToken, 'InvalidParameterException')
  const to = from + limit
  return { items: all.slice(from, to), nextToken: to < all.length ? String(to) : undefined }
}
