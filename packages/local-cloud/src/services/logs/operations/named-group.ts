import { groupNameOf } from '../log-group.ts'
import { missing } from '../refusal.ts'

/** The name of the group that a request names by name or ARN. Throws `ServiceException` where it names none. */
export function namedGroup(
  { logGroupName, logGroupIdentifier }: { readonly logGroupName?: string | undefined; readonly logGroupIdentifier?: string | undefined },
): string {
  if (logGroupIdentifier !== undefined) return groupNameOf(logGroupIdentifier)
  if (logGroupName === undefined) throw missing('logGroupName')
  return logGroupName
}
