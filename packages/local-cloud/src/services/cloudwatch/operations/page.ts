import { pageStart } from '@keg/aws-service'

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
const RECORDS_MAX = 100

/** A page of a list; the token is where the next one begins. Throws `ServiceException` for one that was not given out here. */
export function page<T>(
  all: readonly T[],
  { NextToken, MaxRecords = RECORDS_MAX }: { readonly NextToken?: string | undefined; readonly MaxRecords?: number | undefined },
) {
  const from = pageStart(NextToken, 'InvalidNextToken')
  const to = from + MaxRecords
  return { items: all.slice(from, to), NextToken: to < all.length ? String(to) : undefined }
}
