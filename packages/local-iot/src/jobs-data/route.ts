import { routesOf, type RouteMatch } from '@keg/aws-service'
import { routes, type Service } from './model.generated.ts'

/** The operation of the jobs data plane that a request is for. */
export type JobsRoute = RouteMatch<Service>

/** Finds it; answers `undefined` where the jobs data plane has none there, and throws `ServiceException` for a path that can't be read. */
export const matchJobsRoute = routesOf(routes)
