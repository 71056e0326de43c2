import { allItems, type ApiClient } from '@keg/flows/client'
import {
  cancelJobRoute, listGroupsRoute, listJobsRoute, listViolationsRoute, revokeKegRoute, type RouteAnswer,
} from '@keg/flows/routes'
import { allOf, type ItemOf } from './list-page.ts'

export type FleetJob = ItemOf<RouteAnswer<typeof listJobsRoute>>
export type Violation = ItemOf<RouteAnswer<typeof listViolationsRoute>>
export type DynamicGroup = ItemOf<RouteAnswer<typeof listGroupsRoute>>
export type Revocation = RouteAnswer<typeof revokeKegRoute>

/** What the brewers' pages ask of the API. */
export interface OperationsApi {
  /** The newest jobs. */
  jobs(): Promise<readonly FleetJob[]>
  /** Takes a job back from the kegs that have not begun it; asked twice with one key, once. */
  cancelJob(jobId: string, key: string): Promise<unknown>
  /** All violations that are open, to the last page. */
  violations(): Promise<readonly Violation[]>
  /** All dynamic groups, to the last page. */
  groups(): Promise<readonly DynamicGroup[]>
  /** Shuts a keg out for good; asked twice with one key, once. */
  revoke(kegId: string, reason: string, key: string): Promise<Revocation>
}

const JOBS = 25
const [VIOLATIONS_A_PAGE, GROUPS_A_PAGE] = [100, 50]

/** The part of the API that the brewers' pages ask. */
export const createOperationsApi = (call: ApiClient): OperationsApi => ({
  jobs: async () => (await call(listJobsRoute, { query: { limit: JOBS } })).items,
  cancelJob: (jobId, key) => call(cancelJobRoute, { params: { jobId }, headers: { 'idempotency-key': key } }),
  violations: () => allOf(allItems((query) => call(listViolationsRoute, { query }), VIOLATIONS_A_PAGE)),
  groups: () => allOf(allItems((query) => call(listGroupsRoute, { query }), GROUPS_A_PAGE)),
  revoke: (kegId, reason, key) => call(revokeKegRoute, {
    params: { kegId }, headers: { 'idempotency-key': key }, body: reason === '' ? {} : { reason },
  }),
})
