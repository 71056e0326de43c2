import { InvalidRequestException } from '@aws-sdk/client-iot'
import { StoreError } from '@keg/store'

/** What AWS IoT refuses of a request that is ours but for its token is the token: `StoreError` `BAD_CURSOR`. Else the error as it is. */
export const badCursorOr = (error: unknown, nextToken: string | undefined): unknown =>
  (nextToken !== undefined && error instanceof InvalidRequestException
    ? new StoreError('BAD_CURSOR', 'cursor is not one that a page before gave', { cause: error })
    : error)
