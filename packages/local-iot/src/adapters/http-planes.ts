import { routesOf, type Model, type RouteMatch } from '@keg/aws-service'
import { callJobsData, findJobsData } from '../jobs-data/index.ts'
import { model as jobsModel, routes as jobsRoutes, type Service as JobsService } from '../jobs-data/model.generated.ts'
import { jobsPolicyRequests } from '../jobs-data/policy-requests.ts'
import { callOperation } from '../operations/call.ts'
import { policyRequests, type PolicyRequest } from '../operations/data/policy-requests.ts'
import type { IotCore } from '../operations/iot-core.ts'
import type { IotRoute } from '../operations/route.ts'
import type { HttpPeer } from './http-identity.ts'

/** What a request is for. */
export type HttpRoute = IotRoute | RouteMatch<JobsService>

/** What AWS has hosts of its own for: operations by their paths, and how each runs. */
export interface HttpPlane {
  readonly model: Model
  readonly match: (method: string, url: URL) => HttpRoute | undefined
  readonly call: (name: string, input: Record<string, unknown>, core: IotCore) => Promise<unknown>
  /** What a device's policies must allow; `undefined` for what is not for devices. */
  readonly policyRequests: (name: string, input: Record<string, unknown>) => readonly PolicyRequest[] | undefined
}

const jobs: HttpPlane = { model: jobsModel, match: routesOf(jobsRoutes), call: callJobsData, policyRequests: jobsPolicyRequests }
let iot: Promise<HttpPlane> | undefined

/**
 * Only who signs, or the port, says that a path is the jobs data plane's: the control plane has the same ones for other operations.
 * Rejects with ServiceException for an operation that is not emulated, whoever asks.
 */
export async function planeOf({ method, headers }: Request, url: URL, { tls }: HttpPeer): Promise<HttpPlane> {
  const mayBeJobs = tls !== undefined || /\/iot-jobs-data\/aws4_request/.test(headers.get('authorization') ?? '')
  const route = mayBeJobs ? jobs.match(method, url) : undefined
  if (route === undefined) return (iot ??= loadIot())
  findJobsData(route.name)
  return jobs
}

/** Loaded at the first request: no other file is as large as the model. */
async function loadIot(): Promise<HttpPlane> {
  const [{ model }, { matchRoute }] = await Promise.all([import('../model/model.generated.ts'), import('../operations/route.ts')])
  return { model, match: matchRoute, call: callOperation, policyRequests }
}
