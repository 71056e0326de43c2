import { allItems, apiClient, ApiError } from '@keg/flows/client'
import { getQuarantinedRoute, listQuarantineRoute, replayQuarantinedRoute, type RouteAnswer } from '@keg/flows/routes'

/** An entry of the quarantine, as the HTTP API answers it; more members may come. */
export type Entry = RouteAnswer<typeof getQuarantinedRoute>

/** What the HTTP API refused, or did not answer: one line. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal'
}

/** The quarantine behind an HTTP API. Its methods reject with {@link ApiRefusal}. */
export interface QuarantineApi {
  /** The open entries, newest first. */
  list(): AsyncGenerator<Entry>
  show(id: string): Promise<Entry>
  replay(id: string): Promise<RouteAnswer<typeof replayQuarantinedRoute>>
}

const PER_PAGE = 100

/** The quarantine at `apiUrl`, for who has the access token; absent = nobody is signed in. */
export function quarantineApi(apiUrl: string, token: string | undefined): QuarantineApi {
  const call = apiClient({ url: apiUrl, ...(token === undefined ? {} : { token: () => token }) })
  return {
    list: () => allItems((query) => call(listQuarantineRoute, { query }).catch(refused), PER_PAGE),
    show: (entryId) => call(getQuarantinedRoute, { params: { entryId } }).catch(refused),
    replay: (entryId) => call(replayQuarantinedRoute, { params: { entryId } }).catch(refused),
  }
}

function refused(error: unknown): never {
  if (!(error instanceof ApiError)) throw error
  throw new ApiRefusal(hintOf(error), { cause: error })
}

function hintOf({ code, status, message }: ApiError): string {
  if (code === 'UNREACHABLE') return `${message.replace(/\.$/, '')}; name another by --api URL.`
  return status === 401 ? `${message} Sign in: export KEG_TOKEN="$(keg token --user NAME)".` : message
}
